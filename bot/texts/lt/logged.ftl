## Kortelė: kas įrašyta

logged = ✅ Įrašyta: { $what }
logged-plan = ✅ Įsiminiau
logged-corrected = ✏️ Pataisyta: { $what }
logged-corrected-plan = ✏️ Pataisyta
logged-together = { $count ->
    [one] ✅ Įrašytas { $count } klientas
    [few] ✅ Įrašyti { $count } klientai
    [many] ✅ Įrašyta { $count } kliento
   *[other] ✅ Įrašyta { $count } klientų
}
logged-guess = { $field ->
    [person] 🤔 Spėju, kad tas pats žmogus, su kuriuo šiandien jau bendravai
   *[company] 🤔 Spėju, kad ta pati įmonė, su kuria šiandien jau bendravai
}
logged-learnt = 🧠 Įsidėmėjau, ką reiškia „{ $said }“
logged-nobody = 👤 Klientas nepaminėtas
person-new = { $name } (naujas kontaktas)
company-new = { $name } (nauja įmonė)
deal-new = 💼 Naujas sandoris: { $deal }
deal-new-bare = 💼 Naujas sandoris
deal-won = 🎉 Laimėta: { $deal }
deal-won-bare = 🎉 Laimėta
deal-lost = ❌ Prarasta: { $deal }
deal-lost-bare = ❌ Prarasta
deal-lost-why = { $lost } – { $reason ->
    [price] dėl kainos
    [no_budget] nėra biudžeto
    [timing] netinkamas metas
    [no_need] nebereikia
    [no_response] nebeatsako
    [competitor] pasirinko kitą tiekėją
   *[other] kita priežastis
}
deal-competitor = 🆚 Konkurentas: { $name }
deal-stage = ➡️ Etapas: { $stage }
deal-close = ✍️ Sutartis { $when }
deal-close-chance = ✍️ Sutartis { $when }, tikimybė { $percent } %
deal-chance = 🎯 Tikimybė { $percent } %
kept = Palikta, nes vėliau pakeista: { $fields }.
field = { $field ->
    [amount] suma
    [stage] etapas
    [close] sutarties data
    [chance] tikimybė
    [company] įmonė
    [person] kontaktinis asmuo
    [deal] sandoris
    [kind] veiksmas
    [date] data
    [duration] trukmė
    [step] kitas žingsnis
   *[other] kiti duomenys
}
undone = ↩️ Atšaukta
undone-deed = { $what ->
    [won] laimėjimas
    [lost] praradimas
    [order] užsakymas
    [stage] etapo pakeitimas
   *[step] kitas žingsnis
}
undone-what = ↩️ Atšaukta: { $what }

## Naudinga eilutė po įrašo

useful-step = { $kind ->
    [promise-due] 🔔 Metas priminti. { $what } – { $when }
   *[other] ⏰ Dar nepadaryta: { $what } – { $when }
}
useful-month = { $up ->
    [yes] 📈 Tikėtina mėnesio suma paaugo { $sum }
   *[no] 📉 Tikėtina mėnesio suma sumažėjo { $sum }
}
useful-silent = { $days ->
    [one] 🕰 Iki šiol nebendrauta { $days } dieną
    [few] 🕰 Iki šiol nebendrauta { $days } dienas
    [many] 🕰 Iki šiol nebendrauta { $days } dienos
   *[other] 🕰 Iki šiol nebendrauta { $days } dienų
}
logged-expenses = ✅ Įrašytos išlaidos
expense = { $kind ->
    [way] kelias
    [fuel] degalai
    [lodging] nakvynė
    [meal] maistas
    [parking] stovėjimas
    [fare] bilietai
   *[other] kitos išlaidos
}
expense-way = { $what } { $number } km
expenses-say = 💶 Išlaidos
