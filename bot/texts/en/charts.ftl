## What stands in pictures

chart-money = { $sign }{ $number }
chart-as-of = as of { $day }
chart-funnel = Sales funnel
chart-standing = { $count } · { $sum }
chart-going-on = { $said } · { $rate } go on
chart-funnel-foot = Won in the period: { $won }, { $sum } · win rate { $rate }
chart-leads = Lead funnel
chart-no-source = source unknown
chart-of-leads = { $count } · { $rate } qualified
chart-qualified = qualified
chart-still-here = still a lead
chart-disqualified = disqualified
chart-forecast = Forecast
chart-floor = Commit
chart-expected = Expected (4 in 5)
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
