## The team's day

team-heading = 👥 { $day }
contacts-count = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
team-quiet = Nothing logged yet: { $names }
team-nobody = Nothing logged on this day yet.
