## A manager's questions and their answers

period-week = Week { $week }
period-year = { $year }
period-quarter = { $within } { $year }
period-month = { $within } { $year }
quarter-of-year = { $quarter ->
    [1] Q1
    [2] Q2
    [3] Q3
   *[4] Q4
}
period-length = { $length ->
    [month] Month
    [quarter] Quarter
   *[year] Year
}
choice-of-team = Team
choice-of-pipeline = Pipeline
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
cost-travel = Travel and expenses included: { $sum }
cost-no-kilometre = { $number } km driven are not included: say in config.toml what a kilometre costs (effort.kilometre_cost).
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
    [one] usually every day
   *[other] usually every { $days } days
}
since = since { $when }
gone-to = → { $name }
first-bought = first bought { $when }
last-bought = last bought { $when }

adoption-heading = 📲 Is it used?
adoption-people = { $count } of { $number } people log
adoption-logs = { $count ->
    [one] { $count } log
   *[other] { $count } logs
}
adoption-delay = Logged { $time } after the contact (median)
adoption-at-once = Logged right after the contact (median)
adoption-taps = A log takes: messages { $number }, taps { $high }
adoption-steps = { $count } of { $number } open deals have a next step
adoption-digests = { $count ->
    [one] Managers opened { $count } digest
   *[other] Managers opened { $count } digests
}
adoption-comments = Praise and questions by managers: { $count }, answered: { $number }
adoption-row = { $count ->
    [one] { $count } log, days: { $days }
   *[other] { $count } logs, days: { $days }
}
adoption-row-none = no logs yet

funnel-heading = 🔻 Sales funnel
funnel-choice = 🔻 Sales
funnel-open = { $count ->
    [0] No open deals
    [one] { $count } open deal, { $sum }
   *[other] { $count } open deals, { $sum }
}
funnel-nothing-closed = Nothing was won or lost in this period
funnel-closed = Won { $count } of { $number } ({ $percent }%), { $sum }
funnel-open-without = { funnel-open }; { $number } without an amount
funnel-cycle = { $days ->
    [one] Cycle { $days } day
   *[other] Cycle { $days } days
}
funnel-velocity = { $days ->
    [one] Cycle { $days } day, velocity { $sum } a day
   *[other] Cycle { $days } days, velocity { $sum } a day
}
funnel-standing = { $count ->
    [0] No deals in it now
   *[other] In it now: { deals-count }, { $sum }
}
funnel-came = { $count ->
    [one] { $count } deal came in during the period, { $percent }% went on
   *[other] { $count } deals came in during the period, { $percent }% went on
}
funnel-days = { $days ->
    [one] Deals stay { $days } day (median)
   *[other] Deals stay { $days } days (median)
}
funnel-days-most = { $days ->
    [one] Nine in ten are out within { $days } day
   *[other] Nine in ten are out within { $days } days
}
funnel-choice-open = Open
funnel-choice-won = Won
funnel-choice-lost = Lost
funnel-choice-standing = Now
funnel-choice-advanced = Went on
funnel-choice-stayed = Stayed
listed = { $word ->
    [funnel-choice-open] Open
    [funnel-choice-won] ✅ Won
    [funnel-choice-lost] ❌ Lost
    [funnel-choice-standing] In it now
    [funnel-choice-advanced] Went on
   *[funnel-choice-stayed] Came in the period and are still here
}: { deals-count }, { $sum }
standing = { $count ->
    [0] no deals
   *[other] { deals-count }, { $sum }
}
won-of = won { $count }, { $sum }
went-on = { $count } of { $number } went on ({ $percent }%)
in-short = { $count } · { $sum }
in-short-on = { in-short } → { $percent }%
days-there = { $days ->
    [0] since today
    [one] { $days } day
   *[other] { $days } days
}
no-sum = no amount
without-sum = Without an amount: { $count }
choice-picture = 📊 Picture
choice-in-words = Details
choice-by-person = By person

leads-heading = 🧲 Lead funnel
leads-choice = 🧲 Leads
leads-none = No leads came in this period
leads-came = { $count ->
    [one] { $count } lead came in
   *[other] { $count } leads came in
}
leads-became = Qualified { $count } ({ $percent }%), dropped { $number }, still waiting { $high }
leads-days = { $days ->
    [0] Qualified or dropped on the same day (median)
    [one] Qualified or dropped within { $days } day (median)
   *[other] Qualified or dropped within { $days } days (median)
}
leads-won = Won of them: { $count }, { $sum }
leads-choice-open = Waiting
leads-choice-qualified = Qualified
leads-choice-lost = Dropped
leads-choice-won = Won
leads-listed = { $word ->
    [leads-choice-open] Still waiting
    [leads-choice-qualified] Qualified
    [leads-choice-lost] Dropped
   *[leads-choice-won] Won
}: { $count }
source-unknown = source not known

forecast-heading = 🔮 Forecast
forecast-expected = Expected { $sum } ({ $range })
forecast-expected-of = Expected { $sum } ({ $range }) – { $percent }% of the target ({ $each })
forecast-sum = Expected { $sum }
forecast-plain = Weighted { $sum }
forecast-plain-of = Weighted { $sum } – { $percent }% of the target ({ $each })
forecast-won = Won { $sum }
forecast-won-of = Won { $sum } – { $percent }% of the target ({ $each })
forecast-floor = Commit { $sum }, of which won { $each }
forecast-best = Best case { $sum }
forecast-up = ▲ { $sum } since { $when }
forecast-down = ▼ { $sum } since { $when }
forecast-up-because = { forecast-up }: { $name }
forecast-down-because = { forecast-down }: { $name }
forecast-new-business = New deals would add { $sum }
forecast-thin = Only { $count } closed (a forecast of its own takes { $number }), so this is weighted.
forecast-floor-above = Commit is above expected: promised deals are not always won in time.
forecast-no-target = There is no target for this period.
forecast-choice-expected = Expected
forecast-choice-won = Won
forecast-choice-floor = Commit
forecast-choice-best = Best case
forecast-listed = { $word ->
    [forecast-choice-won] ✅ Won { $sum }. Deals and orders: { $count }
    [forecast-choice-floor] Commit { $sum } – won and promised. Deals and orders: { $count }
   *[forecast-choice-best] Best case { $sum } – commit and what may come. Deals and orders: { $count }
}
hoped = { $each } × { $percent }% ≈ { $sum }
said-by = planned { $when }
said-none = no date planned
ordered = ordered { $when }
expected-of = expected { $sum }
floor-of = commit { $sum }

when-heading = 📅 When the contracts will be
when-none = No open deals
when-ours = { $count ->
    [0] By history, no contracts in this period
    [one] By history: { $count } contract, { $sum }
   *[other] By history: { $count } contracts, { $sum }
}
when-said = { $count ->
    [0] No contracts are planned in this period
    [one] Planned: { $count } contract, { $sum }
   *[other] Planned: { $count } contracts, { $sum }
}
when-thin = History is short (closed deals: { $count }), so there are no dates of ours yet; chances are the stages'.
when-choice-period = This period
when-choice-all = All open
when-choice-passed = Date passed
when-choice-undated = No date
our-date = likely { $when } ({ $early } – { $late })
chance = { $percent }%
when-median = Deals like it say: { $when } (80% between { $early } and { $late })
when-rep = { $name } plans: { $when }
when-planned = Planned: { $when }
when-chance = Chance of winning: { $percent }%
why-days-in-stage = { $days ->
    [0] In “{ $name }” since today.
    [one] In “{ $name }” for { $days } day.
   *[other] In “{ $name }” for { $days } days.
}
why-usual-days = { $days ->
    [0] Deals usually leave it on the same day.
    [one] Deals usually stay there { $days } day.
   *[other] Deals usually stay there { $days } days.
}
why-stale = It has stood more than twice as long as usual: worth a push.
why-date-passed-days = { $days ->
    [one] The planned date passed { $days } day ago.
   *[other] The planned date passed { $days } days ago.
}
why-later-than-said-days = { $days ->
    [one] Such deals are signed { $days } day later than planned.
   *[other] Such deals are signed { $days } days later than planned.
}
why-earlier-than-said-days = { $days ->
    [one] Such deals are signed { $days } day sooner than planned.
   *[other] Such deals are signed { $days } days sooner than planned.
}
why-closed-deals = { $count ->
    [one] Judged by { $count } closed deal.
   *[other] Judged by { $count } closed deals.
}
why-thin-history = Too few deals are closed for a date of ours; the chance is the stage's.
why-no-date = No contract date is planned.

command-funnel = where everything is
command-forecast = forecasts against the target
command-when = when contracts will be
command-effort = what effort went in
command-cost = what selling costs
command-capacity = how many salespeople it takes
command-process = which deals wait for a step
command-customers = new, buying and silent customers
command-lost = who left, and to whom
command-adoption = who logs, and how
