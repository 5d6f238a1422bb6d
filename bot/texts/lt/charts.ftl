## Kas rašoma paveiksluose

chart-money = { $number } { $sign }
chart-as-of = { $day } duomenimis
chart-funnel = Pardavimų piltuvėlis
chart-standing = { $count } · { $sum }
chart-going-on = { chart-standing } · { $rate } toliau
chart-funnel-foot = Laimėta per laikotarpį: { $count }, { $sum } · laimėjimo dalis { $rate }
chart-leads = Užklausų piltuvėlis
chart-no-source = šaltinis nežinomas
chart-of-leads = { $count } · atrinkta { $rate }
chart-qualified = atrinkta
chart-still-here = dar užklausa
chart-disqualified = atmesta
chart-forecast = Prognozė
chart-floor = Tvirta
chart-expected = Tikėtina (4 iš 5)
chart-sum = { $sum }
chart-range = { $sum } (nuo { $low } iki { $high })
chart-best_case = Optimistinė
chart-weighted = Pagal etapo tikimybę
chart-won = laimėta
chart-open = dar atvira
chart-target = Planas { $sum }
chart-no-target = Šiam laikotarpiui planas nenustatytas
chart-ageing = Atviri sandoriai pagal laiką etape
chart-fresh = kaip įprasta
chart-longer = ilgiau
chart-stale = per dvigubai ilgiau
chart-of-deals = { $stale ->
    [0] { $count }
   *[other] { $count }, iš jų { $stale } per dvigubai ilgiau
}
chart-effort = Pastangos savaitėmis, valandos
chart-met = vizitai ir susitikimai
chart-called = skambučiai
chart-wrote = laiškai, pasiūlymai, kita
chart-effort-foot = { contacts-count } · { $time }
chart-day-pattern = MM-dd
