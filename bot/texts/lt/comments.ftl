## Komentarai apie sandorius

comment-button = { $kind ->
    [praise] 👏 Pagirti
   *[question] ❓ Paklausti
}
comment-from = { $kind ->
    [praise] 👏 { $name } giria:
    [question] ❓ { $name } klausia:
   *[reply] 💬 { $name } atsako:
}
comment-how-to-answer = Atsakyk į šią žinutę – perduosiu.
comment-sent = { $kind ->
    [praise] 👏 Pagyrimą gaus { $name }:
    [question] ❓ Klausimą gaus { $name }:
   *[reply] 💬 Atsakymą gaus { $name }:
}
