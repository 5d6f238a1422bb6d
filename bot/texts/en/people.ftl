## The first minute, and help

welcome = 👋 Hello. You are { $name } here.
welcome-team = 👋 Hello. You are { $name } here, team { $team }.
welcome-what = After a call or a visit, write me one message: I'll log it, keep the deal in order and remind you what you promised.
language-question = Which language shall we speak?
language-set = English it is. Try me – write:
language-example = Called Jonas at Statyba for 15 min, wants a proposal for 12k, call back on Friday at 10:00
language-next = If I get something wrong, tap Undo under the card. What is due today: /today, everything else: /help
language-next-manager = What the team did today: /team
help-write = Write as you would to a colleague – after a call, after a visit or when planning your day:
help-examples =
    Called Jonas at Statyba for 15 min, wants a proposal for 12k
    Visited Vandrita, call back on Monday at 10:00
    Sent Auksarankė a proposal, €4,500
    Won Rytas, 24,000
    Call Mindaugas from Penktadienis tomorrow at 9:00
help-correct = Something off? Tap Undo or Correct under the card, or edit your own message – I'll read it again. A reply to a card adds to the same deal.
command-line = { $command } – { $what }

command-start = start
command-help = what I can do and how to write
command-today = today's steps
command-week = the coming seven days
command-promises = promises, ours and the customers'
command-tidy = the Friday tidy: deals without a next step or date
command-deals = my open deals
command-undo = undo the last entry
command-language = language / kalba
command-taught = what corrections taught me
command-team = what the team did today
