## Ko nesutelpa į etapus: užsakymai, konkursai, pertraukos, dalys

order-logged = 📦 Užsakymas: { $amount }
computed = 🧮 { $positions } = { $amount }
position = { $quantity } { $unit } × { $price }/{ $unit }
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
