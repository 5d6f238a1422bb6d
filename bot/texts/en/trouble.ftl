## What did not fit

stranger = Piltuvėlis works for its own team only – please ask their manager for an invite link.
not-a-log = { $aside ->
    [greeting] Hello. Tell me whom you spoke with or what you promised, and I'll log it.
    [question] Commands answer questions for now: /find – a number or a customer, /today – today's steps, /deals – your deals, /team – the team's week (managers).
   *[other] I found nothing to log. Write whom you dealt with and what happened, for example: “Called Jonas at Statyba for 15 min”. More examples: /help
}
unreadable = { $what ->
    [empty] That message is empty – tell me whom you spoke with or what you promised.
    [sticker] A nice sticker, but nothing to log – tell me in words what happened.
    [forward] I can't read forwarded messages yet – tell me in your own words what the customer wants.
   *[other] I can't read that kind of message yet – tell me in text what happened.
}
fault = Sorry, something went wrong on my side. Your message is saved, nothing is lost. If it happens again, give your manager this number: { $reference }
error-refused = I can't do that – see what I can do: /help
error-not-found = That record is gone or isn't yours – your deals are here: /deals
error-too-late-to-undo = Your latest entry is more than a day old, too old to take back. Tap Correct under its card, or write how it is now.
error-nothing-to-undo = There is nothing left to undo. To change an earlier entry, tap Correct under its card.
error-invite-invalid = This invite was used already or is no longer valid – ask your manager for a new link.
error-not-understood = I didn't get that – reply to the same message in fewer words, like “12k” or “Friday at 10”.
error-not-allowed = Only a manager can do that – ask yours if you need it. What you can do: /help
error-no-pipeline = No sales process is set up yet – ask the owner to finish setting Piltuvėlis up.
error-no-open-invite = Invite { $number } is not open
error-nobody-called-so = Nobody is called { $who } – give the whole name
error-several-called-so = Several are called { $who }: { $known }
error-still-has-access = { $who } is still in the team – remove them in /members first
error-unknown-pipeline = There is no pipeline “{ $pipeline }” – choose one of these: { $known }
error-unknown-team = There is no team { $team } – choose from: { $known }
error-schema-too-new = A newer Piltuvėlis wrote this data – ask the owner to install it; your data is safe.
error-no-longer-applies = This card is out of date – open the latest one or write again.
error-deals-left-behind = { $name } still has work ({ $count ->
        [one] { $count } deal
       *[other] { $count } deals
    }) – say who takes it over.
error-cannot-take-over = { $name } can't take over – choose a colleague who uses Piltuvėlis.
