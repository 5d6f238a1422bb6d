## Suggestions, promises and the Friday tidy

suggested = 💡 Worth doing
suggested-on-the-way = On the way: { $about }
suggested-why = { $reason ->
    [silent] { $days ->
        [one] no contact for { $days } day
       *[other] no contact for { $days } days
    }
    [date-passed] contract was expected { $when }
   *[no-step] no next step
}
promises-heading = { $side ->
    [ours] 🤝 Promised to customers: { $count }
   *[theirs] 🤝 Promised by customers: { $count }
}
promises-none = { $side ->
    [ours] All promises are kept.
   *[theirs] Nothing to wait for from customers.
}
promises-side = { $side ->
    [ours] Our promises: { $count }
   *[theirs] Their promises: { $count }
}
tidy-open = 🧹 Friday tidy: { $count }
tidy-left = { $count ->
    [one] 🧹 { $count } deal left
   *[other] 🧹 { $count } deals left
}
tidy-why = { $reason ->
    [date-passed] The contract was expected { $when } – when is it now?
   *[no-step] No next step. When will you call?
}
tidy-why-lost = Why was it lost?
tidy-lost = ❌ Lost
tidy-keep = Keep
tidy-done = 🧹 All gone through. Thank you – Monday will be easier.
tidy-nothing = 🧹 Nothing to tidy: every deal has a next step, and no contract date has passed.
pick-in-a-month = In a month
