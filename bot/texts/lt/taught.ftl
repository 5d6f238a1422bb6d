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
