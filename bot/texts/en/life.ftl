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
employer-before = 🔁 Moved from { $company }
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

life-done = { $what ->
    [tender] ✅ Tender open { $until }; I'll remind you 3 and 1 working days before
    [no-tender] ✅ No tender any more
    [paused] ✅ Break { $until }
    [resumed] ✅ The break is over
    [linked] ✅ Same project as { $about }
    [unlinked] ✅ A project of its own
    [shared] ✅ Shared with { $about }
   *[unshared] ✅ No longer shared with { $about }
}
life-nothing = No tender, no break, one bidder, one salesperson.
life-one-of = 🏗 1 of { $count } for the same project
life-choose = { $what ->
    [pause] Until when is the break?
    [object] Which deal is for the same project?
    [share] With whom is it shared?
   *[percent] How much is the colleague's? The owner has the rest.
}
life-tender = 🏁 Tender…
life-no-tender = 🏁 End tender
life-pause = ⏸ Break
life-no-pause = No break
life-object = 🏗 Same project
life-own-object = A project of its own
life-share = 🤝 Share
life-no-share = Not shared any more
life-part = ½ Part is won
life-order = 📦 They ordered
life-back = ‹ Deal
life-more = ⋯ Tender, break, shares
shares = 🤝 Shared: { $parts }
share = { $name } { $percent }%
percent = { $percent }%
others-open = { $count ->
    [one] 🏗 “{ $name }” is won. { $count } other bids for the same project:
   *[other] 🏗 “{ $name }” is won. { $count } others bid for the same project:
}
others-lose = ❌ They are lost
others-lost = { $count ->
    [one] ❌ Lost: { $count } deal for the same project
   *[other] ❌ Lost: { $count } deals for the same project
}
others-none = 🏗 “{ $name }” is won, and no other deal for the project is open.
shared-with = 🤝 { $name } shares a deal with you: { $deal }, your part { $percent }%
shared-no-more = 🤝 { $name } no longer shares this deal with you: { $deal }
company-orders = Orders
life-employer = 🔁 New employer
