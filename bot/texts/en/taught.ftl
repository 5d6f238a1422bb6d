## What corrections taught

taught-heading = { $count ->
    [one] 🧠 Learnt from corrections: { $count } thing
   *[other] 🧠 Learnt from corrections: { $count } things
}
taught-empty = Nothing learnt so far. When somebody corrects the company or day on a card, I'll remember their words and show them here.
taught-name = “{ $said }” is { $meant }
taught-word = “{ $said }” is “{ $meant }” ({ $by })
button-forget = Forget { $number }: { $said }
