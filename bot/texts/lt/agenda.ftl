## Kas padaryta šiame ekrane, žingsnio kortelė, dienos parinkimas

deed = { $what ->
    [done] ✅ { $about }
    [logged] ✅ Įrašyta: { $about }
    [no-answer] ✅ { $about }. Dar kartą { $when }
    [moved] ⏩ Perkelta į { $when }: { $about }
    [dropped] 🗑 Nebereikia: { $about }
    [lost] ❌ Prarasta: { $about }
    [dated] ✍️ Sutartis { $when }: { $about }
    [where-rival] 🔀 { $about }: dabar tiekėjas – { $rival }
    [where-nobody] ⏸ { $about }: pertrauka iki { $when }
    [where-talking] 💬 { $about }: dar bendraujame
   *[planned] 📌 Suplanuota { $when }: { $about }
}
deed-asks = Kaip sekėsi? Paspausk arba parašyk.
went-well = 👍 Gerai
went-postponed = Nukelta
plan-step = + Kitas žingsnis
button-other-day = Kita diena
button-done = ✓ Atlikta
button-received = ✓ Gauta
button-move = ⏩ Perkelti
button-drop = Nebereikia
button-deal = 💼 Sandoris
button-person = Kontaktas
agenda-for = { $about } · 🙋 { $name }
week-heading = 🗓 Artimiausios septynios dienos
week-empty = Artimiausioms septynioms dienoms nieko nesuplanuota.
week-today = ☀️ Šiandien
plan-heading = Kitas žingsnis
move-heading = Perkeliame:
pick-day = Kurią dieną?
pick-time = Kelintą valandą?
pick-no-time = Be laiko
pick-month = Kita diena…
pick-fortnight = Po 2 savaičių
pick-next-friday = kitą penktadienį
pick-free-days = Skliausteliuose – savaitgaliai ir šventės.
button-return = Atgal
pick-month-name = { $year } m. { $month ->
    [1] sausis
    [2] vasaris
    [3] kovas
    [4] balandis
    [5] gegužė
    [6] birželis
    [7] liepa
    [8] rugpjūtis
    [9] rugsėjis
    [10] spalis
    [11] lapkritis
   *[12] gruodis
}
weekday-short = { $weekday ->
    [0] Pr
    [1] An
    [2] Tr
    [3] Kt
    [4] Pn
    [5] Št
   *[6] Sk
}
