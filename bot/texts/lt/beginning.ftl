## Nauja įmonė, žmogus, sandoris

new-what = { $what ->
    [company] 🏢 Įmonė
    [person] 👤 Žmogus
   *[deal] 💼 Sandoris
}
new-twins = { $what ->
    [company] Gal tai viena iš šių?
   *[person] Gal tai šis žmogus?
}
new-anyway = { $what ->
    [company] Ne, nauja: { $name }
   *[person] Ne, naujas žmogus: { $name }
}
new-entered = { $what ->
    [company] ✅ Nauja įmonė
   *[person] ✅ Naujas žmogus
}
new-employer = 🏢 Kur dirba?
new-skip = Praleisti
deal-begun-asks = Dėl ko ir už kiek? Parašyk, pavyzdžiui: Fasadas 12k
command-new = nauja įmonė, žmogus ar sandoris
