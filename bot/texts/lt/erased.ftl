# Kas rašoma vietoj ištrinto žmogaus vardo.
erased = { $kind ->
    [member] Ištrintas kolega { $number }
   *[person] Ištrintas asmuo { $number }
}
