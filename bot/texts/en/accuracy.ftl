## Whether forecasts came true

accuracy-heading = 🎯 How right the forecasts were
accuracy-own-heading = 🎯 How right your forecasts were
accuracy-periods = { $count ->
    [one] How far off the expected forecast was, over { $count } quarter
   *[other] How far off the expected forecast was, over { $count } quarters
}
accuracy-weeks = { $word ->
    [both] ⏳ { $count } weeks ahead: off by { $percent }% (stage probabilities { $low }%, the usual quarter { $high }%)
    [weighted] ⏳ { $count } weeks ahead: off by { $percent }% (stage probabilities { $low }%)
   *[alone] ⏳ { $count } weeks ahead: off by { $percent }%
}
accuracy-way = { $word ->
    [over] { $percent }% too much; the range held { $number }% of the time
    [under] { $percent }% too little; the range held { $number }% of the time
   *[even] Neither too much nor too little; the range held { $number }% of the time
}
accuracy-commit = Committed deals won in time: { $percent }%
accuracy-none = Nothing to check yet: it takes 30 closed deals, and a quarter that ended after them.
accuracy-soon = Still working it out; ask again in a few minutes.
command-accuracy = did the forecasts come true
