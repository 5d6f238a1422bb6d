## Pirmoji minutė ir pagalba

welcome = 👋 Labas. Tu čia – { $name }.
welcome-team = 👋 Labas. Tu čia – { $name }, komanda „{ $team }“.
welcome-what = Po skambučio ar vizito parašyk man vieną žinutę: įrašysiu, sutvarkysiu sandorį ir priminsiu, ką pažadėjai.
language-question = Kuria kalba kalbėsimės?
language-set = Kalbėsimės lietuviškai.
language-try = Parašyk man, pavyzdžiui:
practice = Pabandykim su klientu, kurio nėra – nieko neįrašysiu. Nusiųsk man šią žinutę:
practice-try = ▶️ Nusiųsk už mane
practice-skip = Praleisti
practised = 🎓 Tiek darbo po skambučio. Tai buvo bandymas – Ona ir „Pavyzdys“ jau dingo. Dabar parašyk apie tikrą klientą.
tip = 💡 { $feature ->
    [edit] Suklydai? Pataisyk savo žinutę – perskaitysiu iš naujo.
    [reply] Atsakyk į kortelę – pataisysiu ją („15 tūkst., ne 12“) arba papildysiu tą patį sandorį.
    [today] Kas laukia šiandien: /today
    [deals] Visi tavo sandoriai: /deals
    [brief] Prieš vizitą: /brief ir kliento vardas – viskas, ką apie jį žinai.
    [find] Reikia numerio? /find ir vardas.
    [location] Atvykai? Atsiųsk vietą – pradėsiu vizitą ir įrašysiu jo trukmę.
    [contact] Atsiųsk kontaktą iš telefono – įrašysiu žmogų.
    [promises] Kas kam ką pažadėjo: /promises
    [log] Nenori rašyti? Įrašyk mygtukais: /log
   *[me] Tavo savaitė ir mėnuo: /me
} (nebereikia – /notips)
tips-off = Gerai, patarimų nebebus. Ką moku: /help
language-example = Skambinau Jonui iš Statybos 15 min, nori pasiūlymo 12k, perskambinti penktadienį 10:00
language-next = Jei ką suprasiu ne taip – „Atšaukti“ po kortele. Kas laukia šiandien: /today, visa kita: /help
language-next-manager = Komandos savaitė: /team
help-write = Rašyk kaip kolegai – po skambučio, po vizito ar kai planuoji dieną:
help-examples =
    Skambinau Jonui iš Statybos 15 min, nori pasiūlymo 12k
    Buvau pas Vandritą, pirmadienį 10:00 perskambinti
    Laimėjom Rytą, 24 000
help-correct = Suklydai? „Atšaukti“ arba „Taisyti“ po kortele; gali ir pataisyti savo žinutę – perskaitysiu iš naujo. Atsakymas į kortelę ją pataiso („ne, Statybai“) arba papildo tą patį sandorį.
help-find = 🔎 Reikia numerio? /find ir vardas. Bet kuriame kitame pokalbyje parašyk mano vardą su @ ir klientą – įterpsiu jo kortelę.
help-part = { $part ->
    [commands] Visos komandos
   *[team] Vadovui
}
help-group = { $group ->
    [day] Diena
    [deals] Sandoriai ir klientai
    [team] Komanda
   *[own] Tavo
}
command-line = { $command } – { $what }

command-start = pradėti
command-help = ką moku ir kaip rašyti
command-today = dienos darbai
command-week = artimiausios septynios dienos
command-promises = pažadai, mūsų ir klientų
command-tidy = penktadienio tvarka per minutę
command-deals = mano atviri sandoriai
command-find = surasti klientą ar sandorį
command-brief = ką žinoti prieš vizitą
command-undo = atšaukti paskutinį įrašą
command-language = kalba / language
command-taught = ko išmokau iš pataisymų
command-team = komandos savaitė ir kam padėti
command-off = laisvadieniai ir pavaduotojas
command-members = nariai ir perdavimas
