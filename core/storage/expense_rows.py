"""Queries for travel and expenses, as they were known at a moment."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, null, select
from sqlalchemy.orm import Session

from core.history import SpentRow, as_units
from core.insights.period import Span
from core.model import Contact, Expense, Member
from core.storage.contact_rows import Per, stage_at
from core.storage.known_then import set_then
from core.storage.scope import asking, belongs_to, sight_of

AT_ONCE = 5_000
"""So many ids are named in one statement."""


@dataclass(frozen=True)
class Asked:
    """Which expenses: of these days; `before`: as was known then."""

    span: Span | None = None
    before: datetime | None = None


def spent(session: Session, asker: Member, per: Per, asked: Asked) -> list[SpentRow]:
    """The expenses of members whose work the asker sees, each with what it is counted by."""
    return list(
        _rows(session, _key(per, asked.before), asked, belongs_to(sight_of(asker), Expense.by_id), asker)
    )


def spent_on_deals(session: Session, ids: Collection[int], before: datetime | None) -> list[SpentRow]:
    """The expenses of these deals, whoever had them; the key is the deal."""
    ordered = sorted(ids)
    found: list[SpentRow] = []
    for start in range(0, len(ordered), AT_ONCE):
        part = Expense.deal_id.in_(ordered[start : start + AT_ONCE])
        found += _rows(session, Expense.deal_id, Asked(before=before), part)
    return found


def of_month(session: Session, by: Member, first: date, end: date) -> list[Expense]:
    """A member's own expenses of these days (`end` exclusive), in order."""
    of_days = (Expense.spent_on >= first, Expense.spent_on < end, Expense.deleted_at.is_(None))
    query = select(Expense).where(Expense.by_id == by.id, *of_days)
    return list(session.scalars(query.order_by(Expense.spent_on, Expense.spent_at, Expense.id)))


def _rows(
    session: Session, key: Any, asked: Asked, which: ColumnElement[bool], asker: Member | None = None
) -> Iterator[SpentRow]:
    query = select(
        Expense.id,
        key,
        Expense.deal_id,
        Expense.spent_on,
        Expense.amount,
        Expense.currency,
        Expense.metres,
    ).join(Contact, Contact.id == Expense.contact_id, isouter=True)
    query = query.where(which)
    if asked.span is not None:
        query = query.where(Expense.spent_on >= asked.span.start, Expense.spent_on < asked.span.end)
    gone: Collection[int] = ()
    if asked.before is None:
        query = query.where(Expense.deleted_at.is_(None))
    else:
        query = query.where(Expense.created_at < asked.before)
        gone = set_then(session, Expense, "deleted_at", asked.before).keys()
    for id_, about, deal_id, on, amount, currency, metres in session.execute(
        query, asking(asker) if asker is not None else {}
    ):
        if id_ not in gone:
            units = None if amount is None else as_units(amount)
            yield SpentRow(about, deal_id, on, units, currency, metres)


def _key(per: Per, before: datetime | None) -> Any:
    if per is Per.STAGE:
        return case(
            (Expense.deal_id.is_(None), null()),
            else_=stage_at(Expense.deal_id, func.coalesce(Contact.occurred_at, Expense.spent_at), before),
        )
    return {Per.MEMBER: Expense.by_id, Per.COMPANY: Expense.company_id, Per.DEAL: Expense.deal_id}[per]
