## Days off, deputies, members who leave

life-deed = { $what ->
    [away] ✅ Noted: you are off
    [deputy] ✅ You have a deputy
    [no-deputy] ✅ Nobody stands in
   *[back] ✅ Your days off are over
}
away-none = 🏖 You have no days off noted. Write, for example: <code>/off until Monday</code> or <code>/off 23 December till 4 January</code>
away-from = 🏖 Starts { $when }
away-back = 📅 Back { $when }
away-deputy = 🤝 { $name } stands in: sees what you have planned and may act on your deals. What is won stays yours.
away-who = Who stands in for you?
away-nobody = There is no colleague who could stand in.
away-no-deputy = Nobody
away-end = { $when ->
    [ahead] I'm staying
   *[now] I'm back
}
stand-in = 🤝 You stand in for { $name }, back { $when }
stand-in-over = 🤝 { $name } is back, or somebody else stands in: your part is done. Thank you.
stand-in-how = What they have planned is in your /today; you may act on their deals, and the credit stays theirs.
members-heading = { $count ->
    [one] 👥 { $count } member
   *[other] 👥 { $count } members
}
members-none = Nobody has joined yet. Invite your team with a link.
members-deals = { $count ->
    [0] no open deals
    [one] { $count } open deal
   *[other] { $count } open deals
}
members-away = 🏖 back { $when }
members-back = ‹ All members
leaving-steps = { $count ->
    [0] no open steps
    [one] { $count } open step
   *[other] { $count } open steps
}
leaving-heir = Has left? Tap who takes it all over.
leaving-free = Nothing is open. Has left?
leaving-yes = Yes, has left
leaving-phone = Access ends at once. What is already in their chat stays on their phone.
left = 👋 { $name } has no access any more.
left-heir = ✅ Handed over: { $what } → { $name }
left-phone = 📱 What was already in their chat stays on their phone: we can't take it back.
taken-over = 🤝 What was open with { $name } is yours now:
error-no-such-days = Which days? Write, for example: <code>/off until Monday</code>
