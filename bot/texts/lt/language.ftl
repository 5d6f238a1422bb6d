### Lietuvių kalba: kreipiamės „tu“, trumpai ir šiltai.
### Kur linksnis neaiškus, sakinys sudarytas taip, kad tiktų vardininkas.
### Daugiskaita: one – 1, 21, 101; few – 2–9, 22–29; many – trupmenos; other – 0, 10–20, 30.

language-locale = lt
language-name = Lietuvių
