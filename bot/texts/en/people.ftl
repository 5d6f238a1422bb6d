## The first minute, and help

welcome = 👋 Hello. You are { $name } here.
welcome-team = 👋 Hello. You are { $name } here, team { $team }.
welcome-what = After a call or a visit, write me one message: I'll log it, keep the deal in order and remind you what you promised.
language-question = Which language shall we speak?
language-set = English it is.
language-try = Write me, for instance:
practice = Let's try it with a customer who isn't there – nothing is kept. Send me this message:
practice-try = ▶️ Send it for me
practice-skip = Skip
practised = 🎓 That is all there is to do after a call. It was an exercise – Anna and Example are gone. Now write about a real customer.
tip = 💡 { $feature ->
    [edit] Something wrong? Edit your own message – I'll read it again.
    [reply] Reply to a card – I'll correct it (“15k, not 12”) or add to the same deal.
    [today] What is due today: /today
    [deals] All your deals: /deals
    [brief] Before a visit: /brief and the customer's name – all you know of them.
    [find] Need a number? /find and a name.
    [location] There already? Send your location – I start the visit and log how long it takes.
    [contact] Send a contact from your phone – I'll keep the person.
    [promises] Who promised what to whom: /promises
    [log] Rather not write? Log by buttons: /log
   *[me] Your week and month: /me
} (No more tips: /notips)
tips-off = All right, no more tips. What I can do: /help
language-example = Called Jonas at Statyba for 15 min, wants a proposal for 12k, call back on Friday at 10:00
language-next = If I get something wrong, tap Undo under the card. What is due today: /today, everything else: /help
language-next-manager = The team's week: /team
help-write = Write as you would to a colleague – after a call, after a visit or when planning your day:
help-examples =
    Called Jonas at Statyba for 15 min, wants a proposal for 12k
    Visited Vandrita, call back on Monday at 10:00
    Won Rytas, 24,000
help-correct = Something off? Tap Undo or Correct under the card, or edit your own message – I'll read it again. A reply to a card corrects it (“no, it was Statyba”) or adds to the same deal.
help-find = 🔎 Need a number? /find and a name. In any other chat write my name with @ and a customer – I insert their card.
help-part = { $part ->
    [commands] All commands
   *[team] For managers
}
help-group = { $group ->
    [day] The day
    [deals] Deals and customers
    [team] Team
   *[own] Your own
}
command-line = { $command } – { $what }

command-start = start
command-help = what I can do and how to write
command-today = today's steps
command-week = the coming seven days
command-promises = promises, ours and theirs
command-tidy = the Friday tidy, one minute
command-deals = my open deals
command-find = find a customer or deal
command-brief = what to know before a visit
command-undo = undo the last entry
command-language = language / kalba
command-taught = what corrections taught me
command-team = the team's week, and whom to help
command-off = days off, and who stands in
command-members = members, and handing over
