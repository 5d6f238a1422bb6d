"""Suggestions: at most three things worth doing when the day's steps are known, each with its reason."""

from collections.abc import Sequence
from datetime import date

from core.actions.comparing import Values
from core.actions.deal_names import as_sum, own_title
from core.actions.silent import silent
from core.actions.work import Work
from core.distance import kilometres
from core.model import Company, Deal, Member
from core.notices import Named, Suggestion
from core.storage import neglected
from core.storage.names import names

MOST = 3
CLOSE_KM = 15
"""So far from where somebody goes anyway, a customer is on the way."""


def suggestions(work: Work, by: Member) -> list[Suggestion]:
    """Who is on the way today first, then the most valuable.

    Deals without a next step or past their contract date, and customers long silent. A deal in a seasonal
    break and a tender are left alone, and so is a customer in a break.
    """
    values = Values.today(work, by)
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
    quiet = {each.company_id: each for each in silent(work, by, values)}
    close = _on_the_way(work, by, list(quiet), values.on)
    chosen = sorted(quiet.values(), key=lambda each: each.company_id not in close)[:MOST]
    called = names(work.session, Company, (each.company_id for each in chosen))
    return [
        (
            each.worth,
            Suggestion(
                reason="silent",
                company=Named(each.company_id, called[each.company_id]),
                days=(values.on - each.last_on).days,
                on_the_way=each.company_id in close,
                region=close.get(each.company_id),
            ),
        )
        for each in chosen
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
