## Ataskaitų lentelės

table-heading = { $name ->
    [leads] Užklausų piltuvėlis
    [funnel] Pardavimų piltuvėlis
    [forecast] Prognozė
    [closing] Kada sutartis
    [effort] Pastangos
    [cost] Kiek kainuoja parduoti
    [capacity] Kiek reikia pardavėjų
    [process] Etapų žingsniai
    [customers] Klientai
    [adoption] Ar naudojama
    [backtest] Prognozės tikslumas
   *[other] { $name }
}
table-as-of = { $day } duomenimis
table-period = laikotarpis nuo { $start } iki { $end } (neįskaitant)
table-note = Pastaba: { $text }
column = { $name ->
    [active] perka
    [active_days] dienų su įrašais
    [advanced] pažengė
    [amount] suma
    [best_case] optimistinė
    [bias] poslinkis
    [brier] Brier
    [by] grupuojama pagal
    [by_kind] pagal rūšį
    [closing_cost] uždarytų kaina
    [commit_hit_rate] tvirtų prognozių išsipildė
    [company] įmonė
    [competitor] konkurentas
    [contacts] veiksmai
    [conversion] pažengusių dalis
    [cost] kaina
    [cost_per_contact] veiksmo kaina
    [cost_per_new_customer] naujo kliento kaina
    [cost_per_won] laimėto kaina
    [coverage] pataikė į ribas
    [deal] sandoris
    [deals] sandoriai
    [deals_with_next_step] su kitu žingsniu
    [comments] vadovų komentarai
    [comments_answered] iš jų atsakyti
    [digests_opened] atverta suvestinių
    [disqualified] atmesta
    [dormant] nutilę
    [drivers] kas lemia
    [entered] atėjo
    [expected] tikėtina
    [expected_high] tikėtina iki
    [expected_low] tikėtina nuo
    [floor] tvirta
    [followed_share] padaryta
    [group] grupė
    [horizon_days] prieš kiek dienų
    [kind] rūšis
    [logging] rašo
    [logs] įrašai
    [lost] prarasta
    [lost_count] prarasta
    [mean_won_value] vidutinė laimėta suma
    [measured_share] užrašyto laiko dalis
    [median_cycle_days] ciklas dienomis (mediana)
    [median_date] data (mediana)
    [median_days] dienų (mediana)
    [median_hours_to_log] valandų iki įrašo (mediana)
    [messages_per_log] žinučių įrašui
    [method] būdas
    [minutes] minutės
    [minutes_measured] užrašytos minutės
    [minutes_needed] reikia minučių
    [minutes_per_person] minučių žmogui
    [missing] trūksta
    [new] nauji
    [new_business] nauji sandoriai
    [new_customers] nauji klientai
    [open_deals] atviri sandoriai
    [overdue] vėluoja
    [overdue_days] vėluoja dienų
    [p10_date] anksčiausiai (10 %)
    [p90_date] vėliausiai (90 %)
    [p90_days] dienų (90 %)
    [people] žmonės
    [people_high] žmonių iki
    [people_low] žmonių nuo
    [people_needed] reikia žmonių
    [people_now] žmonių dabar
    [periods] laikotarpiai
    [pipeline] procesas
    [qualified] atrinkta
    [reasons] kodėl
    [rep] pardavėjas
    [rep_date] pardavėjo data
    [share_of_won] dalis nuo laimėtų
    [silent_days] tyli dienų
    [since] nuo
    [source] šaltinis
    [stage] etapas
    [standing_count] stovi
    [standing_value] stovi suma
    [state] būsena
    [still_here] tebėra
    [taps_per_log] bakstelėjimų įrašui
    [target] planas
    [usual_gap_days] įprastai kas (d.)
    [velocity_per_day] greitis per dieną
    [wape] paklaida (WAPE)
    [weighted] pagal tikimybę
    [win_probability] laimėjimo tikimybė
    [win_rate] laimėjimo dalis
    [without_amount] be sumos
    [won] laimėta
    [won_count] laimėta
    [won_value] laimėta suma
    [working_days] darbo dienos
   *[other] { $name }
}

note-thin-history = Istorija dar per trumpa savai prognozei: uždaryta sandorių – { $closed }, reikia { $enough }. Tikėtina čia – suma × etapo tikimybė.
note-without-amount = Be sumos: { $count } – šie sandoriai yra tarp skaičių, bet ne sumose.
note-shared-deals = Bendri sandoriai: { $count }. Kiekvienas bendrininkas skaičiuoja savo dalį, suvestinė – visą sandorį vieną kartą.
note-no-target = Šiam laikotarpiui nėra plano.
note-floor-above-expected = Tvirta prognozė viršija tikėtiną: ji visus pažadėtus šio laikotarpio sandorius laiko laimėtais, o jie ne visada laimimi laiku.
note-no-comparable-period = Kiek atneš nauji sandoriai, nežinoma: istorijoje nėra tokio ilgio laikotarpio.
note-no-past-period = Nė vienas praėjęs laikotarpis neturi pakankamai istorijos prieš save, tad nėra ko pakartoti.
note-no-contacts = Šiuo laikotarpiu veiksmų neužrašyta.
note-usual-minutes = Užrašyta { $percent } % minučių; kitos – įprasta tokio veiksmo trukmė, effort.minutes config.toml faile.
note-absences = Nebuvo žmonių: { $people }, iš viso darbo dienų: { $days }.
note-expenses = Kelionės ir išlaidos – { $sum }.
note-no-kilometre-cost = Neįskaityta { $number } km kelio: config.toml faile nurodyk effort.kilometre_cost – kiek kainuoja kilometras.
note-no-hourly-cost = Kaina nežinoma: config.toml faile nurodyk effort.hourly_cost – kiek kainuoja pardavėjo valanda.
note-no-playbook = Nė vienas etapas nieko neprašo: config.toml faile nurodyk etapo žingsnius, [[pipelines.stages]] playbook.
note-period-over = Laikotarpis baigėsi – parduoti jame nebėra kada.
note-no-pace = Nežinoma, kiek laiko per darbo dieną žmogus skiria klientams: config.toml faile nurodyk effort.selling_percent arba rašyk veiksmus.
note-pace-observed = Žmogus per darbo dieną klientams skiria { $minutes } min. – pagal paskutinius mėnesius; kitą tempą nurodyk config.toml faile, effort.selling_percent.
note-no-range = Ribų nėra: joms reikia { $months } mėnesių istorijos.
note-nothing-won = Dar nieko nelaimėta, tad nežinoma, kiek darbo reikia laimėti.
note-no-ramp = Kaip įsivažiuoja naujokai, nežinoma: nė vienas naujas žmogus neišbuvo metų.
note-rate-missing = Sumos { $currency } neįskaičiuotos: nežinomas { $day } kursas. Nurodyk jį config.toml faile: [[rates]] currency = "{ $currency }", since = { $day }, rate = "…" ({ $team }).
