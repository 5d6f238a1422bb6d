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
