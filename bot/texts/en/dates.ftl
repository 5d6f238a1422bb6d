## Dates, times, durations

weekday = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}
weekday-on = { $weekday ->
    [0] on Monday
    [1] on Tuesday
    [2] on Wednesday
    [3] on Thursday
    [4] on Friday
    [5] on Saturday
   *[6] on Sunday
}
month = { $month ->
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
}
today = today
tomorrow = tomorrow
yesterday = yesterday
date-heading = { $weekday } { $day } { $month }
date-on = { $weekday } { $day } { $month }
date-on-year = { $weekday } { $day } { $month } { $year }
date-days = { $day }–{ $last } { $month }
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-by = on { $date }
date-until = until { $date }
time = { $hour }:{ $minute }
near-at = { $day } at { $time }
day-at = { $day }, { $time }
minutes = { $minutes } min
hours = { $hours } h
hours-minutes = { $hours } h { $minutes } min

words-before-a-day = on, at, by, from, until, for, around, in
units-behind-a-number = %, €, EUR, min, h, kg, t, km, m, m², m³, pcs, pc, million, thousand
