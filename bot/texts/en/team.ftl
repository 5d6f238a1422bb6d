## The team's day

team-heading = 👥 { $day }
contacts-count = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
team-quiet = Nothing logged yet: { $names }
team-nobody = Nothing logged on this day yet.

team-week = 👥 The team's week
team-person = 👤 The week
team-contacts = { contacts-count } ({ $number } last week)
team-open = { $count ->
    [one] { $count } open deal, { $sum }
   *[other] { $count } open deals, { $sum }
}
team-expected = { $sum } expected this quarter
team-weighted = { $sum } this quarter by stage probability
team-contacts-of = { contacts-count } (was { $number })
team-expected-of = { $sum } expected
team-weighted-of = { $sum } by stage probability
team-nobodys = nobody's
team-won = 🏆 { $count } won, { $sum }
team-help = { $word ->
    [date] 🤝 help with dates: { $count ->
        [one] { $count } contract was expected before today
       *[other] { $count } contracts were expected before today
    }
   *[other] 🤝 help to plan: { $count ->
        [one] { $count } deal without a next step
       *[other] { $count } deals without a next step
    }
}
team-waits = { $word ->
    [date] contract was expected before today
   *[other] no next step
}
team-left = has left – their deals want handing over: /members
team-choice-today = Today
team-choice-contacts = Contacts
team-choice-forecast = Forecast
