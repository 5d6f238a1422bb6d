## Klausimai ir taisymas

question = { $field ->
    [person] Kuris žmogus?
    [company] Kuri įmonė?
    [near] Nauja įmonė ar viena iš žinomų?
    [deal] Kuris sandoris?
    [won] Kuris sandoris laimėtas?
    [lost] Kuris sandoris prarastas?
    [order] Laimėtas sandoris ar atskiras užsakymas?
    [rest] O likusi dalis?
    [steps] Ką daryti su ten likusiais žingsniais?
    [amount] Kokia suma?
    [next-date] Kurią dieną?
    [next-time] Kelintą valandą?
    [close-date] Kada laukti sutarties?
    [occurred] Kada tai buvo?
    [date] Kada tai buvo?
    [pipeline] Kuris pardavimo procesas?
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
    [file] 📎 Failo klientą
    [company] Įmonę
    [deal] Sandorį
    [kind] Veiksmą
    [next-date] Kito žingsnio dieną
    [pipeline] Pardavimo procesą
   *[date] Datą
}
ask-in-words = { $field ->
    [person] Atsakyk į šią žinutę žmogaus vardu ir pavarde.
    [company] Atsakyk į šią žinutę įmonės pavadinimu.
    [deal] Atsakyk į šią žinutę sandorio pavadinimu.
    [amount] Atsakyk į šią žinutę suma, pavyzdžiui: 12 000.
    [tender] Iki kada vyksta konkursas? Pavyzdžiui: gruodžio 15 d.
    [part] Kokia suma laimėta? Pavyzdžiui: 6 000.
    [employer] Kur dabar dirba? Atsakyk įmonės pavadinimu.
    [order] Už kokią sumą užsakė? Pavyzdžiui: 3 400.
    [next-date] Atsakyk į šią žinutę diena, pavyzdžiui: penktadienį.
    [next-time] Atsakyk į šią žinutę valanda, pavyzdžiui: 10:30.
    [close-date] Atsakyk į šią žinutę sutarties data, pavyzdžiui: gruodžio 15 d.
    [occurred] Atsakyk į šią žinutę diena, pavyzdžiui: vakar.
    [date] Atsakyk į šią žinutę diena, pavyzdžiui: vakar.
    [find] Ko ieškai? Parašyk vardą, įmonę ar sandorį.
    [brief] Pas ką važiuoji? Parašyk įmonę.
    [title] Atsakyk į šią žinutę nauju sandorio pavadinimu.
    [competitor] Atsakyk į šią žinutę, ką jie pasirinko.
    [new-company] Atsakyk į šią žinutę įmonės pavadinimu.
    [new-person] Atsakyk į šią žinutę vardu ir telefonu, pavyzdžiui: Rasa Petrauskienė 8 612 34567
    [where-now] Iš ko jie perka dabar? Atsakyk pavadinimu.
    [expenses] Kiek kainavo? Pavyzdžiui: 42 km, degalai 45, viešbutis 80.
    [praise] Už ką pagirti? Atsakyk į šią žinutę – perduosiu.
    [question] Ko paklausti? Atsakyk į šią žinutę – perduosiu.
   *[other] Atsakyk į šią žinutę savais žodžiais.
}
