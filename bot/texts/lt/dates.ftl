## Datos, laikas, trukmė

weekday = { $weekday ->
    [0] pirmadienis
    [1] antradienis
    [2] trečiadienis
    [3] ketvirtadienis
    [4] penktadienis
    [5] šeštadienis
   *[6] sekmadienis
}
weekday-on = { $weekday ->
    [0] pirmadienį
    [1] antradienį
    [2] trečiadienį
    [3] ketvirtadienį
    [4] penktadienį
    [5] šeštadienį
   *[6] sekmadienį
}
month = { $month ->
    [1] sausio
    [2] vasario
    [3] kovo
    [4] balandžio
    [5] gegužės
    [6] birželio
    [7] liepos
    [8] rugpjūčio
    [9] rugsėjo
    [10] spalio
    [11] lapkričio
   *[12] gruodžio
}
today = šiandien
tomorrow = rytoj
yesterday = vakar
date-heading = { $weekday }, { $month } { $day } d.
date-on = { $weekday }, { $month } { $day } d.
date-on-year = { $weekday }, { $year } m. { $month } { $day } d.
date-days = { $month } { $day }–{ $last } d.
date-short = { $month } { $day } d.
date-short-year = { $year } m. { $month } { $day } d.
date-by = { $date }
date-until = iki { $date }
time = { $hour }:{ $minute }
near-at = { $day } { $time }
day-at = { $day }, { $time }
minutes = { $minutes } min.
hours = { $hours } val.
hours-minutes = { $hours } val. { $minutes } min.

words-before-a-day = iki, nuo, apie, po, prieš
units-behind-a-number = %, €, EUR, Eur, eur., d., m., mėn., sav., val., val, min., min, tūkst., mln., mlrd., vnt., kg, t, km, m, m², m³
