## Dienos darbai

agenda-heading = ☀️ { $day }
agenda-planned = { $gender ->
    [call] planuotas { $when }
    [meeting] planuotas { $when }
    [visit] planuotas { $when }
    [email] planuotas { $when }
    [proposal] planuotas { $when }
    [customer] žadėta { $when }
   *[other] planuota { $when }
}
agenda-empty =
    Šiandien nieko nesuplanuota.
    Parašyk, ką ir kada pažadėjai klientui, – priminsiu.
agenda-all-done = { $count ->
    [one] ✅ Viskas padaryta: { $count } žingsnis.
    [few] ✅ Viskas padaryta: { $count } žingsniai.
    [many] ✅ Viskas padaryta: { $count } žingsnio.
   *[other] ✅ Viskas padaryta: { $count } žingsnių.
}
agenda-done = ✅ Jau padaryta: { $count }
agenda-hidden = { $count ->
    [one] Dar laukia { $count } žingsnis
    [few] Dar laukia { $count } žingsniai
    [many] Dar laukia { $count } žingsnio
   *[other] Dar laukia { $count } žingsnių
}
reminder-several = Laikas
reminder-log = Įrašyti
reminder-hour = +1 val.
reminder-other = Kitas laikas
reminder-brief = Visa santrauka
agenda-show-all = Rodyti visus
held-heading = 📥 Dar nerodžiau:
held-line = { $what ->
    [praise] 👏 { $name } giria – { $about }
    [question] ❓ { $name } klausia – { $about }
    [deal] 💼 Sandorį perdavė { $name }: { $about }
    [shared] 🤝 Sandoriu dalijasi { $name }: { $about }
    [taken-over] 🤝 Perimta iš kolegos ({ $name })
    [stand-in] 🤝 Pavaduoji: { $name }
    [stand-in-over] 🤝 Pavaduoti nebereikia: { $name }
    [digest] 📊 Suvestinė: { $period }
    [own-week] 📋 Tavo { $period }
   *[tidy] 🧹 Penktadienio tvarka
}
held-show = 📥 Parodyti: { $count }
