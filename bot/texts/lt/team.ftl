## Komandos diena

team-heading = 👥 { $day }
contacts-count = { $count ->
    [one] { $count } veiksmas
    [few] { $count } veiksmai
    [many] { $count } veiksmo
   *[other] { $count } veiksmų
}
team-quiet = Dar be įrašų: { $names }
team-nobody = Šią dieną įrašų dar nėra.

team-week = 👥 Komandos savaitė
team-person = 👤 Savaitė
team-contacts = { contacts-count } (praeitą savaitę { $number })
team-open = { $count ->
    [one] { $count } atviras sandoris, { $sum }
    [few] { $count } atviri sandoriai, { $sum }
    [many] { $count } atviro sandorio, { $sum }
   *[other] { $count } atvirų sandorių, { $sum }
}
team-expected = ketvirtį tikėtina { $sum }
team-weighted = ketvirtį pagal etapų tikimybes { $sum }
team-contacts-of = { contacts-count } (buvo { $number })
team-expected-of = tikėtina { $sum }
team-weighted-of = pagal etapų tikimybes { $sum }
team-nobodys = be atsakingo
team-won = { $count ->
    [one] 🏆 laimėtas { $count } už { $sum }
    [few] 🏆 laimėti { $count } už { $sum }
   *[other] 🏆 laimėta { $count } už { $sum }
}
team-help = { $word ->
    [date] 🤝 padėk su datomis: { $count ->
        [one] { $count } sutarties laukta anksčiau
       *[other] { $count } sutarčių laukta anksčiau
    }
   *[other] 🤝 padėk suplanuoti: { $count ->
        [one] { $count } sandoris be kito žingsnio
        [few] { $count } sandoriai be kito žingsnio
        [many] { $count } sandorio be kito žingsnio
       *[other] { $count } sandorių be kito žingsnio
    }
}
team-waits = { $word ->
    [date] sutarties laukta anksčiau
   *[other] nėra kito žingsnio
}
team-left = jau išėjo – sandorius verta perduoti: /members
team-choice-today = Šiandien
team-choice-contacts = Veiksmai
team-choice-forecast = Prognozė
