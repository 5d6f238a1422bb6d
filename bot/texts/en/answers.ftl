## A manager's questions and their answers

period-week = Week { $week }
period-year = { $year }
period-quarter = { $quarter ->
    [1] Q1 { $year }
    [2] Q2 { $year }
    [3] Q3 { $year }
   *[4] Q4 { $year }
}
period-month = { $month } { $year }
period-length = { $length ->
    [month] Month
    [quarter] Quarter
   *[year] Year
}
choice-of-team = Team
choice-of-pipeline = Process
choice-all = All

person = { $name }
in-stage = { $name }
minutes-of = { $time }
sum-of = { $sum }
contact-of = { $icon } { $when }
away-days = { $days ->
    [one] 🌴 away { $days } working day
   *[other] 🌴 away { $days } working days
}
away-people = { $count ->
    [one] 🌴 { $count } person was away, { $days } working days in all.
   *[other] 🌴 { $count } people were away, { $days } working days in all.
}
rates-missing = Without sums in { $name }: config.toml has no rate for them ([[rates]]).

effort-heading = ⏱ Effort
effort-of = ⏱ Contacts
effort-total = { contacts-count } · { $time }
effort-kind = { $icon } { $kinds } – { $count }, { $time }
effort-none = No contacts are logged in this period.
effort-measured = { $percent }% of the time was logged, the rest is usual for such contacts.
contact-kind-many = { $word ->
    [call] calls
    [meeting] meetings
    [visit] visits
    [email] e-mails
    [message] messages
    [demo] demos
    [proposal] proposals
   *[note] notes
}

cost-heading = 💶 What selling costs
cost-minutes = Work with customers: { contacts-count } · { $time }
cost-closed = { $count ->
    [one] { $count } closed deal took { $time }
   *[other] { $count } closed deals took { $time }
}
cost-total = { $sum } in all, { $each } a contact
cost-won = A won deal: { $each } (won: { $count })
cost-new = A new customer: { $each } (new: { $count })
cost-share = The closed deals cost { $percent }% of what was won
cost-unknown = No sums yet: say in config.toml what an hour of a salesperson costs (effort.hourly_cost).
closed-won = ✅ { $when }
closed-lost = ❌ { $when }

capacity-heading = 👥 How many salespeople
capacity-needed = Needed: { $number }
capacity-range = Needed: { $number } (likely { $low } to { $high })
capacity-now = Selling now: { $number }
capacity-won = { $sum } won of a target of { $each }
capacity-per-won = A won deal ({ $each }) takes { $time } of work with customers, lost ones counted in
capacity-pace = One person in a working day: { $time }; working days left: { $days }
capacity-kind = { $icon } { $kinds } – { $percent }% of the time
capacity-ramp = Until a newcomer has found their feet, { $number } months of their work are lost
capacity-newcomers = If newcomers made up for those missing, it would take { $number }
capacity-wavers = { $word ->
    [minutes_per_won] What wavers most is the work that a won deal takes
   *[mean_won_value] What wavers most is how big the won deals are
}
capacity-no-target = There is no target for this period. Set one in config.toml ([[targets]]) and I will say how many people it takes.
capacity-over = The period is over: there is no time left to sell in.
capacity-no-pace = I don't know how long a person sells in a day: log contacts, or set effort.selling_percent in config.toml.
capacity-nothing-won = Nothing has been won yet, so I don't know what winning takes.
capacity-observed = The pace of a day is by what was logged. Set another in config.toml (effort.selling_percent).
capacity-no-ramp = How newcomers find their feet I don't know yet: nobody new has stayed for a year.

process-heading = 🧭 Playbook
process-late = { $count ->
    [one] { $count } deal waits for a step
   *[other] { $count } deals wait for a step
}
process-none = All that the playbook asks was done in time.
process-stage = { $name }: { $percent }% done (of { $count })
duty = { $word ->
    [call] a call is due
    [meeting] a meeting is due
    [visit] a visit is due
    [email] an e-mail is due
    [message] a message is due
    [demo] a demo is due
    [proposal] a proposal is due
    [contact] a contact is due
    [next_step] no next step
    [amount] no amount
   *[contract_date] no contract date
}
overdue-days = { $days ->
    [one] waiting { $days } day
   *[other] waiting { $days } days
}

customers-heading = 🏢 Where customers go
customers-new = 🌱 New: { $count }
customers-active = 🟢 Buying: { $count }
customers-dormant = 💤 Silent: { $count }
customers-lost = 🚪 Gone elsewhere: { $count }
customers-choice-new = New
customers-choice-active = Buying
customers-choice-dormant = Silent
customers-choice-lost = Gone
lost-to = → { $name }: { $count }
silent-days = { $days ->
    [one] silent { $days } day
   *[other] silent { $days } days
}
usual-gap = { $days ->
    [one] usually every { $days } day
   *[other] usually every { $days } days
}
since = since { $when }
gone-to = → { $name }
first-bought = first bought { $when }
last-bought = last bought { $when }

adoption-heading = 📲 Is it used
adoption-people = { $count } of { $number } people log
adoption-logs = { $count ->
    [one] { $count } log
   *[other] { $count } logs
}
adoption-delay = Logged { $time } after the contact (median)
adoption-at-once = Logged right after the contact (median)
adoption-taps = A log takes: messages { $number }, taps { $high }
adoption-steps = { $count } of { $number } open deals have a next step
adoption-row = { $count ->
    [one] { $count } log, days: { $days }
   *[other] { $count } logs, days: { $days }
}
adoption-row-none = no logs yet

command-effort = what effort went in
command-cost = what selling costs
command-capacity = how many salespeople it takes
command-process = which deals wait for a step
command-customers = new, buying and silent customers
command-lost = who left, and to whom
command-adoption = who logs, and how
