## Ataskaitų langeliai ir lapai

sheet = { $name ->
    [leads] Užklausų piltuvėlis
    [funnel] Pardavimų piltuvėlis
    [forecast] Prognozė
    [closing] Kada bus sutartis
    [effort] Pastangos
    [cost] Pardavimo kaina
    [capacity] Kiek reikia žmonių
    [process] Etapų žingsniai
    [customers] Klientai
    [adoption] Naudojimas
   *[other] { $name }
}
sheet-about = Suvestinė ir pastabos
sheet-column = { $what ->
    [report] ataskaita
    [what] kas
   *[value] reikšmė
}
sheet-about-line = { $name ->
    [as_of] kurios dienos duomenys
    [start] laikotarpis nuo
    [end] laikotarpis iki (neįskaitant)
    [currency] valiuta
   *[note] pastaba
}
cell-all = visi
cell-fate = { $fate ->
    [open] atviras
    [won] laimėta
   *[lost] prarasta
}
cell-state = { $state ->
    [new] naujas
    [active] perka
    [dormant] nutilęs
   *[lost] išėjo kitur
}
cell-kind-line = { $kind } { $contacts } ({ $minutes } min.)
cell-driver = { $name ->
    [minutes_per_won] minučių vienam laimėtam
    [mean_won_value] vidutinė laimėta suma
    [minutes_per_day] minučių per dieną
    [working_days_left] liko darbo dienų
    [wavers] labiausiai svyruoja:
    [ramp_up_months] naujoko įsivažiavimas (mėn.)
   *[newcomers] naujokų prireiktų
}
cell-reason = { $reason ->
    [days_in_stage] etape dienų: { $value }
    [usual_days] įprastai etape dienų: { $value }
    [stale] užsistovėjo
    [date_passed_days] data praėjo prieš dienų: { $value }
    [later_than_said_days] vėliau nei sakyta, dienų: { $value }
    [earlier_than_said_days] anksčiau nei sakyta, dienų: { $value }
    [closed_deals] pagal uždarytus sandorius: { $value }
    [thin_history] istorija dar per trumpa
   *[no_date] nėra sutarties datos
}
