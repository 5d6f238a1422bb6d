## Sandoriai

deals-heading = { $count ->
    [one] 💼 { $count } atviras sandoris
    [few] 💼 { $count } atviri sandoriai
    [many] 💼 { $count } atviro sandorio
   *[other] 💼 { $count } atvirų sandorių
}
deals-without-amount = be sumos – { $count }
deals-empty =
    Atvirų sandorių kol kas nėra.
    Parašyk, pavyzdžiui: <code>Statyba nori pasiūlymo už 12k</code> – ir sandoris atsiras.
deal-closes = sutartis { $when }
deal-owner = 🙋 { $name }
deal-steps = Kiti žingsniai
deal-contacts = Kas vyko
deal-back = ‹ Visi sandoriai
