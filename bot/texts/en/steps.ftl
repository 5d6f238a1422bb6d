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
step-reminded = { $over ->
    [yes] { $what } – I reminded you { $when }
   *[no] { $what } – I'll remind you { $when }
}
step-free-day = ⚠️ { $day ->
    [weekend] weekend
   *[other] holiday: { $day }
}
step-received = Received: { $what }
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
