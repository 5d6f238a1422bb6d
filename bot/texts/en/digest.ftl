## The digest of a week, month or quarter for a manager

digest-week = 📊 { $period } ({ $days })
digest-period = 📊 { $period }
digest-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
digest-quiet = { $length ->
    [week] No deal was won, lost or moved this week.
    [month] No deal was won, lost or moved this month.
   *[quarter] No deal was won, lost or moved this quarter.
}
digest-won = { $count ->
    [one] ✅ { $count } deal won
   *[other] ✅ { $count } deals won
}
digest-largest = the largest is { $deal }
digest-orders = { $count ->
    [one] 📦 { $count } order, { $sum }
   *[other] 📦 { $count } orders, { $sum }
}
digest-lost = ❌ { $count } lost
digest-lost-reason = { $reason ->
    [price] on price
    [no_budget] no budget
    [timing] wrong time
    [no_need] no need any more
    [no_response] no answer any more
    [competitor] chose somebody else
   *[other] another reason
}
digest-lost-to = chose { $name }
digest-slipped = ⏳ { $count } put off
digest-times = { $count ->
    [one] once already
    [2] twice already
   *[other] { $count } times already
}
digest-moved = ➡️ { $count } moved on
digest-target = target { $sum }
digest-floor = Commit: { $sum } ({ $won } won)
digest-expected = Expected: { $sum }
digest-thin = { $count ->
    [0] By dates and stages: { $sum } (no deal is closed yet: too soon for an expected figure)
    [one] By dates and stages: { $sum } (with { $count } closed deal it is too soon for an expected figure)
   *[other] By dates and stages: { $sum } (with { $count } closed deals it is too soon for an expected figure)
}
digest-floor-above = Commit is above expected: dates promised for such deals often slip.
digest-best = Best case: { $sum }
digest-best-below = Expected also counts deals that nobody promises.
digest-short-of-target = Likely { $sum } short of the target
digest-above-target = Likely { $sum } above the target
digest-part = • { $name }: { $expected } of { $target }
digest-funnels = Funnels: { $leads }; { $deals }
digest-leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
digest-open = { $count ->
    [one] { $count } open deal
   *[other] { $count } open deals
}
digest-without-amount = { $count } without an amount
digest-contract = ✍️ { $deal }
digest-said = { $who } says { $day }
digest-like-it = deals like it { $days }
digest-work = Work: { $work }
digest-visits = { $count ->
    [one] { $count } of them a visit
   *[other] { $count } of them visits
}
digest-absent = { $count ->
    [one] { $count } person was away
   *[other] { $count } people were away
}
digest-customers = Customers: { $customers }
digest-new-customers = { $count } new
digest-dormant = { $count } fell silent
digest-gone = { $count } went elsewhere
digest-worth-doing = Worth doing
digest-prepare = Prepare the contract: { $deal } ({ $who }) – deals like it take longer
digest-help = { $count ->
    [one] Help { $who }: { $count } deal without a next step
   *[other] Help { $who }: { $count } deals without a next step
}
digest-talk = { $count ->
    [one] Talk it over: { $deal } ({ $who }) – put off once
    [2] Talk it over: { $deal } ({ $who }) – put off twice
   *[other] Talk it over: { $deal } ({ $who }) – put off { $count } times
}
digest-thank = Thank { $who } for { $deal }
digest-button-won = ✅ { $count }
digest-button-lost = ❌ { $count }
digest-button-slipped = ⏳ { $count }
digest-button-moved = ➡️ { $count }
digest-answer = { $asked ->
    [forecast] Forecast
    [funnel] Funnel
    [when] Contracts
    [effort] Effort
    [process] Playbook
   *[customers] Customers
}
command-digest = last week
digest-part-heading = 📊 Digest
lost-because = { $word ->
    [price] on price
    [no_budget] no budget
    [timing] wrong time
    [no_need] no need any more
    [no_response] no answer any more
    [competitor] chose somebody else
   *[other] another reason
}
date-was = was { $when }
date-is = now { $when }
digest-no-step = { $count ->
    [one] { $name }: { $count } deal without a next step
   *[other] { $name }: { $count } deals without a next step
}
own-week = 📋 { $period } ({ $days }), your own
own-week-done = { $count ->
    [one] { $count } step done
   *[other] { $count } steps done
}
own-week-bright = { $what ->
    [promises] 🌟 { $count ->
        [one] All you promised is done on time: { $count } step
       *[other] All you promised is done on time: { $count } steps
    }
    [largest] 🌟 Your largest win in { $count } days
   *[busiest] 🌟 Your busiest week in { $count } weeks
}
own-week-month = { $month }: { $sum } expected
own-week-ahead = { $count ->
    [one] { $count } step waits next week:
   *[other] { $count } steps wait next week, first:
}
own-week-nothing-ahead = Nothing is planned for next week yet.
own-week-tidy = 🧹 Tidy up: { $count }
