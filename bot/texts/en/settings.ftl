## Settings

settings-heading = ⚙️ What I send by myself, and when
settings-routine = { $kind ->
    [agenda] ☀️ The day's work
    [evening] 🌙 Evening line
    [digest] 📊 The week
    [closing] 🗓 The month
    [week] 📋 My week
   *[tidy] 🧹 Tidy
}
settings-routine-what = { $kind ->
    [agenda] In the morning: what is planned today and what was forgotten yesterday. Nothing to say, nothing sent.
    [digest] When a week has ended: what changed, the forecasts, what is worth doing.
    [closing] When a month or quarter has ended: what was won, and what was missing to the target.
    [week] On Friday: what you did, won and moved, what to expect this month and how next week begins; the tidy is here too. For your eyes only.
    [evening] One line in the evening: what was done, what is left, what the next working day has.
   *[tidy] On Fridays: deals without a next step or past their contract date.
}
settings-at = { $kind ->
    [tidy] Fridays at { $at }
    [week] Fridays at { $at }
    [digest] Mondays at { $at }
    [closing] the first working day of a month at { $at }
   *[other] working days at { $at }
}
settings-off = off
settings-turn-off = Turn off
settings-reminders = 🔔 Reminders: at the time you named, earlier before a visit or meeting
settings-quiet-none = 🤫 No quiet hours
settings-quiet-hours = 🤫 Quiet { $from }–{ $to }: nothing comes then whose time I chose
settings-no-quiet = No quiet hours
settings-snooze-none = 😴 Silence is off
settings-snoozed = { $today ->
    [yes] 😴 Silent until { $at }: reminders and the day's work come then
   *[no] 😴 Silent { $until }, { $at }: reminders and the day's work come then
}
button-quiet = 🤫 Quiet hours
button-snooze = 😴 Silence
snooze-hours = { $hours } h
snooze-morning = { $day } 8:00
snooze-end = End silence
evening-done = { $count ->
    [0] Nothing ticked off today.
   *[other] Done today: { $count }.
}
evening-left = { $count ->
    [one] Left: { $count } – I'll show it in the morning.
   *[other] Left: { $count } – I'll show them in the morning.
}
evening-tomorrow = For the next working day: { $count }.
command-settings = what I send and when, language, silence
command-snooze = silence for a while
error-no-such-moment = I couldn't read until when. For example: <code>/snooze until 14:00</code> or <code>/snooze until Monday</code>.
settings-zone = 🌍 Time zone: { $city }
settings-zone-what = What I send by myself comes at the hours of this city. Times agreed with customers stay the same moment; I only show them by your clock.
settings-zone-search = Another city or country? Write, for instance: <code>/zone London</code>
settings-zone-moved = { $count ->
    [one] 🔁 { $count } agreed time is shown by the new clock now.
   *[other] 🔁 { $count } agreed times are shown by the new clock now.
}
zone-offer = 🌍 It is { $here } where you are, but I go by { $mine }. If you do nothing, it stays so.
zone-offer-take = 🌍 Time zone: { $city }
button-zone = 🌍 Time zone
command-zone = where I am: time zone
