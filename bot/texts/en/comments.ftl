## Comments on deals

comment-button = { $kind ->
    [praise] 👏 Praise
   *[question] ❓ Ask
}
comment-from = { $kind ->
    [praise] 👏 { $name } praises you:
    [question] ❓ { $name } asks:
   *[reply] 💬 { $name } answers:
}
comment-how-to-answer = Reply to this message and I will pass it on.
comment-sent = { $kind ->
    [praise] 👏 Your praise goes to { $name }:
    [question] ❓ Your question goes to { $name }:
   *[reply] 💬 Your answer goes to { $name }:
}
