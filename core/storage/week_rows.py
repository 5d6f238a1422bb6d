"""Queries for digests: what became known of deals in a while."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Change, Deal, Member
from core.storage.ledger import decoded
from core.terms import LostReason, Role

Losing = tuple[LostReason | None, str | None]
"""Why a deal was lost, and to whom."""


def postponements(session: Session, deal_ids: Collection[int], before: datetime | None) -> Counter[int]:
    """How often the contract date of each of these deals was put off, by what was known before an instant."""
    query = (
        select(Change.record_id, Change.old, Change.new)
        .where(Change.record == Deal.__tablename__, Change.field == "expected_close_on")
        .where(Change.record_id.in_(deal_ids), Change.old.is_not(None), Change.new.is_not(None))
    )
    if before is not None:
        query = query.where(Change.known_at < before)
    found = Counter[int]()
    for deal_id, old, new in session.execute(query):
        was, now = (decoded(Deal, "expected_close_on", value) for value in (old, new))
        found[deal_id] += was is not None and now is not None and now > was
    return found


def why_lost(session: Session, deal_ids: Collection[int]) -> Mapping[int, Losing]:
    """Why these deals were lost and to whom, as it is known now."""
    query = select(Deal.id, Deal.lost_reason, Deal.competitor).where(Deal.id.in_(deal_ids))
    return {row[0]: (row[1], row[2]) for row in session.execute(query)}


def selling(session: Session) -> frozenset[int]:
    """The ids of the salespeople who have joined and have not left."""
    query = select(Member.id).where(
        Member.role == Role.REP, Member.telegram_id.is_not(None), Member.left_at.is_(None)
    )
    return frozenset(session.scalars(query))


def left(session: Session) -> frozenset[int]:
    """The ids of those who have left the team."""
    return frozenset(session.scalars(select(Member.id).where(Member.left_at.is_not(None))))
