## Sandoriai

deals-heading = { $count ->
    [one] 💼 { $count } atviras sandoris
    [few] 💼 { $count } atviri sandoriai
    [many] 💼 { $count } atviro sandorio
   *[other] 💼 { $count } atvirų sandorių
}
deals-without-amount = be sumos – { $count }
deals-which = { $which ->
    [mine-all] mano
    [mine-stale] mano, stovi per ilgai
    [mine-closing] mano, sutartis šį mėnesį
    [team-stale] komandos, stovi per ilgai
    [team-closing] komandos, sutartis šį mėnesį
   *[team-all] komandos
}
deals-filter = { $filter ->
    [whose-mine] Mano
    [whose-team] Komandos
    [only-stale] Stovi
   *[only-closing] Šį mėnesį
}
deals-empty =
    Atvirų sandorių kol kas nėra.
    Parašyk, pavyzdžiui: <code>Statyba nori pasiūlymo už 12k</code> – ir sandoris atsiras.
deals-none = Tokių sandorių čia nėra.
deal-closes = sutartis { $when }
deal-closed-by = ❗ sutarties laukta { $when }
deal-owner = 🙋 { $name }
deal-steps = Kiti žingsniai
deal-contacts = Kas vyko
deal-back = ‹ Sandoriai
days = { $count ->
    [0] nuo šiandien
    [one] { $count } diena
    [few] { $count } dienos
    [many] { $count } dienos
   *[other] { $count } dienų
}
deal-days = { $days } (įprastai { $usual })
deal-days-late = ⚠️ { $days } (įprastai { $usual })
deal-close-passed = ❗ Sutarties data praėjo: laukta { $when }
deal-chance-short = tikimybė { $percent } %
deal-ended = { $how ->
    [won] 🎉 Laimėta { $when }
   *[lost] ❌ Prarasta { $when }
}
deal-attachments = { $count ->
    [one] 📎 { $count } priedas
    [few] 📎 { $count } priedai
    [many] 📎 { $count } priedo
   *[other] 📎 { $count } priedų
}
category = { $category ->
    [commit] tvirta prognozė
    [best_case] optimistinė prognozė
    [omitted] be prognozės
   *[pipeline] dar neprognozuojama
}
category-by-stage = pagal etapą – { $category }
lost-reason = { $reason ->
    [price] kaina
    [no_budget] nėra biudžeto
    [timing] netinkamas metas
    [no_need] nebereikia
    [no_response] nebeatsako
    [competitor] kitas tiekėjas
   *[other] kita priežastis
}
deal-change = { $what ->
    [begun] ✅ Naujas sandoris
    [moved] ➡️ Etapas: { $name }
    [reopened] ↩️ Vėl atviras: { $name }
    [won] 🎉 Laimėta
    [lost] ❌ Prarasta
    [amount] ✅ Suma: { $amount }
    [close] ✅ Sutartis: { $when }
    [category] ✅ Nuo šiol – { $category ->
        [commit] tvirta prognozė
        [best_case] optimistinė prognozė
        [omitted] be prognozės
       *[pipeline] dar neprognozuojama
    }
    [pipeline] ✅ Pardavimo procesas: { $name }
   *[title] ✅ Pavadinimas pakeistas
}
deal-lost-to = Ką jie pasirinko?
deal-rival = { $which ->
    [none] Nieko / nežinau
   *[other] Kitą…
}
deal-win = 🎉 Laimėta
deal-lose = ❌ Prarasta
deal-give = ⇢ Perduoti
deal-log = ✍️ Įrašyti
deal-more = ⋯ Daugiau
deal-reopen = ↩️ Vėl atverti
deal-in-words = Parašysiu…
deal-menu = { $menu ->
    [stages] ➡️ Etapas
    [dates] ✍️ Sutarties data
    [category] 🎯 Prognozė
    [amount] 💶 Suma
    [title] ✏️ Pavadinimas
   *[history] 🕓 Istorija
}
deal-given = 🤝 Perduota: { $deal } → { $name }
deal-got = 🤝 { $name } perdavė tau sandorį
deal-taken-back = { $whose ->
    [own] ↩️ { $by } atsiėmė sandorį
    [theirs] ↩️ { $by } atšaukė perdavimą. Sandorį vėl tvarko { $name }
   *[yours] ↩️ { $by } atšaukė perdavimą. Sandoris vėl tavo
}
deal-taken = 🤝 { $by } perdavė tavo sandorį. Nuo šiol jį tvarko { $name }
history-heading = istorija
history-undone = ↩️ atšaukta –
history-field = { $field ->
    [created] sandoris pradėtas
    [stage] etapas
    [amount] suma
    [close] sutarties data
    [category] prognozė
    [chance] tikimybė
    [title] pavadinimas
    [owner] kas tvarko
    [reason] praradimo priežastis
    [competitor] konkurentas
    [company] įmonė
    [person] kontaktinis asmuo
    [praise] 👍 pagyrimas
    [question] ❓ klausimas
    [reply] 💬 atsakymas
   *[pipeline] pardavimo procesas
}
