## Kas netiko

stranger = Piltuvėlis padeda tik savo komandai – paprašyk jos vadovo kvietimo nuorodos.
not-a-log = { $aside ->
    [greeting] Labas. Parašyk, su kuo kalbėjai ar ką pažadėjai, – įrašysiu.
    [question] Į klausimus kol kas atsako komandos: /find – numeris ar klientas, /today – dienos darbai, /deals – sandoriai, /team – komandos savaitė (vadovui).
   *[other] Neradau, ką įrašyti. Parašyk, su kuo ir kas vyko, pavyzdžiui: „Skambinau Jonui iš Statybos 15 min“. Daugiau pavyzdžių – /help
}
unreadable = { $what ->
    [empty] Žinutė tuščia – parašyk, su kuo kalbėjai ar ką pažadėjai.
    [sticker] Lipdukas gražus, bet įrašyti nėra ko – parašyk žodžiais, kas vyko.
    [forward] Persiųstų žinučių dar neskaitau – parašyk savais žodžiais, ko klientas nori.
   *[other] Tokių žinučių dar neskaitau – parašyk tekstu, kas vyko.
}
fault = Atsiprašau, man kažkas nepavyko. Tavo žinutė išsaugota, nieko nedingo. Jei kartosis, perduok vadovui šį numerį: { $reference }
error-refused = Šito padaryti negaliu – ką moku, rasi čia: /help
error-not-found = Tokio įrašo nebėra arba jis ne tavo – savo sandorius rasi čia: /deals
error-too-late-to-undo = Naujausias tavo įrašas senesnis nei para, jo atšaukti nebegalima. Pataisyk mygtuku „Taisyti“ po jo kortele arba parašyk, kaip yra dabar.
error-nothing-to-undo = Nebėra ko atšaukti. Ankstesnį įrašą pataisysi mygtuku „Taisyti“ po jo kortele.
error-invite-invalid = Šis kvietimas jau panaudotas arba nebegalioja – paprašyk vadovo naujos nuorodos.
error-not-understood = To nesupratau – atsakyk į tą pačią žinutę trumpiau, pavyzdžiui, „12 tūkst.“ arba „penktadienį 10:00“.
error-not-allowed = Tai gali tik vadovas – jei reikia, paprašyk jo. Ką gali tu: /help
error-no-pipeline = Pardavimo procesas dar nenustatytas – paprašyk savininko užbaigti Piltuvėlio diegimą.
error-no-open-invite = Kvietimas { $number } nebegalioja
error-nobody-called-so = Žmogaus vardu { $who } nėra – parašyk visą vardą ir pavardę
error-several-called-so = Žmonių vardu { $who } yra keli: { $known }
error-still-has-access = { $who } dar komandoje – pirma pašalink per /members
error-unknown-pipeline = Pardavimo proceso „{ $pipeline }“ nėra – rinkis iš šių: { $known }
error-unknown-team = Komandos „{ $team }“ nėra – rinkis iš šių: { $known }
error-schema-too-new = Šiuos duomenis įrašė naujesnė Piltuvėlio versija – paprašyk savininko ją įdiegti; duomenys sveiki.
error-no-longer-applies = Ši kortelė paseno – atsiversk naujausią arba parašyk iš naujo.
error-deals-left-behind = { $name } dar turi darbų ({ $count ->
        [one] { $count } sandoris
        [few] { $count } sandoriai
       *[other] { $count } sandorių
    }) – pasakyk, kas juos perims.
error-cannot-take-over = { $name } perimti negali – parink kolegą, kuris naudojasi Piltuvėliu.
