"""Queries for what waits for nobody: deals without a next step or past their date, customers long silent."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from core.distance import Place
from core.model import Company, Contact, Deal, Member, NextStep, Order, Stage
from core.money import Money
from core.storage.next_steps import due_within
from core.storage.records import STILL_OPEN
from core.storage.sums import sum_of
from core.terms import StageMeaning, StepKind

IN_PERSON = (StepKind.VISIT, StepKind.MEETING, StepKind.DEMO)


def open_and_awake(owner: Member, today: date) -> ColumnElement[bool]:
    """The member's open deals, but none that may well stand still, see `awake`."""
    return and_(Deal.owner_id == owner.id, Deal.closed_on.is_(None), Deal.deleted_at.is_(None), awake(today))


def awake(today: date) -> ColumnElement[bool]:
    """Deals that are in no seasonal break, and are no tenders, which have days of their own."""
    return and_(
        Deal.tender_on.is_(None),
        _awake(Deal.paused_until, today),
        ~exists().where(Company.id == Deal.company_id, Company.paused_until > today),
    )


def without_step() -> ColumnElement[bool]:
    """Deals for which nothing is planned, nor for their customer without naming a deal."""
    of_deal = exists().where(NextStep.deal_id == Deal.id, *STILL_OPEN)
    of_company = exists().where(
        NextStep.company_id == Deal.company_id, NextStep.deal_id.is_(None), *STILL_OPEN
    )
    return ~of_deal & ~of_company


def past_date(today: date) -> ColumnElement[bool]:
    """Deals whose contract was expected before today."""
    return Deal.expected_close_on < today


def untidy(owner: Member, today: date) -> ColumnElement[bool]:
    """What the tidy goes through: the member's deals without a next step or past their date."""
    return open_and_awake(owner, today) & or_(past_date(today), without_step())


def most_valuable(session: Session, which: ColumnElement[bool], limit: int) -> Sequence[Deal]:
    """So many of the largest deals of each currency, which are not to be compared without a rate; and so
    many of those without an amount, in no order."""
    turn = func.row_number().over(partition_by=Deal.currency, order_by=(Deal.amount.desc(), Deal.id))
    turns = select(Deal.id.label("id"), turn.label("turn")).where(which, Deal.amount.is_not(None)).subquery()
    best = session.scalars(select(Deal).join(turns, turns.c.id == Deal.id).where(turns.c.turn <= limit))
    rest = session.scalars(select(Deal).where(which, Deal.amount.is_(None)).order_by(Deal.id).limit(limit))
    return [*best, *rest]


def not_met_since(session: Session, member: Member, before: datetime) -> Sequence[int]:
    """Ids of the companies that the member has dealt with at least twice, and last before that moment."""
    found = session.scalars(
        select(Contact.company_id)
        .where(Contact.by_id == member.id, Contact.deleted_at.is_(None), Contact.company_id.is_not(None))
        .group_by(Contact.company_id)
        .having(func.count() >= 2, func.max(Contact.occurred_at) < before)
    )
    return [company_id for company_id in found if company_id is not None]


def worth_of_customers(session: Session, member: Member) -> list[tuple[int, Money]]:
    """What each company's deals with the member that are open or won, and its orders, come to: a company
    has a row for each currency, for its deals and for its orders."""
    lost = select(Stage.id).where(Stage.meaning == StageMeaning.LOST)
    deals = _sums(Deal.company_id, Deal.currency, Deal.amount).where(
        Deal.owner_id == member.id, Deal.deleted_at.is_(None), Deal.stage_id.not_in(lost)
    )
    orders = _sums(Order.company_id, Order.currency, Order.amount).where(
        Order.owner_id == member.id, Order.deleted_at.is_(None)
    )
    rows = (row for query in (deals, orders) for row in session.execute(query))
    return [(company_id, Money(total, currency)) for company_id, currency, total in rows if currency]


def to_leave_alone(
    session: Session, company_ids: Sequence[int], today: date, before: datetime
) -> frozenset[int]:
    """Those of the companies that somebody has met since, or plans to, or that are in a seasonal break."""
    met = select(Contact.company_id).where(
        Contact.company_id.in_(company_ids), Contact.occurred_at >= before, Contact.deleted_at.is_(None)
    )
    planned = select(NextStep.company_id).where(NextStep.company_id.in_(company_ids), *STILL_OPEN)
    resting = select(Company.id).where(
        Company.id.in_(company_ids), or_(Company.deleted_at.is_not(None), Company.paused_until > today)
    )
    return frozenset(key for query in (met, planned, resting) for key in session.scalars(query) if key)


def places_to_go(session: Session, member: Member, today: date) -> list[Place]:
    """Where the customers are, as far as it is known, whom the member means to see today."""
    rows = session.execute(
        select(Company.latitude, Company.longitude)
        .join(NextStep, NextStep.company_id == Company.id)
        .where(due_within([member.id], today, today), NextStep.kind.in_(IN_PERSON))
        .where(Company.latitude.is_not(None), Company.longitude.is_not(None))
        .distinct()
    )
    return [(latitude, longitude) for latitude, longitude in rows]


def places_of(session: Session, company_ids: Sequence[int]) -> dict[int, tuple[Place, str | None]]:
    """Where these companies are, and the region that they say it is; those of unknown place are left out."""
    rows = session.execute(
        select(Company.id, Company.latitude, Company.longitude, Company.region).where(
            Company.id.in_(company_ids), Company.latitude.is_not(None), Company.longitude.is_not(None)
        )
    )
    return {key: ((latitude, longitude), region) for key, latitude, longitude, region in rows}


def contact_days(session: Session, company_ids: Sequence[int]) -> dict[int, list[date]]:
    """The days on which there was contact with each of these companies, earliest first."""
    rows = session.execute(
        select(Contact.company_id, Contact.occurred_on)
        .where(Contact.company_id.in_(company_ids), Contact.deleted_at.is_(None))
        .distinct()
        .order_by(Contact.occurred_on)
    )
    days: dict[int, list[date]] = {company_id: [] for company_id in company_ids}
    for company_id, day in rows:
        days[company_id].append(day)
    return days


def _awake(until: InstrumentedAttribute[date | None], today: date) -> ColumnElement[bool]:
    return or_(until.is_(None), until <= today)


def _sums(
    key: InstrumentedAttribute[Any], currency: InstrumentedAttribute[Any], amount: InstrumentedAttribute[Any]
) -> Select[Any]:
    known = select(key, currency, sum_of(amount)).where(key.is_not(None), amount.is_not(None))
    return known.group_by(key, currency)
