## Laisvadieniai, pavaduotojai, išėję kolegos

life-deed = { $what ->
    [away] ✅ Pažymėta: tavęs nebus
    [deputy] ✅ Pavaduotojas paskirtas
    [no-deputy] ✅ Niekas nepavaduoja
   *[back] ✅ Laisvadieniai baigėsi
}
away-none = 🏖 Laisvadienių nepažymėta. Parašyk, pavyzdžiui: <code>/off iki pirmadienio</code> arba <code>/off nuo gruodžio 23 iki sausio 4</code>
away-from = 🏖 Prasideda { $when }
away-back = 📅 Grįžti { $when }
away-deputy = 🤝 Pavaduoja { $name }: mato, ką suplanavai, ir gali dirbti su tavo sandoriais. Kas laimėta, lieka tavo.
away-who = Kas tave pavaduos?
away-nobody = Nėra kolegos, kuris galėtų pavaduoti.
away-no-deputy = Niekas
away-end = { $when ->
    [ahead] Niekur neinu
   *[now] Jau dirbu
}
stand-in = 🤝 Pavaduoji: { $name }, grįžta { $when }
stand-in-over = 🤝 Pavaduoti nebereikia: { $name }. Ačiū.
stand-in-how = Kolegos žingsniai bus tavo /today; gali dirbti ir su kolegos sandoriais, o nuopelnas lieka kolegai.
members-heading = { $count ->
    [one] 👥 { $count } narys
    [few] 👥 { $count } nariai
   *[other] 👥 { $count } narių
}
members-none = Dar niekas neprisijungė. Pakviesk komandą nuoroda.
members-deals = { $count ->
    [0] atvirų sandorių nėra
    [one] { $count } atviras sandoris
    [few] { $count } atviri sandoriai
   *[other] { $count } atvirų sandorių
}
members-away = 🏖 grįžta { $when }
members-back = ‹ Visi nariai
leaving-steps = { $count ->
    [0] žingsnių nėra
    [one] { $count } žingsnis
    [few] { $count } žingsniai
   *[other] { $count } žingsnių
}
leaving-heir = Išėjo iš komandos? Paspausk, kas viską perima.
leaving-free = Nieko atviro nėra. Išėjo iš komandos?
leaving-yes = Taip, išėjo
leaving-phone = Prieiga baigsis iš karto. Kas jau yra pokalbyje, liks telefone.
left = 👋 { $name } prieigos nebeturi.
left-heir = ✅ Perduota: { $what } → { $name }
left-phone = 📱 Kas jau buvo pokalbyje, lieka telefone: to atsiimti negalime.
taken-over = 🤝 Dabar tavo, kas buvo atvira pas kolegą ({ $name }):
error-no-such-days = Kurias dienas? Parašyk, pavyzdžiui: <code>/off iki pirmadienio</code>
