## Tavo skaičiai ir kas juos mato

mine-week = 🗓 Tavo savaitė
mine-new-deals = { $count ->
    [one] { $count } naujas sandoris
    [few] { $count } nauji sandoriai
    [many] { $count } naujo sandorio
   *[other] { $count } naujų sandorių
}
mine-won = { $count ->
    [one] 🎉 Laimėtas { $count } sandoris: { $total }
    [few] 🎉 Laimėti { $count } sandoriai: { $total }
    [many] 🎉 Laimėta { $count } sandorio: { $total }
   *[other] 🎉 Laimėta { $count } sandorių: { $total }
}
mine-month = 🎯 Tavo mėnuo
mine-month-won = Laimėta: { $sum }
mine-month-expected = Tikėtina: { $sum } ({ $range })
mine-month-open = Tikėtina: { $sum } (viską lems keli sandoriai)
mine-month-sure = Tikėtina: { $sum }
mine-month-thin = Pagal tavo datas ir etapus: { $sum } (tiksliau pasakysiu, kai komanda uždarys daugiau sandorių)
mine-month-target = Planas: { $sum } { $bar }
mine-commission = Tavo atlygis iš laimėtų: { $sum } ({ $percent } %)
mine-without-amount = Be sumos – { $count }
mine-funnel = 💼 Tavo piltuvėlis
deals-count = { $count ->
    [one] { $count } sandoris
    [few] { $count } sandoriai
    [many] { $count } sandorio
   *[other] { $count } sandorių
}
mine-late = { $days ->
    [one] 🔭 Sutartis pasirašai { $days } diena vėliau, nei sakai (pagal laimėtus: { $count })
    [few] 🔭 Sutartis pasirašai { $days } dienomis vėliau, nei sakai (pagal laimėtus: { $count })
   *[other] 🔭 Sutartis pasirašai { $days } dienų vėliau, nei sakai (pagal laimėtus: { $count })
}
mine-early = { $days ->
    [one] 🔭 Sutartis pasirašai { $days } diena anksčiau, nei sakai (pagal laimėtus: { $count })
    [few] 🔭 Sutartis pasirašai { $days } dienomis anksčiau, nei sakai (pagal laimėtus: { $count })
   *[other] 🔭 Sutartis pasirašai { $days } dienų anksčiau, nei sakai (pagal laimėtus: { $count })
}
mine-accurate = 🔭 Tavo sutarčių datos tikslios (pagal laimėtus: { $count })
mine-alone = Šį ekraną matai tik tu. Ką mato vadovai: /whosees
role = { $role ->
    [owner] savininkas (-ė)
    [manager] vadovas (-ė)
   *[rep] pardavėjas (-a)
}
whosees-heading = Kas mato tavo darbą
whosees-nobody = Niekas: nei vadovas, nei savininkas dar neprisijungė.
whosees-what =
    Jie mato: tavo sandorius su sumomis ir etapais, veiksmus su tavo žinutės tekstu, kitus žingsnius; kiek laiko skiri klientams, kiek, kada ir kaip greitai užrašai, ko trūksta tavo sandoriams (/effort, /adoption, /process pas vadovą).
    Jie nemato: /me skaičių apie tavo datų tikslumą, tavo vietos (ją gaunu tik tada, kai atsiunti), šio pokalbio.
    Kolegos mato tik bendrą įmonių ir žmonių sąrašą su telefonais.
whosees-mine = Tu matai darbą tų, kuriems vadovauji: { $names }
command-me = mano savaitė ir mėnuo
command-whosees = kas ką mato apie mane
