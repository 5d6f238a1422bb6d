## Deals

deals-heading = { $count ->
    [one] 💼 { $count } open deal
   *[other] 💼 { $count } open deals
}
deals-without-amount = { $count } without amount
deals-empty =
    No open deals yet.
    Write, for example: <code>Statyba wants a proposal for 12k</code> – and there will be one.
deal-closes = contract { $when }
deal-owner = 🙋 { $name }
deal-steps = Next steps
deal-contacts = So far
deal-back = ‹ All deals
