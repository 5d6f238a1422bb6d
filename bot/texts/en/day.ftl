## The day's work

agenda-heading = ☀️ { $day }
agenda-planned = { $gender ->
   *[other] due { $when }
}
agenda-empty =
    Nothing planned for today.
    Write what you promised a customer and when – I'll remind you.
agenda-all-done = { $count ->
    [one] ✅ All done: { $count } step.
   *[other] ✅ All done: { $count } steps.
}
agenda-done = ✅ Done already: { $count }
agenda-hidden = { $count ->
    [one] { $count } more step is waiting
   *[other] { $count } more steps are waiting
}
reminder-several = It's time
reminder-log = Log it
reminder-hour = +1 h
reminder-other = Other time
reminder-brief = The whole brief
agenda-show-all = Show all
held-heading = 📥 Not shown yet:
held-line = { $what ->
    [praise] 👏 { $name } praises you for { $about }
    [question] ❓ { $name } asks about { $about }
    [deal] 💼 { $name } handed over a deal: { $about }
    [shared] 🤝 { $name } shares a deal: { $about }
    [taken-over] 🤝 Taken over from { $name }
    [stand-in] 🤝 You stand in for { $name }
    [stand-in-over] 🤝 No need to stand in any more: { $name }
    [digest] 📊 Digest: { $period }
    [own-week] 📋 Your week: { $period }
   *[tidy] 🧹 Friday tidy
}
held-show = 📥 Show: { $count }
