## Your figures, and who sees them

mine-week = 🗓 Your week
mine-new-deals = { $count ->
    [one] { $count } new deal
   *[other] { $count } new deals
}
mine-won = { $count ->
    [one] 🎉 Won { $count } deal: { $total }
   *[other] 🎉 Won { $count } deals: { $total }
}
mine-month = 🎯 Your month
mine-month-won = Won: { $sum }
mine-month-expected = Expected: { $sum } ({ $range })
mine-month-open = Expected: { $sum } (a few deals will decide)
mine-month-sure = Expected: { $sum }
mine-month-thin = By your dates and stages: { $sum } (I'll know better once the team has closed more deals)
mine-month-target = Target: { $sum } { $bar }
mine-commission = Your commission on what is won: { $sum } ({ $percent }%)
mine-without-amount = Without an amount: { $count }
mine-funnel = 💼 Your funnel
deals-count = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
mine-late = { $days ->
    [one] 🔭 Your contract dates run { $days } day early (from { $count } won)
   *[other] 🔭 Your contract dates run { $days } days early (from { $count } won)
}
mine-early = { $days ->
    [one] 🔭 Your contract dates run { $days } day late (from { $count } won)
   *[other] 🔭 Your contract dates run { $days } days late (from { $count } won)
}
mine-accurate = 🔭 Your contract dates are right on time (from { $count } won)
mine-alone = Only you see this screen. What managers see: /whosees
role = { $role ->
    [owner] owner
    [manager] manager
   *[rep] salesperson
}
whosees-heading = Who sees your work
whosees-nobody = Nobody: no manager or owner has joined yet.
whosees-what =
    They see: your deals with amounts and stages, your contacts with the text of your message, your next steps; how much time customers get, how much, when and how soon you log, what your deals wait for (a manager's /effort, /adoption, /process).
    They don't see: how accurate your dates are (/me), where you are (I only know when you send it yourself), this chat.
    Colleagues see only the shared list of companies and people with their phones.
whosees-mine = You see the work of those you manage: { $names }
command-me = my week and month
command-whosees = who sees what of me
