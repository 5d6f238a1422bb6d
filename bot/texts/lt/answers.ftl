## Vadovo klausimai ir atsakymai

period-week = { $week }-oji savaitė
period-year = { $year } m.
period-quarter = { $quarter ->
    [1] { $year } m. I ketv.
    [2] { $year } m. II ketv.
    [3] { $year } m. III ketv.
   *[4] { $year } m. IV ketv.
}
period-month = { $year } m. { $month }
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
capacity-newcomers = Jei trūkstamus pakeistų naujokai, jų reikėtų: { $number }
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
    [one] tyla { $days } dieną
    [few] tyla { $days } dienas
   *[other] tyla { $days } dienų
}
usual-gap = { $days ->
    [one] paprastai kas { $days } dieną
    [few] paprastai kas { $days } dienas
   *[other] paprastai kas { $days } dienų
}
since = nuo { $when }
gone-to = → { $name }
first-bought = pirmas pirkinys – { $when }
last-bought = paskutinis pirkinys – { $when }

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
adoption-steps = Kitas žingsnis yra { $count } iš { $number } atvirų sandorių
adoption-row = { $count ->
    [one] { $count } įrašas, dienų: { $days }
    [few] { $count } įrašai, dienų: { $days }
    [many] { $count } įrašo, dienų: { $days }
   *[other] { $count } įrašų, dienų: { $days }
}
adoption-row-none = įrašų dar nėra

command-effort = kiek pastangų įdėta
command-cost = kiek kainuoja parduoti
command-capacity = kiek reikia pardavėjų
command-process = kam trūksta žingsnio
command-customers = nauji, perkantys, nutilę klientai
command-lost = kas ir pas ką išėjo
command-adoption = kas ir kaip rašo
