## What stages don't hold: orders, tenders, breaks, parts

order-logged = 📦 Order: { $amount }
computed = 🧮 { $positions } = { $amount }
position = { $quantity } { $unit } × { $price }/{ $unit }
unit = { $unit ->
    [piece] pc
    [person] person
    [customer] customer
    [m2] m²
    [m3] m³
    [hour] h
   *[other] { $unit }
}
rest-open = ↪️ The rest stays open: { $amount }
rest-lost = ↪️ The rest is lost: { $amount }
tender = 🏁 Tender open { $until }
paused = ⏸ Break { $until } – silence means nothing till then
employer-before = 🔁 Until now at { $company }
employer-left = 🔁 No longer works here
option-order = An order of its own
option-rest = { $what ->
    [lost] Lost: { $amount }
   *[open] Still open: { $amount }
}
option-steps = { $what ->
    [drop] Drop them
   *[keep] Keep with the company
}
step-reason = { $reason ->
    [tender] hand in the tender offer
   *[samples] ask how the samples did
}
