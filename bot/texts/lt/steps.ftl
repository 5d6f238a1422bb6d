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
step-reminded = { $over ->
    [yes] { $what } – priminiau { $when }
   *[no] { $what } – priminsiu { $when }
}
step-free-day = ⚠️ { $day ->
    [weekend] savaitgalis
   *[other] šventė: { $day }
}
step-received = Gauta: { $what }
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
