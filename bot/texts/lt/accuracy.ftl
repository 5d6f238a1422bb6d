## Ar prognozės pasitvirtino

accuracy-heading = 🎯 Prognozių tikslumas
accuracy-own-heading = 🎯 Tavo prognozių tikslumas
accuracy-periods = { $count ->
    [one] Kiek klydo tikėtina prognozė ({ $count } ketvirtis)
    [few] Kiek klydo tikėtina prognozė ({ $count } ketvirčiai)
   *[other] Kiek klydo tikėtina prognozė ({ $count } ketvirčių)
}
accuracy-weeks = { $word ->
    [both] ⏳ Likus { $count } sav. klysta { $percent } % (etapų tikimybės – { $low } %, įprastas ketvirtis – { $high } %)
    [weighted] ⏳ Likus { $count } sav. klysta { $percent } % (etapų tikimybės – { $low } %)
   *[alone] ⏳ Likus { $count } sav. klysta { $percent } %
}
accuracy-way = { $word ->
    [over] Žada { $percent } % per daug; ribos pasitvirtina { $number } % kartų
    [under] Žada { $percent } % per mažai; ribos pasitvirtina { $number } % kartų
   *[even] Žada nei per daug, nei per mažai; ribos pasitvirtina { $number } % kartų
}
accuracy-commit = Tvirtai žadėtų laimėta laiku: { $percent } %
accuracy-none = Dar nėra ko tikrinti: reikia bent 30 uždarytų sandorių ir ketvirčio, kuris po jų jau baigėsi.
accuracy-soon = Tikslumas dar skaičiuojamas, paklausk po kelių minučių.
command-accuracy = ar pasitvirtino prognozės
