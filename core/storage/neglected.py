"""Queries for what waits for nobody: deals without a next step or past their date, customers long silent."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from core.model import Company, Contact, Deal, Member, NextStep, Order, Stage
from core.storage.records import STILL_OPEN
from core.terms import StageMeaning


def open_and_awake(owner: Member, today: date) -> ColumnElement[bool]:
    """The member's open deals, but none in a seasonal break, nor tenders, which have days of their own."""
    return and_(
        Deal.owner_id == owner.id,
        Deal.closed_on.is_(None),
        Deal.deleted_at.is_(None),
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
    """The largest deals first, those without an amount last."""
    order = (Deal.amount.is_(None), Deal.amount.desc(), Deal.id)
    return session.scalars(select(Deal).where(which).order_by(*order).limit(limit)).all()


def silent_customers(
    session: Session, member: Member, today: date, before: datetime, limit: int
) -> Sequence[Any]:
    """Companies the member has dealt with at least twice and nobody has since `before`, the best first.

    Rows of company_id and worth: what they have bought or may still buy from the member. Nothing is planned
    with them, and no seasonal break is on.
    """
    mine = (
        select(Contact.company_id.label("company_id"))
        .where(Contact.by_id == member.id, Contact.deleted_at.is_(None), Contact.company_id.is_not(None))
        .group_by(Contact.company_id)
        .having(func.count() >= 2, func.max(Contact.occurred_at) < before)
        .subquery()
    )
    worth = _worth_of(mine.c.company_id, member)
    others = aliased(Contact)
    since = exists().where(
        others.company_id == mine.c.company_id, others.occurred_at >= before, others.deleted_at.is_(None)
    )
    planned = exists().where(NextStep.company_id == mine.c.company_id, *STILL_OPEN)
    awake = exists().where(
        Company.id == mine.c.company_id, Company.deleted_at.is_(None), _awake(Company.paused_until, today)
    )
    return session.execute(
        select(mine.c.company_id, worth.label("worth"))
        .where(worth > 0, ~since, ~planned, awake)
        .order_by(worth.desc(), mine.c.company_id)
        .limit(limit)
    ).all()


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


def _worth_of(company_id: ColumnElement[int], member: Member) -> ColumnElement[Any]:
    """What a company's deals that are open or won, and its orders, come to; currencies are not told apart."""
    deals: Select[tuple[Any]] = select(func.coalesce(func.sum(Deal.amount), 0)).where(
        Deal.company_id == company_id,
        Deal.owner_id == member.id,
        Deal.deleted_at.is_(None),
        Deal.stage_id.not_in(select(Stage.id).where(Stage.meaning == StageMeaning.LOST)),
    )
    orders: Select[tuple[Any]] = select(func.coalesce(func.sum(Order.amount), 0)).where(
        Order.company_id == company_id, Order.owner_id == member.id, Order.deleted_at.is_(None)
    )
    return deals.scalar_subquery() + orders.scalar_subquery()
