### Lietuvių kalba: kreipiamės „tu“, trumpai ir šiltai.
### Kur linksnis neaiškus, sakinys sudarytas taip, kad tiktų vardininkas.
### Daugiskaita: one – 1, 21, 101; few – 2–9, 22–29; many – trupmenos; other – 0, 10–20, 30.

language-locale = lt
language-name = Lietuvių

## Datos, laikas, trukmė

weekday = { $weekday ->
    [0] pirmadienis
    [1] antradienis
    [2] trečiadienis
    [3] ketvirtadienis
    [4] penktadienis
    [5] šeštadienis
   *[6] sekmadienis
}
weekday-on = { $weekday ->
    [0] pirmadienį
    [1] antradienį
    [2] trečiadienį
    [3] ketvirtadienį
    [4] penktadienį
    [5] šeštadienį
   *[6] sekmadienį
}
month = { $month ->
    [1] sausio
    [2] vasario
    [3] kovo
    [4] balandžio
    [5] gegužės
    [6] birželio
    [7] liepos
    [8] rugpjūčio
    [9] rugsėjo
    [10] spalio
    [11] lapkričio
   *[12] gruodžio
}
today = šiandien
tomorrow = rytoj
yesterday = vakar
date-heading = { $weekday }, { $month } { $day } d.
date-on = { $weekday }, { $month } { $day } d.
date-on-year = { $weekday }, { $year } m. { $month } { $day } d.
date-short = { $month } { $day } d.
date-short-year = { $year } m. { $month } { $day } d.
date-by = { $date }
time = { $hour }:{ $minute }
near-at = { $day } { $time }
day-at = { $day }, { $time }
minutes = { $minutes } min.
hours = { $hours } val.
hours-minutes = { $hours } val. { $minutes } min.

words-before-a-day = iki, nuo, apie, po, prieš

## Įmonės

company-forms = UAB, AB, MB, IĮ, VšĮ, VĮ, SĮ, TŪB, KŪB, ŽŪB, ŽŪK, KB
company-unquoted = savivaldybė, seniūnija, ministerija, universitetas, kolegija, gimnazija, progimnazija, mokykla, licėjus, darželis, ligoninė, poliklinika, departamentas, tarnyba, inspekcija, agentūra, bendrija, teismas, institutas, muziejus, biblioteka, rūmai
company-quoted = „{ $name }“
company-with-form = { $form } „{ $name }“

## Veiksmai ir žingsniai

contact-kind = { $kind ->
    [call] skambutis
    [meeting] susitikimas
    [visit] vizitas
    [email] laiškas
    [message] žinutė
    [demo] demonstracija
    [proposal] pasiūlymas
   *[note] pastaba
}
no-answer = { $kind ->
    [call] neatsiliepė
    [visit] nieko nebuvo
    [meeting] neįvyko
    [demo] neįvyko
   *[other] kol kas neatsakė
}
step = { $kind ->
    [call] paskambinti
    [meeting] susitikti
    [visit] aplankyti
    [email] parašyti laišką
    [message] parašyti žinutę
    [demo] surengti demonstraciją
    [proposal] išsiųsti pasiūlymą
   *[task] užduotis
}
step-noun = { $kind ->
    [call] skambutis
    [meeting] susitikimas
    [visit] vizitas
    [email] laiškas
    [message] žinutė
    [demo] demonstracija
    [proposal] pasiūlymas
   *[task] užduotis
}
step-awaited = { $kind ->
    [call] laukiame skambučio
    [meeting] laukiame susitikimo
    [visit] laukiame atvykstant
    [email] laukiame laiško
    [message] laukiame žinutės
    [demo] laukiame demonstracijos
    [proposal] laukiame pasiūlymo
   *[task] laukiame atsakymo
}
step-awaited-words = laukiame: { $words }
step-dated = { $what } { $when }
step-reminded = { $what } – priminsiu { $when }
step-free-day = ⚠️ { $day ->
    [weekend] savaitgalis
   *[other] šventė: { $day }
}
step-done = { $kind ->
    [proposal] Pasiūlymas išsiųstas
    [email] Laiškas išsiųstas
    [message] Žinutė išsiųsta
   *[other] Atlikta: { $what }
}
step-more = { $count ->
    [one] ir dar { $count } žingsnis
    [few] ir dar { $count } žingsniai
    [many] ir dar { $count } žingsnio
   *[other] ir dar { $count } žingsnių
}
more = ir dar { $count }
button-undo = Atšaukti
button-correct = Taisyti
button-back = ‹ Atgal

## Kortelė: kas įrašyta

logged = ✅ Įrašyta: { $what }
logged-plan = ✅ Įsiminiau
logged-corrected = ✏️ Pataisyta: { $what }
logged-corrected-plan = ✏️ Pataisyta
logged-together = { $count ->
    [one] ✅ Įrašytas { $count } klientas
    [few] ✅ Įrašyti { $count } klientai
    [many] ✅ Įrašyta { $count } kliento
   *[other] ✅ Įrašyta { $count } klientų
}
logged-guess = { $field ->
    [person] 🤔 Spėju, kad tas pats žmogus, su kuriuo šiandien jau bendravai
   *[company] 🤔 Spėju, kad ta pati įmonė, su kuria šiandien jau bendravai
}
logged-learnt = 🧠 Įsidėmėjau, ką reiškia „{ $said }“
logged-nobody = 👤 Klientas nepaminėtas
person-new = { $name } (naujas kontaktas)
company-new = { $name } (nauja įmonė)
deal-new = 💼 Naujas sandoris: { $deal }
deal-won = 🎉 Laimėta: { $deal }
deal-won-bare = 🎉 Laimėta
deal-lost = ❌ Prarasta: { $deal }
deal-lost-bare = ❌ Prarasta
deal-lost-why = { $lost } – { $reason ->
    [price] dėl kainos
    [no_budget] nėra biudžeto
    [timing] netinkamas metas
    [no_need] nebereikia
    [no_response] nebeatsako
    [competitor] pasirinko kitą tiekėją
   *[other] kita priežastis
}
deal-competitor = 🆚 Konkurentas: { $name }
deal-stage = ➡️ Etapas: { $stage }
deal-close = ✍️ Sutartis { $when }
deal-close-chance = ✍️ Sutartis { $when }, tikimybė { $percent } %
deal-chance = 🎯 Tikimybė { $percent } %
kept = Palikta, nes vėliau pakeista: { $fields }.
field = { $field ->
    [amount] suma
    [stage] etapas
    [close] sutarties data
    [chance] tikimybė
    [company] įmonė
    [person] kontaktinis asmuo
    [deal] sandoris
    [kind] veiksmas
    [date] data
    [duration] trukmė
    [step] kitas žingsnis
   *[other] kiti duomenys
}
undone = ↩️ Atšaukta
undone-what = ↩️ Atšaukta: { $what }

## Klausimai ir taisymas

question = { $field ->
    [person] Kuris žmogus?
    [company] Kuri įmonė?
    [deal] Kuris sandoris?
    [won] Kuris sandoris laimėtas?
    [lost] Kuris sandoris prarastas?
    [amount] Kokia suma?
    [next-date] Kurią dieną?
    [next-time] Kelintą valandą?
    [close-date] Kada laukti sutarties?
    [occurred] Kada tai buvo?
    [date] Kada tai buvo?
   *[kind] Kas tai buvo?
}
question-other = { $field ->
    [company] Kita…
    [amount] Kita…
    [next-date] Kita…
    [close-date] Kita…
    [occurred] Kita…
    [date] Kita…
   *[other] Kitas…
}
deal-begin = Naujas sandoris
deal-none = Be sandorio
correct = Ką pataisyti?
correct-field = { $field ->
    [company] Įmonę
    [deal] Sandorį
    [kind] Veiksmą
    [next-date] Kito žingsnio dieną
   *[date] Datą
}
ask-in-words = { $field ->
    [person] Atsakyk į šią žinutę žmogaus vardu ir pavarde.
    [company] Atsakyk į šią žinutę įmonės pavadinimu.
    [deal] Atsakyk į šią žinutę sandorio pavadinimu.
    [amount] Atsakyk į šią žinutę suma, pavyzdžiui: 12 000.
    [next-date] Atsakyk į šią žinutę diena, pavyzdžiui: penktadienį.
    [next-time] Atsakyk į šią žinutę valanda, pavyzdžiui: 10:30.
    [close-date] Atsakyk į šią žinutę sutarties data, pavyzdžiui: gruodžio 15 d.
    [occurred] Atsakyk į šią žinutę diena, pavyzdžiui: vakar.
    [date] Atsakyk į šią žinutę diena, pavyzdžiui: vakar.
   *[other] Atsakyk į šią žinutę savais žodžiais.
}

## Dienos darbai

agenda-heading = ☀️ { $day }
agenda-planned = { $gender ->
    [call] planuotas { $when }
    [meeting] planuotas { $when }
    [visit] planuotas { $when }
    [email] planuotas { $when }
    [proposal] planuotas { $when }
    [customer] žadėta { $when }
   *[other] planuota { $when }
}
agenda-empty =
    Šiandien nieko nesuplanuota.
    Parašyk, ką ir kada pažadėjai klientui, – priminsiu.
agenda-all-done = { $count ->
    [one] ✅ Viskas padaryta: { $count } žingsnis.
    [few] ✅ Viskas padaryta: { $count } žingsniai.
    [many] ✅ Viskas padaryta: { $count } žingsnio.
   *[other] ✅ Viskas padaryta: { $count } žingsnių.
}
agenda-done = ✅ Jau padaryta: { $count }

## Sandoriai

deals-heading = { $count ->
    [one] 💼 { $count } atviras sandoris
    [few] 💼 { $count } atviri sandoriai
    [many] 💼 { $count } atviro sandorio
   *[other] 💼 { $count } atvirų sandorių
}
deals-without-amount = be sumos – { $count }
deals-empty =
    Atvirų sandorių kol kas nėra.
    Parašyk, pavyzdžiui: <code>Statyba nori pasiūlymo už 12k</code> – ir sandoris atsiras.
deal-closes = sutartis { $when }
deal-owner = 🙋 { $name }
deal-steps = Kiti žingsniai
deal-contacts = Kas vyko
deal-back = ‹ Visi sandoriai

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
command-deals = mano atviri sandoriai
command-undo = atšaukti paskutinį įrašą
command-language = kalba / language
command-taught = ko išmokau iš pataisymų
command-team = ką šiandien nuveikė komanda

## Kas netiko

stranger = Piltuvėlis padeda tik savo komandai – paprašyk jos vadovo kvietimo nuorodos.
not-a-log = { $aside ->
    [greeting] Labas. Parašyk, su kuo kalbėjai ar ką pažadėjai, – įrašysiu.
    [question] Į klausimus kol kas atsako komandos: /today – dienos darbai, /deals – sandoriai, /team – komandos diena (vadovui).
   *[other] Neradau, ką įrašyti. Parašyk, su kuo ir kas vyko, pavyzdžiui: „Skambinau Jonui iš Statybos 15 min“. Daugiau pavyzdžių – /help
}
unreadable = { $what ->
    [empty] Žinutė tuščia – parašyk, su kuo kalbėjai ar ką pažadėjai.
    [sticker] Lipdukas gražus, bet įrašyti nėra ko – parašyk žodžiais, kas vyko.
    [photo] Nuotraukų dar neskaitau – parašyk, kas ten svarbu.
    [album] Nuotraukų dar neskaitau – parašyk, kas ten svarbu.
    [audio] Garso įrašų dar neklausau – parašyk, kas ten svarbu.
    [video] Vaizdo įrašų dar nežiūriu – parašyk, kas ten svarbu.
    [voice] Balso žinučių dar neklausau – padiktuok telefono klaviatūrai, ir gausiu tekstą.
    [document] Dokumentų dar neskaitau – parašyk, kas ten svarbu.
    [location] Vietos dar nemoku susieti su klientu – parašyk, pas ką esi.
    [contact] Kontaktų kortelių dar nepriimu – parašyk vardą, įmonę ir telefoną.
    [forward] Persiųstų žinučių dar neskaitau – parašyk savais žodžiais, ko klientas nori.
   *[other] Tokių žinučių dar neskaitau – parašyk tekstu, kas vyko.
}
fault = Atsiprašau, man kažkas nepavyko. Tavo žinutė išsaugota, nieko nedingo. Jei kartosis, perduok vadovui šį numerį: { $reference }
error-refused = Šito padaryti negaliu – ką moku, rasi čia: /help
error-not-found = Tokio įrašo nebėra arba jis ne tavo – savo sandorius rasi čia: /deals
error-nothing-to-undo = Nebėra ko atšaukti. Ankstesnį įrašą pataisysi mygtuku „Taisyti“ po jo kortele.
error-invite-invalid = Šis kvietimas jau panaudotas arba nebegalioja – paprašyk vadovo naujos nuorodos.
error-not-understood = To nesupratau – atsakyk į tą pačią žinutę trumpiau, pavyzdžiui, „12 tūkst.“ arba „penktadienį 10:00“.
error-not-allowed = Tai gali tik vadovas – jei reikia, paprašyk jo. Ką gali tu: /help
error-no-pipeline = Pardavimo procesas dar nenustatytas – paprašyk savininko užbaigti Piltuvėlio diegimą.
error-unknown-team = Komandos „{ $team }“ nėra – rinkis iš šių: { $known }
error-schema-too-new = Šiuos duomenis įrašė naujesnė Piltuvėlio versija – paprašyk savininko ją įdiegti; duomenys sveiki.
error-no-longer-applies = Ši kortelė paseno – atsiversk naujausią arba parašyk iš naujo.
error-deals-left-behind = { $name } dar turi darbų ({ $count ->
        [one] { $count } sandoris
        [few] { $count } sandoriai
       *[other] { $count } sandorių
    }) – pasakyk, kas juos perims.
error-cannot-take-over = { $name } perimti negali – parink kolegą, kuris naudojasi Piltuvėliu.

toast-forgotten = Pamiršau
toast-undone = Atšaukta
toast-saved = Išsaugota
toast-done = Atlikta
toast-already-done = Tai jau atlikta
toast-no-longer = Šis mygtukas paseno – ieškok naujausios kortelės
toast-language = Kalbėsimės lietuviškai

## Ko išmokau iš pataisymų

taught-heading = { $count ->
    [one] 🧠 Iš pataisymų išmokau { $count } dalyką
    [few] 🧠 Iš pataisymų išmokau { $count } dalykus
    [many] 🧠 Iš pataisymų išmokau { $count } dalyko
   *[other] 🧠 Iš pataisymų išmokau { $count } dalykų
}
taught-empty = Kol kas nieko neišmokau. Kai kas nors kortelėje pataisys įmonę ar dieną, jų žodžius įsidėmėsiu ir parodysiu čia.
taught-name = „{ $said }“ – tai { $meant }
taught-word = „{ $said }“ – tai „{ $meant }“ ({ $by })
button-forget = Pamiršti { $number }: { $said }
