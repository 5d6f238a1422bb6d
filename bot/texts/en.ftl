### English, British dates: short, warm, concrete.

language-locale = en_GB
language-name = English

## Dates, times, durations

weekday = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}
weekday-on = { $weekday ->
    [0] on Monday
    [1] on Tuesday
    [2] on Wednesday
    [3] on Thursday
    [4] on Friday
    [5] on Saturday
   *[6] on Sunday
}
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
today = today
tomorrow = tomorrow
yesterday = yesterday
date-heading = { $weekday } { $day } { $month }
date-on = { $weekday } { $day } { $month }
date-on-year = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-by = on { $date }
time = { $hour }:{ $minute }
near-at = { $day } at { $time }
day-at = { $day }, { $time }
minutes = { $minutes } min
hours = { $hours } h
hours-minutes = { $hours } h { $minutes } min

words-before-a-day = on, at, by, from, until, for, around, in

## Companies

company-forms = UAB, AB, MB, IĮ, VšĮ, VĮ, SĮ, TŪB, KŪB, ŽŪB, ŽŪK, KB
company-unquoted = { "" }
company-quoted = { $name }
company-with-form = { $form } { $name }

## Contacts and steps

contact-kind = { $kind ->
    [call] call
    [meeting] meeting
    [visit] visit
    [email] email
    [message] message
    [demo] demo
    [proposal] proposal
   *[note] note
}
no-answer = { $kind ->
    [call] no answer
    [visit] nobody there
    [meeting] didn't happen
    [demo] didn't happen
   *[other] no reply yet
}
step = { $kind ->
    [call] call
    [meeting] meet
    [visit] visit
    [email] write an email
    [message] send a message
    [demo] give a demo
    [proposal] send a proposal
   *[task] task
}
step-noun = { $kind ->
    [call] call
    [meeting] meeting
    [visit] visit
    [email] email
    [message] message
    [demo] demo
    [proposal] proposal
   *[task] task
}
step-awaited = { $kind ->
    [call] waiting for their call
    [meeting] waiting to meet
    [visit] waiting for their visit
    [email] waiting for their email
    [message] waiting for their message
    [demo] waiting for their demo
    [proposal] waiting for their proposal
   *[task] waiting for them
}
step-awaited-words = waiting: { $words }
step-dated = { $what } { $when }
step-reminded = { $what } – I'll remind you { $when }
step-free-day = ⚠️ { $day ->
    [weekend] weekend
   *[other] holiday: { $day }
}
step-done = { $kind ->
    [proposal] Proposal sent
    [email] Email sent
    [message] Message sent
   *[other] Done: { $what }
}
step-more = { $count ->
    [one] and { $count } more step
   *[other] and { $count } more steps
}
more = and { $count } more
button-undo = Undo
button-correct = Correct
button-back = ‹ Back

## The card: what was logged

logged = ✅ Logged: { $what }
logged-plan = ✅ Noted
logged-corrected = ✏️ Corrected: { $what }
logged-corrected-plan = ✏️ Corrected
logged-together = { $count ->
    [one] ✅ Logged: { $count } customer
   *[other] ✅ Logged: { $count } customers
}
logged-guess = { $field ->
    [person] 🤔 My guess: the person you dealt with earlier today
   *[company] 🤔 My guess: the company you dealt with earlier today
}
logged-learnt = 🧠 From now on I know what “{ $said }” means
logged-nobody = 👤 No customer named
person-new = { $name } (new contact)
company-new = { $name } (new company)
deal-new = 💼 New deal: { $deal }
deal-won = 🎉 Won: { $deal }
deal-won-bare = 🎉 Won
deal-lost = ❌ Lost: { $deal }
deal-lost-bare = ❌ Lost
deal-lost-why = { $lost } – { $reason ->
    [price] on price
    [no_budget] no budget
    [timing] wrong time
    [no_need] no longer needed
    [no_response] gone quiet
    [competitor] chose another supplier
   *[other] other reason
}
deal-competitor = 🆚 Competitor: { $name }
deal-stage = ➡️ Stage: { $stage }
deal-close = ✍️ Contract { $when }
deal-close-chance = ✍️ Contract { $when }, { $percent }% likely
deal-chance = 🎯 { $percent }% likely
kept = Kept, as changed since: { $fields }.
field = { $field ->
    [amount] amount
    [stage] stage
    [close] contract date
    [chance] chance
    [company] company
    [person] contact person
    [deal] deal
    [kind] kind of contact
    [date] date
    [duration] duration
    [step] next step
   *[other] other details
}
undone = ↩️ Undone
undone-what = ↩️ Undone: { $what }

## Questions and corrections

question = { $field ->
    [person] Which person?
    [company] Which company?
    [deal] Which deal?
    [won] Which deal is won?
    [lost] Which deal is lost?
    [amount] What amount?
    [next-date] Which day?
    [next-time] What time?
    [close-date] When is the contract due?
    [occurred] When was it?
    [date] When was it?
   *[kind] What was it?
}
question-other = { $field ->
   *[other] Other…
}
deal-begin = New deal
deal-none = No deal
correct = What shall I correct?
correct-field = { $field ->
    [company] Company
    [deal] Deal
    [kind] Kind of contact
    [next-date] Day of the next step
   *[date] Date
}
ask-in-words = { $field ->
    [person] Reply to this message with the person's name.
    [company] Reply to this message with the company's name.
    [deal] Reply to this message with the deal's name.
    [amount] Reply to this message with the amount, for example: 12,000.
    [next-date] Reply to this message with the day, for example: on Friday.
    [next-time] Reply to this message with the time, for example: 10:30.
    [close-date] Reply to this message with the contract date, for example: 15 December.
    [occurred] Reply to this message with the day, for example: yesterday.
    [date] Reply to this message with the day, for example: yesterday.
   *[other] Reply to this message in your own words.
}

## The day's work

agenda-heading = ☀️ { $day }
agenda-planned = { $gender ->
   *[other] due { $when }
}
agenda-empty =
    Nothing planned for today.
    Write what you promised a customer and when – I'll remind you.
agenda-all-done = { $count ->
    [one] ✅ All done: { $count } step.
   *[other] ✅ All done: { $count } steps.
}
agenda-done = ✅ Done already: { $count }

## Deals

deals-heading = { $count ->
    [one] 💼 { $count } open deal
   *[other] 💼 { $count } open deals
}
deals-without-amount = { $count } without amount
deals-empty =
    No open deals yet.
    Write, for example: <code>Statyba wants a proposal for 12k</code> – and there will be one.
deal-closes = contract { $when }
deal-owner = 🙋 { $name }
deal-steps = Next steps
deal-contacts = So far
deal-back = ‹ All deals

## The team's day

team-heading = 👥 { $day }
contacts-count = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
team-quiet = Nothing logged yet: { $names }
team-nobody = Nothing logged on this day yet.

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
command-deals = my open deals
command-undo = undo the last entry
command-language = language / kalba
command-taught = what corrections taught me
command-team = what the team did today

## What did not fit

stranger = Piltuvėlis works for its own team only – please ask their manager for an invite link.
not-a-log = { $aside ->
    [greeting] Hello. Tell me whom you spoke with or what you promised, and I'll log it.
    [question] Commands answer questions for now: /today – today's steps, /deals – your deals, /team – the team's day (managers).
   *[other] I found nothing to log. Write whom you dealt with and what happened, for example: “Called Jonas at Statyba for 15 min”. More examples: /help
}
unreadable = { $what ->
    [empty] That message is empty – tell me whom you spoke with or what you promised.
    [sticker] A nice sticker, but nothing to log – tell me in words what happened.
    [photo] I can't read photos yet – tell me what matters in it.
    [album] I can't read photos yet – tell me what matters in them.
    [audio] I can't listen to recordings yet – tell me what matters in it.
    [video] I can't watch videos yet – tell me what matters in it.
    [voice] I can't listen to voice messages yet – dictate to your phone's keyboard and I'll get the text.
    [document] I can't read documents yet – tell me what matters in it.
    [location] I can't link a place to a customer yet – tell me who you are with.
    [contact] I can't take contact cards yet – write the name, company and phone.
    [forward] I can't read forwarded messages yet – tell me in your own words what the customer wants.
   *[other] I can't read that kind of message yet – tell me in text what happened.
}
fault = Sorry, something went wrong on my side. Your message is saved, nothing is lost. If it happens again, give your manager this number: { $reference }
error-refused = I can't do that – see what I can do: /help
error-not-found = That record is gone or isn't yours – your deals are here: /deals
error-nothing-to-undo = There is nothing left to undo. To change an earlier entry, tap Correct under its card.
error-invite-invalid = This invite was used already or is no longer valid – ask your manager for a new link.
error-not-understood = I didn't get that – reply to the same message in fewer words, like “12k” or “Friday at 10”.
error-not-allowed = Only a manager can do that – ask yours if you need it. What you can do: /help
error-no-pipeline = No sales process is set up yet – ask the owner to finish setting Piltuvėlis up.
error-unknown-team = There is no team { $team } – choose from: { $known }
error-schema-too-new = A newer Piltuvėlis wrote this data – ask the owner to install it; your data is safe.
error-no-longer-applies = This card is out of date – open the latest one or write again.
error-deals-left-behind = { $name } still has work ({ $count ->
        [one] { $count } deal
       *[other] { $count } deals
    }) – say who takes it over.
error-cannot-take-over = { $name } can't take over – choose a colleague who uses Piltuvėlis.

toast-forgotten = Forgotten
toast-undone = Undone
toast-saved = Saved
toast-done = Done
toast-already-done = That is done already
toast-no-longer = This button is out of date – look for the latest card
toast-language = English it is

## What corrections taught

taught-heading = { $count ->
    [one] 🧠 Learnt from corrections: { $count } thing
   *[other] 🧠 Learnt from corrections: { $count } things
}
taught-empty = Nothing learnt so far. When somebody corrects the company or day on a card, I'll remember their words and show them here.
taught-name = “{ $said }” is { $meant }
taught-word = “{ $said }” is “{ $meant }” ({ $by })
button-forget = Forget { $number }: { $said }
