## Ar prognozės pasitvirtino

accuracy-heading = 🎯 Prognozių tikslumas
accuracy-own-heading = 🎯 Tavo prognozių tikslumas
accuracy-periods = { $count ->
    [one] Ką žadėjo tikėtina prognozė ir kiek tie sandoriai atnešė – { $count } ketvirtis
    [few] Ką žadėjo tikėtina prognozė ir kiek tie sandoriai atnešė – { $count } ketvirčiai
   *[other] Ką žadėjo tikėtina prognozė ir kiek tie sandoriai atnešė – { $count } ketvirčių
}
accuracy-weeks = { $word ->
    [both] ⏳ Likus { $count } sav. klysta { $percent } %; pagal etapų tikimybes klystų { $low } %, pagal įprastą ketvirtį – { $high } %
    [weighted] ⏳ Likus { $count } sav. klysta { $percent } %; pagal etapų tikimybes klystų { $low } %
   *[alone] ⏳ Likus { $count } sav. klysta { $percent } %
}
accuracy-way = { $word ->
    [over] Žada { $percent } % per daug, į ribas pataiko { $number } % kartų
    [under] Žada { $percent } % per mažai, į ribas pataiko { $number } % kartų
   *[even] Žada nei per daug, nei per mažai, į ribas pataiko { $number } % kartų
}
accuracy-commit = Tvirtai žadėtų sandorių laimėta laiku: { $percent } %
accuracy-none = Dar nėra ko tikrinti: reikia bent 30 uždarytų sandorių ir ketvirčio, kuris po jų jau baigėsi.
accuracy-soon = Tikslumas dar skaičiuojamas, paklausk po kelių minučių.
command-accuracy = ar pasitvirtino prognozės
