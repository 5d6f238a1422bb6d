# What stands in place of the name of somebody who was erased.
erased = { $kind ->
    [member] Erased colleague { $number }
   *[person] Erased person { $number }
}
