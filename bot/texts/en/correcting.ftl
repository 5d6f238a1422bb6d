## Questions and corrections

question = { $field ->
    [person] Which person?
    [company] Which company?
    [near] A new company, or one you know?
    [deal] Which deal?
    [won] Which deal is won?
    [lost] Which deal is lost?
    [order] Is a deal won, or is it an order of its own?
    [rest] And the rest?
    [steps] What about the steps left there?
    [amount] What amount?
    [next-date] Which day?
    [next-time] What time?
    [close-date] When is the contract due?
    [occurred] When was it?
    [date] When was it?
    [pipeline] Which pipeline?
   *[kind] What was it?
}
question-other = { $field ->
   *[other] Other…
}
deal-begin = New deal
deal-none = No deal
correct = What shall I correct?
correct-field = { $field ->
    [file] 📎 The file's customer
    [company] Company
    [deal] Deal
    [kind] Kind of contact
    [next-date] Day of the next step
    [pipeline] Pipeline
   *[date] Date
}
ask-in-words = { $field ->
    [person] Reply to this message with the person's name.
    [company] Reply to this message with the company's name.
    [deal] Reply to this message with the deal's name.
    [amount] Reply to this message with the amount, for example: 12,000.
    [tender] Until when is the tender open? For example: 15 December.
    [part] How much of it is won? For example: 6,000.
    [employer] Where do they work now? Reply with the company's name.
    [order] How much did they order for? For example: 3,400.
    [next-date] Reply to this message with the day, for example: on Friday.
    [next-time] Reply to this message with the time, for example: 10:30.
    [close-date] Reply to this message with the contract date, for example: 15 December.
    [occurred] Reply to this message with the day, for example: yesterday.
    [date] Reply to this message with the day, for example: yesterday.
    [find] Whom are you looking for? Write a name, company or deal.
    [brief] Whom will you visit? Write the company.
    [title] Reply to this message with the new title of the deal.
    [competitor] Reply to this message with whom they chose.
    [new-company] Reply to this message with the company's name.
    [new-person] Reply to this message with the name and number, for example: Rasa Petrauskienė 8 612 34567
    [where-now] Whom do they buy from now? Answer with a name.
    [expenses] What did it cost? For example: 42 km, fuel 45, hotel 80.
    [praise] What is the praise for? Reply to this message and I will pass it on.
    [question] What is the question? Reply to this message and I will pass it on.
   *[other] Reply to this message in your own words.
}
