## Įrašas mygtukais ir kieno tai

log-what = ✍️ Kas vyko?
log-how = Kaip sekėsi?
log-next = Kada kitas žingsnis?
log-nothing-next = Nereikia
whom = { $verb ->
    [log] 👤 Su kuo?
    [visit] 📍 Pas ką esi?
    [file] 📎 Kurio kliento failas?
    [note] 💬 Kurio kliento žodžiai?
    [person] 🏢 Kurioje įmonėje dirba?
    [begin] 💼 Su kuo naujas sandoris?
    [employer] 🏢 Kurioje įmonėje dirba?
   *[other] 👤 Kuris klientas?
}
whom-in-words = Jei sąraše nėra – parašyk vardą ar įmonę.
whom-in-words-only = Parašyk vardą ar įmonę.
whom-new = { $what ->
    [company] + Nauja įmonė
   *[person] + Naujas žmogus
}
whom-none = Be įmonės
metres = { $count } m
kilometres = { $count } km
command-log = įrašyti mygtukais
visit-at = 📍 { $company }, nuo { $since }
visit-learnt = 🗺 Įsidėmėjau, kur jie yra
visit-how = Kai išeisi, spausk „Išvykau“ arba parašyk, kaip sekėsi.
visit-left = 🚗 Išvykau
visit-other = Kitas klientas
visit-forgotten = 🤔 Vizitas pas klientą { $company } prasidėjo { $day }, { $since }, ir nebuvo užbaigtas. Kiek jis truko?
visit-none = Vizito nebuvo
file-attached = 📎 { $kind ->
    [photo] Nuotrauka pridėta
    [voice] Balso žinutė pridėta
    [audio] Garso įrašas pridėtas
    [video] Vaizdo įrašas pridėtas
   *[other] Dokumentas pridėtas
}: { $to }
file-big = Failas didelis ({ $mb } MB) ir lieka „Telegramo“ serveryje; iš kortelės atsiųsiu jį kaip visus.
file-nobody = prie paskutinio įrašo
button-files = 📎 Failai
file-move = Kitam klientui…
trips-which = 🚗 Kurio mėnesio kelionės lapas?
trips-none = 🚗 Vizitų per paskutinius mėnesius nebuvo. Jie prasideda, kai pasidalini vieta pas klientą.
trips-sheet = 🚗 { $month }: { $count ->
    [one] { $count } vizitas
    [few] { $count } vizitai
    [many] { $count } vizito
   *[other] { $count } vizitų
}
trips-file = kelionės-lapas
trips-title = Kelionės lapas
trips-date = Data
trips-order = Eilė
trips-time = Laikas
trips-customer = Klientas
trips-place = Vieta
trips-minutes = Trukmė, min.
trips-kilometres = Kelias, km
trips-spent = Išlaidos
trips-expenses = Išlaidos
trips-what = Kam
trips-sum = Suma
trips-currency = Valiuta
command-trips = kelionės lapas iš vizitų
person-known = 📇 Jau yra:
person-add-number = { $has ->
    [one] Pakeisti numerį į { $phone }?
   *[none] Pridėti { $phone }?
}
person-add = { $has ->
    [one] Taip, pakeisti numerį
   *[none] Pridėti numerį
}
person-another = Kitas žmogus
person-open = Atverti
person-entered = { $did ->
    [changed] ✅ Numeris pakeistas
   *[added] ✅ Numeris pridėtas
}
