## What stands in pictures

chart-money = { $sign }{ $number }
chart-as-of = as of { $day }
chart-funnel = Sales funnel
chart-standing = { $count } · { $sum }
chart-going-on = { chart-standing } · { $rate } go on
chart-funnel-foot = Won in the period: { $count }, { $sum } · win rate { $rate }
chart-leads = Lead funnel
chart-no-source = source unknown
chart-of-leads = { $count } · { $rate } qualified
chart-qualified = qualified
chart-still-here = still a lead
chart-disqualified = disqualified
chart-forecast = Forecast
chart-floor = Commit
chart-expected = Expected (4 in 5)
chart-sum = { $sum }
chart-range = { $sum } ({ $low } to { $high })
chart-best_case = Best case
chart-weighted = Weighted by stage
chart-won = won
chart-open = still open
chart-target = Target { $sum }
chart-no-target = No target is set for this period
chart-ageing = Open deals by time in stage
chart-fresh = usual
chart-longer = longer
chart-stale = over twice as long
chart-of-deals = { $stale ->
    [0] { $count }
   *[other] { $count }, { $stale } over twice as long
}
chart-effort = Effort by week, hours
chart-met = visits and meetings
chart-called = calls
chart-wrote = e-mails, proposals, other
chart-effort-foot = { contacts-count } · { $time }
chart-day-pattern = d MMM
