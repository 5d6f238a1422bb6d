## The card: what was logged

logged = ✅ Logged: { $what }
logged-plan = ✅ Noted
logged-corrected = ✏️ Corrected: { $what }
logged-corrected-plan = ✏️ Corrected
logged-together = { $count ->
    [one] ✅ Logged: { $count } customer
   *[other] ✅ Logged: { $count } customers
}
logged-guess = { $field ->
    [person] 🤔 My guess: the person you dealt with earlier today
   *[company] 🤔 My guess: the company you dealt with earlier today
}
logged-learnt = 🧠 From now on I know what “{ $said }” means
logged-nobody = 👤 No customer named
person-new = { $name } (new contact)
company-new = { $name } (new company)
deal-new = 💼 New deal: { $deal }
deal-new-bare = 💼 New deal
deal-won = 🎉 Won: { $deal }
deal-won-bare = 🎉 Won
deal-lost = ❌ Lost: { $deal }
deal-lost-bare = ❌ Lost
deal-lost-why = { $lost } – { $reason ->
    [price] on price
    [no_budget] no budget
    [timing] wrong time
    [no_need] no longer needed
    [no_response] gone quiet
    [competitor] chose another supplier
   *[other] other reason
}
deal-competitor = 🆚 Competitor: { $name }
deal-stage = ➡️ Stage: { $stage }
deal-close = ✍️ Contract { $when }
deal-close-chance = ✍️ Contract { $when }, { $percent }% likely
deal-chance = 🎯 { $percent }% likely
kept = Left as they are, changed since: { $fields }.
field = { $field ->
    [amount] amount
    [stage] stage
    [close] contract date
    [chance] chance
    [company] company
    [person] contact person
    [deal] deal
    [kind] kind of contact
    [date] date
    [duration] duration
    [step] next step
   *[other] other details
}
undone = ↩️ Undone
undone-deed = { $what ->
    [won] win
    [lost] loss
    [order] order
    [stage] change of stage
   *[step] next step
}
undone-what = ↩️ Undone: { $what }

## The useful line after a log

useful-step = { $kind ->
    [promise-due] 🔔 Time to remind them. { $what } – { $when }
   *[other] ⏰ Still to be done: { $what } – { $when }
}
useful-month = { $up ->
    [yes] 📈 Your expected month grew by { $sum }
   *[no] 📉 Your expected month shrank by { $sum }
}
useful-silent = { $days ->
    [one] 🕰 Last contact was { $days } day ago
   *[other] 🕰 Last contact was { $days } days ago
}
logged-expenses = ✅ Expenses logged
expense = { $kind ->
    [way] driving
    [fuel] fuel
    [lodging] lodging
    [meal] meals
    [parking] parking
    [fare] tickets
   *[other] other expenses
}
expense-way = { $what } { $number } km
expenses-say = 💶 Expenses
