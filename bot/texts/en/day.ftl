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
