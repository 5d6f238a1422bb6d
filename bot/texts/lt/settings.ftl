## Nustatymai

settings-heading = ⚙️ Ką ir kada atsiunčiu pats
settings-routine = { $kind ->
    [agenda] ☀️ Dienos darbai
    [evening] 🌙 Vakaro eilutė
    [digest] 📊 Savaitė
    [closing] 🗓 Mėnuo
    [week] 📋 Mano savaitė
   *[tidy] 🧹 Tvarka
}
settings-routine-what = { $kind ->
    [agenda] Ryte – kas šiandien suplanuota ir ką vakar pamiršai. Jei nieko nėra, tyliu.
    [digest] Savaitei pasibaigus – kas pasikeitė, prognozės ir ką verta padaryti.
    [closing] Pasibaigus mėnesiui ar ketvirčiui – kas laimėta ir kiek trūko iki plano.
    [week] Penktadienį – ką nuveikei, laimėjai ir pajudinai, ko tikėtis šį mėnesį ir kuo prasidės kita savaitė; čia pat – tvarka. Matai tik tu.
    [evening] Vakare viena eilutė: kas padaryta, kas liko, kas laukia kitą darbo dieną.
   *[tidy] Penktadienį – sandoriai be kito žingsnio ir su praėjusia sutarties data.
}
settings-at = { $kind ->
    [tidy] penktadieniais { $at }
    [week] penktadieniais { $at }
    [digest] pirmadieniais { $at }
    [closing] pirmą mėnesio darbo dieną { $at }
   *[other] darbo dienomis { $at }
}
settings-off = išjungta
settings-turn-off = Išjungti
settings-reminders = 🔔 Priminimai – tavo nurodytu laiku; prieš vizitą ar susitikimą – anksčiau
settings-quiet-none = 🤫 Ramybės valandų nėra
settings-quiet-hours = 🤫 Ramybė { $from }–{ $to }: tada siunčiu tik tai, kam laiką nurodei tu
settings-no-quiet = Ramybės valandų nereikia
settings-snooze-none = 😴 Tyla neįjungta
settings-snoozed = { $today ->
    [yes] 😴 Tyliu iki { $at }: priminimai ir darbai ateis tada
   *[no] 😴 Tyliu { $until } { $at }: priminimai ir darbai ateis tada
}
button-quiet = 🤫 Ramybė
button-snooze = 😴 Tyla
snooze-hours = { $hours } val.
snooze-morning = { $day } 8:00
snooze-end = Vėl siųsti
evening-done = { $count ->
    [0] Šiandien nepažymėta nieko.
   *[other] Šiandien padaryta: { $count }.
}
evening-left = Liko { $count } – parodysiu ryte.
evening-tomorrow = Kitą darbo dieną laukia: { $count }.
command-settings = ką ir kada siunčiu, kalba, tyla
command-snooze = patylėti kurį laiką
error-no-such-moment = Nesupratau, iki kada tylėti. Parašyk, pavyzdžiui: <code>/snooze iki 14:00</code> arba <code>/snooze iki pirmadienio</code>.
settings-zone = 🌍 Laikas pagal: { $city }
settings-zone-what = Ką siunčiu pats, ateis šio miesto valandomis. Su klientu sutarti laikai lieka tuo pačiu metu – tik rodau juos tavo laikrodžiu.
settings-zone-search = Kitas miestas ar šalis? Parašyk, pavyzdžiui: <code>/zone Londonas</code>
settings-zone-moved = { $count ->
    [one] 🔁 { $count } sutartą laiką dabar rodau naujuoju laikrodžiu.
    [few] 🔁 { $count } sutartus laikus dabar rodau naujuoju laikrodžiu.
    [many] 🔁 { $count } sutarto laiko dabar rodau naujuoju laikrodžiu.
   *[other] 🔁 { $count } sutartų laikų dabar rodau naujuoju laikrodžiu.
}
zone-offer = 🌍 Čia dabar { $here }, o aš tau viską rodau ir siunčiu pagal { $mine } laikrodį. Jei nieko nedarysi, taip ir liks.
zone-offer-take = 🌍 Laikas pagal: { $city }
button-zone = 🌍 Laikas
command-zone = kur esu: laiko juosta
