## Tables of reports

table-heading = { $name ->
    [leads] Lead funnel
    [funnel] Sales funnel
    [forecast] Forecast
    [closing] When will the contract be
    [effort] Effort
    [cost] What selling costs
    [capacity] How many salespeople
    [process] Playbook
    [customers] Customers
    [adoption] Adoption
    [backtest] Accuracy of the forecast
   *[other] { $name }
}
table-as-of = as of { $day }
table-period = period { $start } to { $end } (not in it)
table-note = Note: { $text }
column = { $name ->
    [active] active
    [active_days] active days
    [advanced] advanced
    [amount] amount
    [best_case] best case
    [bias] bias
    [brier] brier
    [by] by
    [by_kind] by kind
    [closing_cost] closing cost
    [commit_hit_rate] commit hit rate
    [company] company
    [competitor] competitor
    [contacts] contacts
    [conversion] conversion
    [cost] cost
    [cost_per_contact] cost per contact
    [cost_per_new_customer] cost per new customer
    [cost_per_won] cost per won
    [coverage] coverage
    [deal] deal
    [deals] deals
    [deals_with_next_step] deals with next step
    [comments] comments by managers
    [comments_answered] of them answered
    [digests_opened] digests opened
    [disqualified] disqualified
    [dormant] dormant
    [drivers] drivers
    [entered] entered
    [expected] expected
    [expected_high] expected high
    [expected_low] expected low
    [floor] floor
    [followed_share] followed share
    [group] group
    [horizon_days] horizon days
    [kind] kind
    [logging] logging
    [logs] logs
    [lost] lost
    [lost_count] lost count
    [mean_won_value] mean won value
    [measured_share] measured share
    [median_cycle_days] median cycle days
    [median_date] median date
    [median_days] median days
    [median_hours_to_log] median hours to log
    [messages_per_log] messages per log
    [method] method
    [minutes] minutes
    [minutes_measured] minutes measured
    [minutes_needed] minutes needed
    [minutes_per_person] minutes per person
    [missing] missing
    [new] new
    [new_business] new business
    [new_customers] new customers
    [open_deals] open deals
    [overdue] overdue
    [overdue_days] overdue days
    [p10_date] p10 date
    [p90_date] p90 date
    [p90_days] p90 days
    [people] people
    [people_high] people high
    [people_low] people low
    [people_needed] people needed
    [people_now] people now
    [periods] periods
    [pipeline] pipeline
    [qualified] qualified
    [reasons] reasons
    [rep] rep
    [rep_date] rep date
    [share_of_won] share of won
    [silent_days] silent days
    [since] since
    [source] source
    [stage] stage
    [standing_count] standing count
    [standing_value] standing value
    [state] state
    [still_here] still here
    [taps_per_log] taps per log
    [target] target
    [usual_gap_days] usual gap days
    [velocity_per_day] velocity per day
    [wape] wape
    [weighted] weighted
    [win_probability] win probability
    [win_rate] win rate
    [without_amount] without amount
    [won] won
    [won_count] won count
    [won_value] won value
    [working_days] working days
   *[other] { $name }
}

note-thin-history = The history is too thin for a forecast of our own: { $closed } deals are closed, { $enough } are needed. What is shown as expected is the weighted figure, amount × stage probability.
note-without-amount = { $count } deals without an amount are in the counts, not in the sums.
note-shared-deals = Shared deals: { $count }. Each who shares in one counts it with their part of its amount; the totals count it once.
note-no-target = No target is set for this period.
note-floor-above-expected = The floor is above what is expected: it takes every commit deal dated in the period as won, while such deals have not always been won in time.
note-no-comparable-period = New business is not known: the history has no period of this length.
note-no-past-period = No past period has enough history before it, so nothing could be replayed.
note-no-contacts = No contacts are logged in this period.
note-usual-minutes = { $percent }% of the minutes were logged; the others are what a contact of its kind usually takes, effort.minutes in config.toml.
note-absences = { $people } people were away in this period, { $days } working days together.
note-expenses = Travel and expenses: { $sum }.
note-no-kilometre-cost = { $number } km driven are not included: set effort.kilometre_cost in config.toml, what a kilometre costs.
note-no-hourly-cost = Costs are not known: set effort.hourly_cost in config.toml, what an hour of a salesperson costs.
note-no-playbook = No stage asks anything of its deals: give one a playbook in config.toml, [[pipelines.stages]] playbook.
note-period-over = The period is over, so there is no time left to sell in.
note-no-pace = How long a salesperson sells on a working day is not known: set effort.selling_percent in config.toml, or log contacts.
note-pace-observed = A salesperson logs { $minutes } minutes of selling on a working day, by the last months; set effort.selling_percent in config.toml to reckon with another pace.
note-no-range = There is no range: { $months } months of history are needed for one.
note-nothing-won = Nothing has been won yet, so what a won deal takes is not known.
note-no-ramp = How newcomers begin is not known: nobody who came later has stayed for a year.
note-rate-missing = Amounts in { $currency } are left out of the sums: no rate is known for { $day }. Set one in config.toml: [[rates]] currency = "{ $currency }", since = { $day }, rate = "…" (in { $team }).
