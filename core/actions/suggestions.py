"""Suggestions: at most three things worth doing when the day's steps are known, each with its reason."""

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.actions.deal_names import as_sum, own_title
from core.actions.work import Work
from core.distance import kilometres
from core.history import as_units
from core.insights.dormant import is_dormant
from core.insights.worth import Worth
from core.model import Company, Deal, Member
from core.money import Money
from core.notices import Named, Suggestion, Sum
from core.storage import neglected
from core.storage.names import names

MOST = 3
CANDIDATES = 50
"""Silent customers that are looked at more closely, for how often they are usually in touch."""

CLOSE_KM = 15
"""So far from where somebody goes anyway, a customer is on the way."""


@dataclass(frozen=True, slots=True)
class Values:
    """What sums of several currencies are worth beside each other: by the rates of the day."""

    worth: Worth
    on: date

    def of(self, money: Sum | Money | None) -> int:
        """In 1/10 000 of the team's currency; 0 for none, and for one whose rate is not known."""
        if money is None:
            return 0
        return self.worth.units(as_units(money.amount), money.currency, self.on) or 0


def suggestions(work: Work, by: Member) -> list[Suggestion]:
    """Who is on the way today first, then the most valuable.

    Deals without a next step or past their contract date, and customers long silent. A deal in a seasonal
    break and a tender are left alone, and so is a customer in a break.
    """
    today = work.today(by)
    values = Values(Worth(work.team.currency, work.team.rates), today)
    found = [*_deals(work, by, values), *_silent(work, by, values)]
    best = sorted(found, key=lambda each: (each[1].on_the_way, each[0]), reverse=True)
    return [suggestion for _, suggestion in best[:MOST]]


def _deals(work: Work, by: Member, values: Values) -> list[tuple[int, Suggestion]]:
    today = values.on
    awake = neglected.open_and_awake(by, today)
    late = neglected.most_valuable(work.session, awake & neglected.past_date(today), MOST)
    idle = neglected.most_valuable(work.session, awake & neglected.without_step(), MOST)
    reasons = {deal.id: (deal, "no-step") for deal in idle} | {
        deal.id: (deal, "date-passed") for deal in late
    }
    companies = names(work.session, Company, (deal.company_id for deal, _ in reasons.values()))
    return [
        (values.of(as_sum(deal)), _of_deal(deal, reason, companies.get(deal.company_id)))
        for deal, reason in reasons.values()
    ]


def _of_deal(deal: Deal, reason: str, company: str | None) -> Suggestion:
    return Suggestion(
        reason=reason,
        deal=Named(deal.id, own_title(deal.title, company)),
        company=Named(deal.company_id, company) if deal.company_id and company else None,
        sum=as_sum(deal),
        on=deal.expected_close_on if reason == "date-passed" else None,
    )


def _silent(work: Work, by: Member, values: Values) -> list[tuple[int, Suggestion]]:
    habits, today = work.team.habits, values.on
    before = datetime.combine(today - timedelta(days=habits.silent_days), time(), tzinfo=work.zone_of(by))
    unmet = neglected.not_met_since(work.session, by, before)
    worth: defaultdict[int, int] = defaultdict(int)
    for company_id, total in neglected.worth_of_customers(work.session, by) if unmet else ():
        worth[company_id] += values.of(total)
    best = heapq.nlargest(CANDIDATES, (key for key in unmet if key in worth), key=worth.__getitem__)
    others = neglected.to_leave_alone(work.session, best, today, before)
    days = neglected.contact_days(work.session, best)
    quiet = [
        key
        for key in best
        if key not in others and is_dormant(days[key], today, habits.silent_days, habits.silent_gaps)
    ]
    close = _on_the_way(work, by, quiet, today)
    chosen = sorted(quiet, key=lambda key: key not in close)[:MOST]
    called = names(work.session, Company, chosen)
    return [
        (
            worth[key],
            Suggestion(
                reason="silent",
                company=Named(key, called[key]),
                days=(today - days[key][-1]).days,
                on_the_way=key in close,
                region=close.get(key),
            ),
        )
        for key in chosen
    ]


def _on_the_way(work: Work, by: Member, company_ids: Sequence[int], today: date) -> dict[int, str | None]:
    """Those of the companies that are close to where the member goes today, with their region."""
    goals = neglected.places_to_go(work.session, by, today) if company_ids else []
    places = neglected.places_of(work.session, company_ids) if goals else {}
    return {
        key: region
        for key, (place, region) in places.items()
        if any(kilometres(place, goal) <= CLOSE_KM for goal in goals)
    }
