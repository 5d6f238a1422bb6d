## Komandos diena

team-heading = 👥 { $day }
contacts-count = { $count ->
    [one] { $count } veiksmas
    [few] { $count } veiksmai
    [many] { $count } veiksmo
   *[other] { $count } veiksmų
}
team-quiet = Dar be įrašų: { $names }
team-nobody = Šią dieną įrašų dar nėra.
