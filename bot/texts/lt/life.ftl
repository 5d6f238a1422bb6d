## Ko nesutelpa į etapus: užsakymai, konkursai, pertraukos, dalys

order-logged = 📦 Užsakymas: { $amount }
computed = 🧮 { $positions } = { $amount }
position = { $quantity } { $unit } po { $price }
unit = { $unit ->
    [piece] vnt.
    [person] asm.
    [customer] kl.
    [m2] m²
    [m3] m³
    [hour] val.
    [day] d.
    [month] mėn.
    [year] m.
   *[other] { $unit }
}
rest-open = ↪️ Likusi dalis dar atvira: { $amount }
rest-lost = ↪️ Likusi dalis prarasta: { $amount }
tender = 🏁 Konkursas { $until }
paused = ⏸ Pertrauka { $until } – iki tada tyla nieko nereiškia
employer-before = 🔁 Anksčiau – { $company }
employer-left = 🔁 Čia nebedirba
option-order = Atskiras užsakymas
option-rest = { $what ->
    [lost] Prarasta: { $amount }
   *[open] Dar atvira: { $amount }
}
option-steps = { $what ->
    [drop] Išbraukti
   *[keep] Palikti įmonei
}
step-reason = { $reason ->
    [tender] pateikti konkurso pasiūlymą
   *[samples] paklausti dėl pavyzdžių
}

life-done = { $what ->
    [tender] ✅ Konkursas { $until }; priminsiu likus 3 ir 1 darbo dienai
    [no-tender] ✅ Konkurso nebėra
    [paused] ✅ Pertrauka { $until }
    [resumed] ✅ Pertrauka baigta
    [linked] ✅ Tas pats objektas: { $about }
    [unlinked] ✅ Atskiras objektas
    [shared] ✅ Dalijamasi: { $about }
   *[unshared] ✅ Nebesidalijama: { $about }
}
life-nothing = Konkurso ir pertraukos nėra, vienas pirkėjas, vienas pardavėjas.
life-one-of = 🏗 1 iš { $count } tam pačiam objektui
life-choose = { $what ->
    [pause] Iki kada pertrauka?
    [object] Kuris sandoris – tam pačiam objektui?
    [share] Su kuo dalijamasi?
   *[percent] Kokia kolegos dalis? Likusi lieka tam, kas tvarko sandorį.
}
life-tender = 🏁 Konkursas…
life-no-tender = 🏁 Ne konkursas
life-pause = ⏸ Pertrauka
life-no-pause = Be pertraukos
life-object = 🏗 Objektas
life-own-object = Atskiras objektas
life-share = 🤝 Dalytis
life-no-share = Nebesidalyti
life-part = ½ Laimėta dalis
life-order = 📦 Užsakė
life-back = ‹ Sandoris
life-more = ⋯ Konkursas, pertrauka, dalys
shares = 🤝 Dalijamasi: { $parts }
share = { $name } { $percent } %
percent = { $percent } %
others-open = { $count ->
    [one] 🏗 Laimėta: { $name }. Tam pačiam objektui dar { $count } sandoris:
    [few] 🏗 Laimėta: { $name }. Tam pačiam objektui dar { $count } sandoriai:
   *[other] 🏗 Laimėta: { $name }. Tam pačiam objektui dar { $count } sandorių:
}
others-lose = ❌ Jie prarasti
others-lost = { $count ->
    [one] ❌ Prarasta: { $count } sandoris tam pačiam objektui
    [few] ❌ Prarasta: { $count } sandoriai tam pačiam objektui
   *[other] ❌ Prarasta: { $count } sandorių tam pačiam objektui
}
others-none = 🏗 Laimėta: { $name }. Kitų atvirų sandorių tam pačiam objektui nėra.
shared-with = 🤝 { $name } su tavimi dalijasi sandoriu: { $deal }, tavo dalis { $percent } %
shared-no-more = 🤝 { $name } šiuo sandoriu su tavimi nebesidalija: { $deal }
company-orders = Užsakymai
life-employer = 🔁 Dirba kitur
