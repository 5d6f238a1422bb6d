"""Queries for next steps as lists: a day's, a week's, and promises."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from core.model import Member, NextStep
from core.storage.records import STILL_OPEN


def due_until(owner_ids: Sequence[int], day: date) -> ColumnElement[bool]:
    """Open steps of these members that show up on `day` or before."""
    return and_(NextStep.owner_id.in_(owner_ids), NextStep.remind_on <= day, *STILL_OPEN)


def due_within(owner_ids: Sequence[int], first: date, last: date) -> ColumnElement[bool]:
    """Open steps of these members that show up from `first` to `last`, both inclusive."""
    between = NextStep.remind_on.between(first, last)
    return and_(NextStep.owner_id.in_(owner_ids), between, *STILL_OPEN)


def promised(owner: Member, *, by_customer: bool) -> ColumnElement[bool]:
    """What the member owes customers, or they owe the member, and is open."""
    with_customer = or_(NextStep.company_id.is_not(None), NextStep.person_id.is_not(None))
    return and_(
        NextStep.owner_id == owner.id, NextStep.by_customer.is_(by_customer), with_customer, *STILL_OPEN
    )


def count(session: Session, which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(NextStep).where(which)) or 0


def page_by_day(
    session: Session, which: ColumnElement[bool], *, offset: int = 0, limit: int
) -> Sequence[NextStep]:
    """Earliest day first; within a day those with a time first, by time."""
    order = (NextStep.remind_on, NextStep.due_time.is_(None), NextStep.due_time, NextStep.id)
    return session.scalars(select(NextStep).where(which).order_by(*order).offset(offset).limit(limit)).all()


def page_of_day(
    session: Session, which: ColumnElement[bool], day: date, *, offset: int = 0, limit: int
) -> Sequence[NextStep]:
    """A day's page: what has an hour on it, so that nothing late hides it; then as `page_by_day`."""
    has_hour = and_(NextStep.remind_on == day, NextStep.due_time.is_not(None))
    order = (NextStep.remind_on, NextStep.due_time.is_(None), NextStep.due_time, NextStep.id)
    query = select(NextStep).where(which).order_by(has_hour.desc(), *order)
    chosen = session.scalars(query.offset(offset).limit(limit)).all()
    return sorted(chosen, key=lambda step: (step.remind_on or day, step.due_time is None))


def open_of_deal(session: Session, deal_id: int, limit: int = 5) -> Sequence[NextStep]:
    """What is to be done next for a deal, the earliest first."""
    of_deal = select(NextStep).where(NextStep.deal_id == deal_id, *STILL_OPEN)
    return session.scalars(of_deal.order_by(NextStep.remind_on, NextStep.id).limit(limit)).all()
