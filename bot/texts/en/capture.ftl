## A log by taps, and whose it is

log-what = ✍️ What happened?
log-how = How did it go?
log-next = When is the next step?
log-nothing-next = None
whom = { $verb ->
    [log] 👤 With whom?
    [visit] 📍 Who are you with?
    [file] 📎 Whose file is it?
    [note] 💬 Whose words are they?
    [person] 🏢 Where do they work?
    [begin] 💼 Who is the new deal with?
    [employer] 🏢 Which company do they work for?
   *[other] 👤 Which customer?
}
whom-in-words = Not on the list? Write the name.
whom-in-words-only = Write the name.
whom-new = { $what ->
    [company] + New company
   *[person] + New person
}
whom-none = No company
metres = { $count } m
kilometres = { $count } km
command-log = log with buttons
visit-at = 📍 { $company }, since { $since }
visit-learnt = 🗺 I'll remember where they are
visit-how = When you go, tap “I've left” or write how it went.
visit-left = 🚗 I've left
visit-other = Another customer
visit-forgotten = 🤔 The visit to { $company } began { $day } at { $since } and was not ended. How long did it take?
visit-none = There was no visit
file-attached = 📎 { $kind ->
    [photo] Photo attached
    [voice] Voice message attached
    [audio] Recording attached
    [video] Video attached
   *[other] Document attached
}: { $to }
file-big = It is big ({ $mb } MB) and stays in Telegram; from the card I send it like any other.
file-nobody = to the last log
button-files = 📎 Files
file-move = To another…
trips-which = 🚗 The trip sheet of which month?
trips-none = 🚗 There were no visits in the last months. A visit begins when you share your location at a customer's.
trips-sheet = 🚗 { $month }: { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
trips-file = trip-sheet
trips-title = Trip sheet
trips-date = Date
trips-order = Order
trips-time = Time
trips-customer = Customer
trips-place = Place
trips-minutes = Minutes
trips-kilometres = Driven, km
trips-spent = Expenses
trips-expenses = Expenses
trips-what = For what
trips-sum = Sum
trips-currency = Currency
command-trips = trip sheet from visits
person-known = 📇 Known already:
person-add-number = { $has ->
    [one] Is the number { $phone } now?
   *[none] Add { $phone }?
}
person-add = { $has ->
    [one] Yes, change the number
   *[none] Add the number
}
person-another = Somebody else
person-open = Open
person-entered = { $did ->
    [changed] ✅ Number changed
   *[added] ✅ Number added
}
