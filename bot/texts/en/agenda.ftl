## What was done on this screen, a step's card, picking a day

deed = { $what ->
    [done] ✅ { $about }
    [logged] ✅ Logged: { $about }
    [no-answer] ✅ { $about }. Again { $when }
    [moved] ⏩ Moved, now { $when }: { $about }
    [dropped] 🗑 No longer needed: { $about }
    [lost] ❌ Lost: { $about }
    [dated] ✍️ Contract { $when }: { $about }
    [where-rival] 🔀 { $about }: buying from { $rival }
    [where-nobody] ⏸ { $about }: a break until { $when }
    [where-talking] 💬 { $about }: still in touch
   *[planned] 📌 Planned { $when }: { $about }
}
deed-asks = How did it go? Tap or write.
went-well = 👍 Went well
went-postponed = Postponed
plan-step = + Next step
button-other-day = Another day
button-done = ✓ Done
button-received = ✓ Received
button-move = ⏩ Move
button-drop = No longer needed
button-deal = 💼 Deal
button-person = Person
agenda-for = { $about } · 🙋 { $name }
week-heading = 🗓 The coming seven days
week-empty = Nothing planned for the coming seven days.
week-today = ☀️ Today
plan-heading = Next step
move-heading = To be moved:
pick-day = Which day?
pick-time = What time?
pick-no-time = No time
pick-month = Another day…
pick-fortnight = In two weeks
pick-next-friday = Friday next week
pick-free-days = Weekends and holidays are in brackets.
button-return = Back
pick-month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
weekday-short = { $weekday ->
    [0] Mo
    [1] Tu
    [2] We
    [3] Th
    [4] Fr
    [5] Sa
   *[6] Su
}
