## Deals

deals-heading = { $count ->
    [one] 💼 { $count } open deal
   *[other] 💼 { $count } open deals
}
deals-without-amount = { $count } without an amount
deals-which = { $which ->
    [mine-all] mine
    [mine-stale] mine, too long in their stage
    [mine-closing] mine, contract this month
    [team-stale] the team's, too long in their stage
    [team-closing] the team's, contract this month
   *[team-all] the team's
}
deals-filter = { $filter ->
    [whose-mine] Mine
    [whose-team] Team
    [only-stale] Stuck
   *[only-closing] This month
}
deals-empty =
    No open deals yet.
    Write, for example: <code>Statyba wants a proposal for 12k</code> – and there will be one.
deals-none = No such deals here.
deal-closes = contract { $when }
deal-closed-by = ❗ contract was due { $when }
deal-owner = 🙋 { $name }
deal-steps = Next steps
deal-contacts = So far
deal-back = ‹ Deals
days = { $count ->
    [0] since today
    [one] { $count } day
   *[other] { $count } days
}
deal-days = { $days } (usually { $usual })
deal-days-late = ⚠️ { $days } (usually { $usual })
deal-close-passed = ❗ The contract date has passed: it was due { $when }
deal-chance-short = chance { $percent }%
deal-ended = { $how ->
    [won] 🎉 Won { $when }
   *[lost] ❌ Lost { $when }
}
deal-attachments = { $count ->
    [one] 📎 { $count } attachment
   *[other] 📎 { $count } attachments
}
category = { $category ->
    [commit] commit
    [best_case] best case
    [omitted] not in the forecast
   *[pipeline] pipeline
}
category-by-stage = forecast by its stage: { $category }
lost-reason = { $reason ->
    [price] price
    [no_budget] no budget
    [timing] wrong time
    [no_need] no need any more
    [no_response] gone quiet
    [competitor] another supplier
   *[other] another reason
}
deal-change = { $what ->
    [begun] ✅ New deal
    [moved] ➡️ Stage: { $name }
    [reopened] ↩️ Open again: { $name }
    [won] 🎉 Won
    [lost] ❌ Lost
    [amount] ✅ Amount: { $amount }
    [close] ✅ Contract: { $when }
    [category] ✅ Forecast: { $category ->
        [commit] commit
        [best_case] best case
        [omitted] not in the forecast
       *[pipeline] pipeline
    }
    [pipeline] ✅ Pipeline: { $name }
   *[title] ✅ Title changed
}
deal-lost-to = Whom did they choose?
deal-rival = { $which ->
    [none] Nobody known
   *[other] Another…
}
deal-win = 🎉 Won
deal-lose = ❌ Lost
deal-give = ⇢ Pass on
deal-log = ✍️ Log
deal-more = ⋯ More
deal-reopen = ↩️ Open again
deal-in-words = I'll type it…
deal-menu = { $menu ->
    [stages] ➡️ Stage
    [dates] ✍️ Contract date
    [category] 🎯 Forecast
    [amount] 💶 Amount
    [title] ✏️ Title
   *[history] 🕓 History
}
deal-given = 🤝 Handed over: { $deal } → { $name }
deal-got = 🤝 { $name } has handed a deal over to you
deal-taken-back = { $whose ->
    [own] ↩️ { $by } took the deal back
    [theirs] ↩️ { $by } took the hand-over back. The deal is with { $name } again
   *[yours] ↩️ { $by } took the hand-over back. The deal is yours again
}
deal-taken = 🤝 { $by } has handed your deal over. From now on it is with { $name }
history-heading = history
history-undone = ↩️ undone –
history-field = { $field ->
    [created] deal begun
    [stage] stage
    [amount] amount
    [close] contract date
    [category] forecast
    [chance] chance
    [title] title
    [owner] salesperson
    [reason] why it was lost
    [competitor] competitor
    [company] company
    [person] contact person
    [praise] 👍 praise
    [question] ❓ question
    [reply] 💬 reply
   *[pipeline] pipeline
}
