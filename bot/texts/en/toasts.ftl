## Short answers to a tap

toast-forgotten = Forgotten
toast-undone = Undone
toast-undone-partly = Undone, except what has changed since
toast-saved = Saved
toast-done = Done
toast-already-done = That is done already
toast-too-late-to-undo = The button takes back what is less than a day old. Tap Correct under the card, or write how it is now – the latest word counts
toast-no-longer = This button is out of date – look for the latest card
toast-language = English it is
