## Cells and sheets of reports

sheet = { $name ->
    [leads] Lead funnel
    [funnel] Sales funnel
    [forecast] Forecast
    [closing] When the contract will be
    [effort] Effort
    [cost] Cost of selling
    [capacity] How many people
    [process] Steps of stages
    [customers] Customers
    [adoption] Use
   *[other] { $name }
}
sheet-about = Totals and notes
sheet-column = { $what ->
    [report] report
    [what] what
   *[value] value
}
sheet-about-line = { $name ->
    [as_of] as known on
    [start] period from
    [end] period to (not in it)
    [currency] currency
   *[note] note
}
cell-all = all
cell-fate = { $fate ->
    [open] open
    [won] won
   *[lost] lost
}
cell-state = { $state ->
    [new] new
    [active] buying
    [dormant] gone quiet
   *[lost] buys elsewhere
}
cell-kind-line = { $kind } { $contacts } ({ $minutes } min)
cell-driver = { $name ->
    [minutes_per_won] minutes per won deal
    [mean_won_value] mean won value
    [minutes_per_day] minutes a day
    [working_days_left] working days left
    [wavers] what wavers most:
    [ramp_up_months] months a newcomer loses
   *[newcomers] newcomers it would take
}
cell-reason = { $reason ->
    [days_in_stage] days in this stage: { $value }
    [usual_days] usual days in it: { $value }
    [stale] it has stood too long
    [date_passed_days] its date passed days ago: { $value }
    [later_than_said_days] later than said, days: { $value }
    [earlier_than_said_days] earlier than said, days: { $value }
    [closed_deals] by deals closed: { $value }
    [thin_history] too little history
   *[no_date] no contract date
}
