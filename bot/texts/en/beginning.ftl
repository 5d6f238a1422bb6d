## New company, person, deal

new-what = { $what ->
    [company] 🏢 Company
    [person] 👤 Person
   *[deal] 💼 Deal
}
new-twins = { $what ->
    [company] Is it one of these?
   *[person] Is it this person?
}
new-anyway = { $what ->
    [company] No, new: { $name }
   *[person] No, somebody new: { $name }
}
new-entered = { $what ->
    [company] ✅ New company
   *[person] ✅ New person
}
new-employer = 🏢 Works at…
new-skip = Skip
deal-begun-asks = What about, and for how much? Write, for example: Facade 12k
command-new = new company, person or deal
