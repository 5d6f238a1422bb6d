## Savaitės (mėnesio, ketvirčio) suvestinė vadovui

digest-week = 📊 { $period } ({ $days })
digest-period = 📊 { $period }
digest-people = { $count ->
    [one] { $count } žmogus
    [few] { $count } žmonės
    [many] { $count } žmogaus
   *[other] { $count } žmonių
}
digest-quiet = { $length ->
    [week] Per savaitę nė vienas sandoris nelaimėtas, neprarastas ir nepajudėjo.
    [month] Per mėnesį nė vienas sandoris nelaimėtas, neprarastas ir nepajudėjo.
   *[quarter] Per ketvirtį nė vienas sandoris nelaimėtas, neprarastas ir nepajudėjo.
}
digest-won = { $count ->
    [one] ✅ Laimėtas { $count } sandoris
    [few] ✅ Laimėti { $count } sandoriai
    [many] ✅ Laimėta { $count } sandorio
   *[other] ✅ Laimėta { $count } sandorių
}
digest-largest = didžiausias – { $deal }
digest-orders = { $count ->
    [one] 📦 { $count } užsakymas, { $sum }
    [few] 📦 { $count } užsakymai, { $sum }
    [many] 📦 { $count } užsakymo, { $sum }
   *[other] 📦 { $count } užsakymų, { $sum }
}
digest-lost = { $count ->
    [one] ❌ Prarastas { $count }
    [few] ❌ Prarasti { $count }
   *[other] ❌ Prarasta { $count }
}
digest-lost-reason = { $reason ->
    [price] dėl kainos
    [no_budget] nėra biudžeto
    [timing] netinkamas metas
    [no_need] nebereikia
    [no_response] nebeatsako
    [competitor] pasirinko kitą
   *[other] kita priežastis
}
digest-lost-to = pasirinko kitą ({ $name })
digest-slipped = { $count ->
    [one] ⏳ Nukeltas { $count }
    [few] ⏳ Nukelti { $count }
   *[other] ⏳ Nukelta { $count }
}
digest-times = { $count ->
    [one] jau { $count } kartą
    [few] jau { $count } kartus
    [many] jau { $count } karto
   *[other] jau { $count } kartų
}
digest-moved = ➡️ Pažengė { $count }
digest-target = planas { $sum }
digest-floor = Tvirta: { $sum } (laimėta { $won })
digest-expected = Tikėtina: { $sum }
digest-thin = { $count ->
    [0] Pagal datas ir etapus: { $sum } (dar neuždarytas nė vienas sandoris, tikėtinos dar nepasakysiu)
    [one] Pagal datas ir etapus: { $sum } (uždarytas tik { $count } sandoris, tikėtinos dar nepasakysiu)
    [few] Pagal datas ir etapus: { $sum } (uždaryti tik { $count } sandoriai, tikėtinos dar nepasakysiu)
   *[other] Pagal datas ir etapus: { $sum } (uždaryta tik { $count } sandorių, tikėtinos dar nepasakysiu)
}
digest-floor-above = Tvirta didesnė už tikėtiną: panašių sandorių pažadėtos datos dažnai nusikelia.
digest-best = Optimistinė: { $sum }
digest-best-below = Tikėtina apima ir dar nežadamus sandorius.
digest-short-of-target = Iki plano tikėtinai trūksta { $sum }
digest-above-target = Planas tikėtinai viršijamas { $sum }
digest-part = • { $name }: { $expected } iš { $target }
digest-funnels = Piltuvėliai: { $leads }; { $deals }
digest-leads = { $count ->
    [one] { $count } užklausa
    [few] { $count } užklausos
    [many] { $count } užklausos
   *[other] { $count } užklausų
}
digest-open = { $count ->
    [one] { $count } atviras sandoris
    [few] { $count } atviri sandoriai
    [many] { $count } atviro sandorio
   *[other] { $count } atvirų sandorių
}
digest-without-amount = { $count } be sumos
digest-contract = ✍️ { $deal }
digest-said = { $who } sako { $day }
digest-like-it = panašūs rodo { $days }
digest-work = Veikla: { $work }
digest-visits = { $count ->
    [one] iš jų { $count } vizitas
    [few] iš jų { $count } vizitai
    [many] iš jų { $count } vizito
   *[other] iš jų { $count } vizitų
}
digest-absent = { $count ->
    [one] { $count } žmogus buvo išvykęs
    [few] { $count } žmonės buvo išvykę
   *[other] { $count } žmonių buvo išvykę
}
digest-customers = Klientai: { $customers }
digest-new-customers = { $count ->
    [one] { $count } naujas
    [few] { $count } nauji
    [many] { $count } naujo
   *[other] { $count } naujų
}
digest-dormant = { $count } nutilo
digest-gone = { $count } išėjo kitur
digest-worth-doing = Verta padaryti
digest-prepare = Pasirengti sutarčiai: { $deal } ({ $who }) – panašūs sandoriai užtrunka ilgiau
digest-help = { $count ->
    [one] Padėti: { $who } – { $count } sandoris be kito žingsnio
    [few] Padėti: { $who } – { $count } sandoriai be kito žingsnio
    [many] Padėti: { $who } – { $count } sandorio be kito žingsnio
   *[other] Padėti: { $who } – { $count } sandorių be kito žingsnio
}
digest-talk = { $count ->
    [one] Pasikalbėti: { $deal } ({ $who }) – nukelta { $count } kartą
    [few] Pasikalbėti: { $deal } ({ $who }) – nukelta { $count } kartus
   *[other] Pasikalbėti: { $deal } ({ $who }) – nukelta { $count } kartų
}
digest-thank = Padėkoti: { $who } – { $deal }
digest-button-won = ✅ { $count }
digest-button-lost = ❌ { $count }
digest-button-slipped = ⏳ { $count }
digest-button-moved = ➡️ { $count }
digest-answer = { $asked ->
    [forecast] Prognozė
    [funnel] Piltuvėlis
    [when] Sutartys
    [effort] Pastangos
    [process] Procesas
   *[customers] Klientai
}
command-digest = praėjusi savaitė
digest-part-heading = 📊 Suvestinė
lost-because = { $word ->
    [price] dėl kainos
    [no_budget] nėra biudžeto
    [timing] netinkamas metas
    [no_need] nebereikia
    [no_response] nebeatsako
    [competitor] pasirinko kitą
   *[other] kita priežastis
}
date-was = buvo { $when }
date-is = dabar { $when }
digest-no-step = { $count ->
    [one] { $name }: { $count } sandoris be kito žingsnio
    [few] { $name }: { $count } sandoriai be kito žingsnio
    [many] { $name }: { $count } sandorio be kito žingsnio
   *[other] { $name }: { $count } sandorių be kito žingsnio
}
own-week = 📋 Tavo { $period } ({ $days })
own-week-done = { $count ->
    [one] padarytas { $count } žingsnis
    [few] padaryti { $count } žingsniai
    [many] padaryta { $count } žingsnio
   *[other] padaryta { $count } žingsnių
}
own-week-bright = { $what ->
    [promises] 🌟 { $count ->
        [one] Laiku padaryta visa, ką žadėjai: { $count } žingsnis
        [few] Laiku padaryta visa, ką žadėjai: { $count } žingsniai
       *[other] Laiku padaryta visa, ką žadėjai: { $count } žingsnių
    }
    [largest] 🌟 Didžiausia tavo pergalė per { $count } dienų
   *[busiest] 🌟 Daugiausia veiksmų per { $count } savaites
}
own-week-month = { $month }: tikėtina { $sum }
own-week-ahead = { $count ->
    [one] Kitą savaitę laukia { $count } žingsnis:
    [few] Kitą savaitę laukia { $count } žingsniai, pirmieji:
    [many] Kitą savaitę laukia { $count } žingsnio, pirmieji:
   *[other] Kitą savaitę laukia { $count } žingsnių, pirmieji:
}
own-week-nothing-ahead = Kitai savaitei dar nieko nesuplanuota.
own-week-tidy = 🧹 Susitvarkyti: { $count }
