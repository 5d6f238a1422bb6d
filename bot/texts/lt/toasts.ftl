## Trumpi atsakymai į paspaudimą

toast-forgotten = Pamiršau
toast-undone = Atšaukta
toast-undone-partly = Atšaukta, kas vėliau nepakeista
toast-saved = Išsaugota
toast-done = Atlikta
toast-already-done = Tai jau atlikta
toast-too-late-to-undo = Mygtuku atšaukti galima parą. Pataisyk mygtuku „Taisyti“ arba parašyk, kaip yra dabar – galios naujausias įrašas
toast-no-longer = Šis mygtukas paseno – ieškok naujausios kortelės
toast-language = Kalbėsimės lietuviškai
