## Pirmoji minutė ir pagalba

welcome = 👋 Labas. Tu čia – { $name }.
welcome-team = 👋 Labas. Tu čia – { $name }, komanda „{ $team }“.
welcome-what = Po skambučio ar vizito parašyk man vieną žinutę: įrašysiu, sutvarkysiu sandorį ir priminsiu, ką pažadėjai.
language-question = Kuria kalba kalbėsimės?
language-set = Kalbėsimės lietuviškai. Pabandyk – parašyk man:
language-example = Skambinau Jonui iš Statybos 15 min, nori pasiūlymo 12k, perskambinti penktadienį 10:00
language-next = Jei ką suprasiu ne taip – „Atšaukti“ po kortele. Kas laukia šiandien: /today, visa kita: /help
language-next-manager = Ką šiandien nuveikė komanda: /team
help-write = Rašyk kaip kolegai – po skambučio, po vizito ar planuodamas dieną:
help-examples =
    Skambinau Jonui iš Statybos 15 min, nori pasiūlymo 12k
    Buvau pas Vandritą, pirmadienį 10:00 perskambinti
    Išsiunčiau pasiūlymą Auksarankei, 4 500 €
    Laimėjom Rytą, 24 000
    Rytoj 9:00 paskambinti Mindaugui iš Penktadienio
help-correct = Suklydai? „Atšaukti“ arba „Taisyti“ po kortele; gali ir pataisyti savo žinutę – perskaitysiu iš naujo. Atsakymas į kortelę papildo tą patį sandorį.
command-line = { $command } – { $what }

command-start = pradėti
command-help = ką moku ir kaip rašyti
command-today = dienos darbai
command-week = artimiausios septynios dienos
command-promises = pažadai, mūsų ir klientų
command-tidy = penktadienio tvarka: sandoriai be kito žingsnio ar datos
command-deals = mano atviri sandoriai
command-undo = atšaukti paskutinį įrašą
command-language = kalba / language
command-taught = ko išmokau iš pataisymų
command-team = ką šiandien nuveikė komanda
