## Vadovo klausimai ir atsakymai

period-week = { $week }-oji savaitė
period-year = { $year } m.
period-quarter = { $year } m. { $within }
period-month = { $year } m. { $within }
quarter-of-year = { $quarter ->
    [1] I ketv.
    [2] II ketv.
    [3] III ketv.
   *[4] IV ketv.
}
period-length = { $length ->
    [month] Mėnuo
    [quarter] Ketvirtis
   *[year] Metai
}
choice-of-team = Komanda
choice-of-pipeline = Procesas
choice-all = Viskas

person = { $name }
in-stage = { $name }
minutes-of = { $time }
sum-of = { $sum }
contact-of = { $icon } { $when }
away-days = { $days ->
    [one] 🌴 nebuvo { $days } darbo dieną
    [few] 🌴 nebuvo { $days } darbo dienas
   *[other] 🌴 nebuvo { $days } darbo dienų
}
away-people = { $count ->
    [one] 🌴 Nebuvo { $count } žmogaus, iš viso { $days } d. d.
   *[other] 🌴 Nebuvo { $count } žmonių, iš viso { $days } d. d.
}
rates-missing = Be { $name } sumų: šių valiutų kurso nėra config.toml faile ([[rates]]).

effort-heading = ⏱ Pastangos
effort-of = ⏱ Veiksmai
effort-total = { contacts-count } · { $time }
effort-kind = { $icon } { $kinds } – { $count }, { $time }
effort-none = Šiuo laikotarpiu veiksmų neužrašyta.
effort-measured = Užrašyta { $percent } % laiko, kita – įprasta tokio veiksmo trukmė.
contact-kind-many = { $word ->
    [call] skambučiai
    [meeting] susitikimai
    [visit] vizitai
    [email] laiškai
    [message] žinutės
    [demo] demonstracijos
    [proposal] pasiūlymai
   *[note] pastabos
}

cost-heading = 💶 Kiek kainuoja parduoti
cost-minutes = Darbas su klientais: { contacts-count } · { $time }
cost-closed = { $count ->
    [one] Į { $count } uždarytą sandorį įdėta { $time }
    [few] Į { $count } uždarytus sandorius įdėta { $time }
    [many] Į { $count } uždaryto sandorio įdėta { $time }
   *[other] Į { $count } uždarytų sandorių įdėta { $time }
}
cost-total = Iš viso { $sum }, vienas veiksmas – { $each }
cost-won = Laimėtas sandoris: { $each } (laimėta: { $count })
cost-new = Naujas klientas: { $each } (nauji: { $count })
cost-share = Uždaryti sandoriai kainavo { $percent } % laimėtos sumos
cost-travel = Įskaitytos kelionės ir išlaidos – { $sum }
cost-no-kilometre = Neįskaityta { $number } km kelio: config.toml faile nurodyk, kiek kainuoja kilometras (effort.kilometre_cost).
cost-unknown = Pinigais dar nepasakysiu: config.toml faile nurodyk, kiek kainuoja pardavėjo valanda (effort.hourly_cost).
closed-won = ✅ { $when }
closed-lost = ❌ { $when }

capacity-heading = 👥 Kiek reikia pardavėjų
capacity-needed = Reikia: { $number }
capacity-range = Reikia { $number } (tikėtina nuo { $low } iki { $high })
capacity-now = Dabar parduoda: { $number }
capacity-won = Laimėta { $sum } iš plano { $each }
capacity-per-won = Vienam laimėtam sandoriui ({ $each }) išeina { $time } darbo su klientais, prarastus įskaičiavus
capacity-pace = Vienas žmogus per darbo dieną: { $time }; liko darbo dienų: { $days }
capacity-kind = { $icon } { $kinds } – { $percent } % laiko
capacity-ramp = Kol naujokas įsivažiuoja, netenkama { $number } mėn. jo darbo
capacity-newcomers = Naujokų tam reikėtų: { $number }
capacity-wavers = { $word ->
    [minutes_per_won] Labiausiai svyruoja, kiek darbo reikia vienam laimėtam sandoriui
   *[mean_won_value] Labiausiai svyruoja, kokio dydžio sandoriai laimimi
}
capacity-no-target = Šiam laikotarpiui nėra plano. Nurodyk jį config.toml faile ([[targets]]), tada pasakysiu, kiek reikia žmonių.
capacity-over = Laikotarpis baigėsi – parduoti jame nebėra kada.
capacity-no-pace = Nežinau, kiek laiko per dieną žmogus skiria klientams: rašyk veiksmus arba nurodyk effort.selling_percent config.toml faile.
capacity-nothing-won = Dar nieko nelaimėta, tad nežinau, kiek darbo reikia laimėti.
capacity-observed = Dienos tempas – pagal tai, kas užrašyta. Kitą nurodyk config.toml faile (effort.selling_percent).
capacity-no-ramp = Kaip įsivažiuoja naujokai, dar nežinau: nė vienas naujas žmogus neišbuvo metų.

process-heading = 🧭 Etapų žingsniai
process-late = { $count ->
    [one] { $count } sandoriui trūksta žingsnio
    [few] { $count } sandoriams trūksta žingsnio
    [many] { $count } sandorio trūksta žingsnio
   *[other] { $count } sandorių trūksta žingsnio
}
process-none = Visi etapų žingsniai padaryti laiku.
process-stage = { $name }: padaryta { $percent } % (iš { $count })
duty = { $word ->
    [call] reikia skambučio
    [meeting] reikia susitikimo
    [visit] reikia vizito
    [email] reikia laiško
    [message] reikia žinutės
    [demo] reikia demonstracijos
    [proposal] reikia pasiūlymo
    [contact] reikia pabendrauti
    [next_step] nėra kito žingsnio
    [amount] nėra sumos
   *[contract_date] nėra sutarties datos
}
overdue-days = { $days ->
    [one] laukia { $days } dieną
    [few] laukia { $days } dienas
   *[other] laukia { $days } dienų
}

customers-heading = 🏢 Kur eina klientai
customers-new = 🌱 Nauji: { $count }
customers-active = 🟢 Perka: { $count }
customers-dormant = 💤 Nutilę: { $count }
customers-lost = 🚪 Išėję kitur: { $count }
customers-choice-new = Nauji
customers-choice-active = Perka
customers-choice-dormant = Nutilę
customers-choice-lost = Išėję
lost-to = → { $name }: { $count }
silent-days = { $days ->
    [one] tyli { $days } dieną
    [few] tyli { $days } dienas
   *[other] tyli { $days } dienų
}
usual-gap = { $days ->
    [one] paprastai kas { $days } dieną
    [few] paprastai kas { $days } dienas
   *[other] paprastai kas { $days } dienų
}
since = nuo { $when }
gone-to = → { $name }
first-bought = pirmas pirkinys { $when }
last-bought = paskutinis pirkinys { $when }

adoption-heading = 📲 Ar naudojama
adoption-people = Rašo { $count } iš { $number } žmonių
adoption-logs = { $count ->
    [one] { $count } įrašas
    [few] { $count } įrašai
    [many] { $count } įrašo
   *[other] { $count } įrašų
}
adoption-delay = Užrašoma praėjus { $time } po veiksmo (mediana)
adoption-at-once = Užrašoma iškart po veiksmo (mediana)
adoption-taps = Vienam įrašui tenka: žinučių – { $number }, bakstelėjimų – { $high }
adoption-steps = Su kitu žingsniu: { $count } iš { $number } atvirų sandorių
adoption-digests = { $count ->
    [one] Vadovai atvertė { $count } suvestinę
    [few] Vadovai atvertė { $count } suvestines
    [many] Vadovai atvertė { $count } suvestinės
   *[other] Vadovai atvertė { $count } suvestinių
}
adoption-comments = Vadovų pagyrimų ir klausimų: { $count }, atsakyta į { $number }
adoption-row = { $count ->
    [one] { $count } įrašas, dienų: { $days }
    [few] { $count } įrašai, dienų: { $days }
    [many] { $count } įrašo, dienų: { $days }
   *[other] { $count } įrašų, dienų: { $days }
}
adoption-row-none = įrašų dar nėra

funnel-heading = 🔻 Pardavimų piltuvėlis
funnel-choice = 🔻 Pardavimai
funnel-open = { $count ->
    [0] Atvirų sandorių nėra
    [one] { $count } atviras sandoris, { $sum }
    [few] { $count } atviri sandoriai, { $sum }
    [many] { $count } atviro sandorio, { $sum }
   *[other] { $count } atvirų sandorių, { $sum }
}
funnel-nothing-closed = Šiuo laikotarpiu nieko nelaimėta ir neprarasta
funnel-closed = Laimėta { $count } iš { $number } ({ $percent } %), { $sum }
funnel-open-without = { funnel-open }; { $number } be sumos
funnel-cycle = Ciklas { $days } d.
funnel-velocity = Ciklas { $days } d., greitis { $sum } per dieną
funnel-standing = { $count ->
    [0] Dabar jame sandorių nėra
   *[other] Dabar jame { deals-count }, { $sum }
}
funnel-came = { $count ->
    [one] Per laikotarpį atėjo { $count } sandoris, toliau nuėjo { $percent } %
    [few] Per laikotarpį atėjo { $count } sandoriai, toliau nuėjo { $percent } %
    [many] Per laikotarpį atėjo { $count } sandorio, toliau nuėjo { $percent } %
   *[other] Per laikotarpį atėjo { $count } sandorių, toliau nuėjo { $percent } %
}
funnel-days = { $days ->
    [one] Šiame etape būna { $days } dieną (mediana)
    [few] Šiame etape būna { $days } dienas (mediana)
   *[other] Šiame etape būna { $days } dienų (mediana)
}
funnel-days-most = { $days ->
    [one] Devyni iš dešimties išeina per { $days } dieną
    [few] Devyni iš dešimties išeina per { $days } dienas
   *[other] Devyni iš dešimties išeina per { $days } dienų
}
funnel-choice-open = Atviri
funnel-choice-won = Laimėti
funnel-choice-lost = Prarasti
funnel-choice-standing = Dabar
funnel-choice-advanced = Toliau
funnel-choice-stayed = Liko
listed = { $word ->
    [funnel-choice-open] Atviri
    [funnel-choice-won] ✅ Laimėti
    [funnel-choice-lost] ❌ Prarasti
    [funnel-choice-standing] Dabar jame
    [funnel-choice-advanced] Nuėjo toliau
   *[funnel-choice-stayed] Atėję per laikotarpį ir likę
}: { deals-count }, { $sum }
standing = { $count ->
    [0] sandorių nėra
   *[other] { deals-count }, { $sum }
}
won-of = laimėta { $count } už { $sum }
went-on = toliau { $count } iš { $number } ({ $percent } %)
in-short = { $count } · { $sum }
in-short-on = { in-short } → { $percent } %
days-there = { $days ->
    [0] nuo šiandien
    [one] { $days } diena
    [few] { $days } dienos
   *[other] { $days } dienų
}
no-sum = be sumos
without-sum = Be sumos – { $count }
choice-picture = 📊 Paveikslas
choice-in-words = Išsamiau
choice-by-person = Pagal žmones

leads-heading = 🧲 Užklausų piltuvėlis
leads-choice = 🧲 Užklausos
leads-none = Šiuo laikotarpiu užklausų neatėjo
leads-came = { $count ->
    [one] Atėjo { $count } užklausa
    [few] Atėjo { $count } užklausos
    [many] Atėjo { $count } užklausos
   *[other] Atėjo { $count } užklausų
}
leads-became = Įvertinta { $count } ({ $percent } %), atkrito { $number }, dar laukia { $high }
leads-days = { $days ->
    [0] Įvertinama ar atkrinta tą pačią dieną (mediana)
    [one] Įvertinama ar atkrinta per { $days } dieną (mediana)
    [few] Įvertinama ar atkrinta per { $days } dienas (mediana)
   *[other] Įvertinama ar atkrinta per { $days } dienų (mediana)
}
leads-won = Iš jų laimėta: { $count } už { $sum }
leads-choice-open = Laukia
leads-choice-qualified = Įvertintos
leads-choice-lost = Atkrito
leads-choice-won = Laimėtos
leads-listed = { $word ->
    [leads-choice-open] Dar laukia
    [leads-choice-qualified] Įvertintos
    [leads-choice-lost] Atkrito
   *[leads-choice-won] Laimėtos
}: { $count }
source-unknown = šaltinis nežinomas

forecast-heading = 🔮 Prognozė
forecast-expected = Tikėtina { $sum } ({ $range })
forecast-expected-of = Tikėtina { $sum } ({ $range }) – { $percent } % plano ({ $each })
forecast-sum = Tikėtina { $sum }
forecast-plain = Svertinė { $sum }
forecast-plain-of = Svertinė { $sum } – { $percent } % plano ({ $each })
forecast-won = Laimėta { $sum }
forecast-won-of = Laimėta { $sum } – { $percent } % plano ({ $each })
forecast-floor = Tvirta { $sum }, iš jos laimėta { $each }
forecast-best = Optimistinė { $sum }
forecast-up = ▲ { $sum } nuo { $when }
forecast-down = ▼ { $sum } nuo { $when }
forecast-up-because = { forecast-up }: { $name }
forecast-down-because = { forecast-down }: { $name }
forecast-new-business = Nauji sandoriai atneštų dar { $sum }
forecast-thin = Uždaryta tik { $count } (savai prognozei reikia { $number }), tad rodau svertinę.
forecast-floor-above = Tvirta didesnė už tikėtiną: pažadėti sandoriai ne visada laimimi laiku.
forecast-no-target = Plano šiam laikotarpiui nėra.
forecast-choice-expected = Tikėtina
forecast-choice-won = Laimėta
forecast-choice-floor = Tvirta
forecast-choice-best = Optimistinė
forecast-listed = { $word ->
    [forecast-choice-won] ✅ Laimėta { $sum }. Sandorių ir užsakymų: { $count }
    [forecast-choice-floor] Tvirta { $sum } – laimėta ir pažadėta. Sandorių ir užsakymų: { $count }
   *[forecast-choice-best] Optimistinė { $sum } – tvirta ir galima. Sandorių ir užsakymų: { $count }
}
hoped = { $each } × { $percent } % ≈ { $sum }
said-by = planuojama { $when }
said-none = data neplanuota
ordered = užsakyta { $when }
expected-of = tikėtina { $sum }
floor-of = tvirta { $sum }

when-heading = 📅 Kada bus sutartys
when-none = Atvirų sandorių nėra
when-ours = { $count ->
    [0] Pagal istoriją šiuo laikotarpiu sutarčių nebus
    [one] Pagal istoriją – { $count } sutartis, { $sum }
    [few] Pagal istoriją – { $count } sutartys, { $sum }
    [many] Pagal istoriją – { $count } sutarties, { $sum }
   *[other] Pagal istoriją – { $count } sutarčių, { $sum }
}
when-said = { $count ->
    [0] Planuojamų sutarčių šiuo laikotarpiu nėra
    [one] Planuojama { $count } sutartis, { $sum }
    [few] Planuojamos { $count } sutartys, { $sum }
    [many] Planuojama { $count } sutarties, { $sum }
   *[other] Planuojama { $count } sutarčių, { $sum }
}
when-thin = Istorija dar trumpa (uždaryta sandorių: { $count }), tad savo datų nesakau; tikimybės – pagal etapus.
when-choice-period = Laikotarpis
when-choice-all = Visi atviri
when-choice-passed = Data praėjo
when-choice-undated = Be datos
our-date = tikėtina { $when } ({ $early } – { $late })
chance = { $percent } %
when-median = Panašūs sandoriai rodo: { $when } (80 %: { $early } – { $late })
when-rep = { $name } planuoja: { $when }
when-planned = Planuojama: { $when }
when-chance = Tikimybė laimėti: { $percent } %
why-days-in-stage = { $days ->
    [0] Etape „{ $name }“ – nuo šiandien.
    [one] Etape „{ $name }“ stovi { $days } dieną.
    [few] Etape „{ $name }“ stovi { $days } dienas.
   *[other] Etape „{ $name }“ stovi { $days } dienų.
}
why-usual-days = { $days ->
    [0] Paprastai iš jo išeinama tą pačią dieną.
    [one] Paprastai jame būnama { $days } dieną.
    [few] Paprastai jame būnama { $days } dienas.
   *[other] Paprastai jame būnama { $days } dienų.
}
why-stale = Stovi daugiau nei dvigubai ilgiau, nei įprasta – verta pajudinti.
why-date-passed-days = { $days ->
    [one] Planuota data praėjo prieš { $days } dieną.
    [few] Planuota data praėjo prieš { $days } dienas.
   *[other] Planuota data praėjo prieš { $days } dienų.
}
why-later-than-said-days = { $days ->
    [one] Tokie sandoriai pasirašomi { $days } diena vėliau, nei planuojama.
    [few] Tokie sandoriai pasirašomi { $days } dienomis vėliau, nei planuojama.
   *[other] Tokie sandoriai pasirašomi { $days } dienų vėliau, nei planuojama.
}
why-earlier-than-said-days = { $days ->
    [one] Tokie sandoriai pasirašomi { $days } diena anksčiau, nei planuojama.
    [few] Tokie sandoriai pasirašomi { $days } dienomis anksčiau, nei planuojama.
   *[other] Tokie sandoriai pasirašomi { $days } dienų anksčiau, nei planuojama.
}
why-closed-deals = { $count ->
    [one] Spręsta iš { $count } uždaryto sandorio.
   *[other] Spręsta iš { $count } uždarytų sandorių.
}
why-thin-history = Uždarytų sandorių dar per mažai, kad sakyčiau savo datą; tikimybė – pagal etapą.
why-no-date = Sutarties data neplanuota.

command-funnel = kur kas yra: piltuvėlis
command-forecast = prognozė ir planas
command-when = kada bus sutartys
command-effort = kiek pastangų įdėta
command-cost = kiek kainuoja parduoti
command-capacity = kiek reikia pardavėjų
command-process = kam trūksta žingsnio
command-customers = nauji, perkantys, nutilę klientai
command-lost = kas ir pas ką išėjo
command-adoption = kas ir kaip rašo
