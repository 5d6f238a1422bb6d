## Whether forecasts came true

accuracy-heading = 🎯 How right the forecasts were
accuracy-own-heading = 🎯 How right your forecasts were
accuracy-periods = { $count ->
    [one] What the expected forecast said and what those deals brought, over { $count } quarter
   *[other] What the expected forecast said and what those deals brought, over { $count } quarters
}
accuracy-weeks = { $word ->
    [both] ⏳ { $count } weeks before the end it is off by { $percent }%; stage probabilities would be off by { $low }%, the usual quarter by { $high }%
    [weighted] ⏳ { $count } weeks before the end it is off by { $percent }%; stage probabilities would be off by { $low }%
   *[alone] ⏳ { $count } weeks before the end it is off by { $percent }%
}
accuracy-way = { $word ->
    [over] It says { $percent }% too much; the range held { $number }% of the time
    [under] It says { $percent }% too little; the range held { $number }% of the time
   *[even] It says neither too much nor too little; the range held { $number }% of the time
}
accuracy-commit = Committed deals won in time: { $percent }%
accuracy-none = Nothing to check yet: it takes 30 closed deals, and a quarter that ended after them.
accuracy-soon = Still working it out; ask again in a few minutes.
command-accuracy = did the forecasts come true
