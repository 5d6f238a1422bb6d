## Klientai: paieška, kortelės, prieš vizitą

found = 🔎 „{ $words }“ – kurį atversti?
found-more = Dar { $count } – parašyk tiksliau: /find ir daugiau žodžių.
found-nobody =
    🔎 Neradau: „{ $words }“.
    Pabandyk kitą žodį po /find arba tiesiog parašyk, kas vyko, – naują klientą įrašysiu pats.
company-deals = Atviri sandoriai
company-won = { $count ->
    [one] 🏆 Laimėta { $count } kartą: { $total }
    [few] 🏆 Laimėta { $count } kartus: { $total }
   *[other] 🏆 Laimėta { $count } kartų: { $total }
}
company-paused = ⏸ Pertrauka iki { $when }
company-buys-from = 🔀 Dabar tiekėjas – { $name } ({ $when })
where-now = Kur jie perka dabar?
where-now-ask = 🔀 Kur perka?
where-now-answer = { $which ->
    [nobody] ⏸ Kol kas niekur
    [talking] 💬 Bendraujame
    [other] Kitą…
   *[later] Vėliau
}
person-no-phone = ☎️ Numerio dar nežinau
button-place = 📍 Vieta
button-brief = Prieš vizitą
button-company = Įmonė
button-vcard = 📇 Į telefoną
brief = 📋 Prieš vizitą: { $company }
brief-ours = Pažadėjome
brief-theirs = Jie pažadėjo
brief-said = Kas kalbėta
brief-past = Kas buvo anksčiau
brief-nothing = Kol kas nieko daugiau nežinau – po vizito parašyk, kas vyko.
