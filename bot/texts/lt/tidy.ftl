## Pasiūlymai, pažadai ir penktadienio tvarka

suggested = 💡 Verta padaryti
suggested-on-the-way = Pakeliui: { $about }
suggested-why = { $reason ->
    [silent] { $days ->
        [one] nebendrauta { $days } dieną
        [few] nebendrauta { $days } dienas
        [many] nebendrauta { $days } dienos
       *[other] nebendrauta { $days } dienų
    }
    [date-passed] sutarties laukta { $when }
   *[no-step] nėra kito žingsnio
}
promises-heading = { $side ->
    [ours] 🤝 Pažadėjome klientams: { $count }
   *[theirs] 🤝 Klientai pažadėjo mums: { $count }
}
promises-none = { $side ->
    [ours] Visi pažadai įvykdyti.
   *[theirs] Iš klientų nieko nelaukiame.
}
promises-side = { $side ->
    [ours] Mūsų pažadai: { $count }
   *[theirs] Klientų pažadai: { $count }
}
tidy-open = 🧹 Penktadienio tvarka: { $count }
tidy-left = { $count ->
    [one] 🧹 Liko { $count } sandoris
    [few] 🧹 Liko { $count } sandoriai
    [many] 🧹 Liko { $count } sandorio
   *[other] 🧹 Liko { $count } sandorių
}
tidy-why = { $reason ->
    [date-passed] Sutarties laukta { $when } – kada jos laukti dabar?
   *[no-step] Nėra kito žingsnio. Kada paskambinti?
}
tidy-why-lost = Kodėl prarasta?
tidy-lost = ❌ Prarasta
tidy-keep = Palikti
tidy-done = 🧹 Viskas peržiūrėta. Ačiū – pirmadienis bus lengvesnis.
tidy-nothing = 🧹 Tvarkyti nėra ko: visi sandoriai turi kitą žingsnį ir datą ateityje.
pick-in-a-month = Po mėnesio
