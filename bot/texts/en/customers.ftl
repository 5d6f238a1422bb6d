## Customers: finding, cards, before a visit

found = 🔎 “{ $words }” – which one to open?
found-more = { $count } more – be more exact: /find and further words.
found-nobody =
    🔎 I found nobody for “{ $words }”.
    Try another word after /find, or simply write what happened – I'll keep the new customer.
company-deals = Open deals
company-won = { $count ->
    [one] 🏆 Won once: { $total }
   *[other] 🏆 Won { $count } times: { $total }
}
company-paused = ⏸ On a break until { $when }
company-buys-from = 🔀 Buying from { $name } now ({ $when })
where-now = Where do they buy now?
where-now-ask = 🔀 Buying where?
where-now-answer = { $which ->
    [nobody] ⏸ Nowhere now
    [talking] 💬 Still in touch
    [other] Other…
   *[later] Later
}
person-no-phone = ☎️ No number known yet
button-place = 📍 Place
button-brief = Before a visit
button-company = Company
button-vcard = 📇 To my phone
brief = 📋 Before a visit: { $company }
brief-ours = We promised
brief-theirs = They promised
brief-said = What was said
brief-past = What was before
brief-nothing = I know nothing more yet – write what happened after the visit.
