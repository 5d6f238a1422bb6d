"""Suggestions: at most three things worth doing when the day's steps are known, each with its reason."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from core.actions.deal import as_sum
from core.actions.work import Work
from core.model import Company, Deal, Member
from core.notices import Named, Suggestion
from core.storage import neglected
from core.storage.names import names

MOST = 3
CANDIDATES = 20
"""Silent customers that are looked at more closely, for how often they are usually in touch."""

SILENT_DAYS = 60
USUAL_GAPS = 3
"""A customer is silent after so many of their usual gaps, and never before so many days."""


def suggestions(work: Work, by: Member) -> list[Suggestion]:
    """The most valuable first: deals without a next step or past their contract date, silent customers.

    A deal in a seasonal break and a tender are left alone, and so is a customer in a break.
    """
    today = work.today(by)
    found = [*_deals(work, by, today), *_silent(work, by, today)]
    best = sorted(found, key=lambda each: each[0], reverse=True)
    return [suggestion for _, suggestion in best[:MOST]]


def _deals(work: Work, by: Member, today: date) -> list[tuple[Decimal, Suggestion]]:
    awake = neglected.open_and_awake(by, today)
    late = neglected.most_valuable(work.session, awake & neglected.past_date(today), MOST)
    idle = neglected.most_valuable(work.session, awake & neglected.without_step(), MOST)
    reasons = {deal.id: (deal, "no-step") for deal in idle} | {
        deal.id: (deal, "date-passed") for deal in late
    }
    companies = names(work.session, Company, (deal.company_id for deal, _ in reasons.values()))
    return [
        (deal.amount or Decimal(0), _of_deal(deal, reason, companies.get(deal.company_id)))
        for deal, reason in reasons.values()
    ]


def _of_deal(deal: Deal, reason: str, company: str | None) -> Suggestion:
    return Suggestion(
        reason=reason,
        deal=Named(deal.id, deal.title),
        company=Named(deal.company_id, company) if deal.company_id and company else None,
        sum=as_sum(deal),
        on=deal.expected_close_on if reason == "date-passed" else None,
    )


def _silent(work: Work, by: Member, today: date) -> list[tuple[Decimal, Suggestion]]:
    before = datetime.combine(today - timedelta(days=SILENT_DAYS), time(), tzinfo=work.zone_of(by))
    rows = neglected.silent_customers(work.session, by, today, before, CANDIDATES)
    days = neglected.contact_days(work.session, [row.company_id for row in rows])
    quiet = [row for row in rows if is_silent(days[row.company_id], today)][:MOST]
    called = names(work.session, Company, (row.company_id for row in quiet))
    return [
        (
            _worth(row.worth),
            Suggestion(
                reason="silent",
                company=Named(row.company_id, called[row.company_id]),
                days=(today - days[row.company_id][-1]).days,
            ),
        )
        for row in quiet
    ]


def is_silent(days: Sequence[date], today: date) -> bool:
    """Whether a customer in touch on these days (in order) is silent now.

    That is for more than the larger of 60 days and three times the median gap between contacts.
    """
    if len(days) < 2:
        return False
    usual = median((later - earlier).days for earlier, later in pairwise(days))
    return (today - days[-1]).days > max(SILENT_DAYS, USUAL_GAPS * usual)


def _worth(units: object) -> Decimal:
    return Decimal(str(units))
