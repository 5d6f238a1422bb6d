"""Queries for notices that wait for a summary."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from core.model import HeldNotice, Member


def claim(session: Session, member: Member, now: datetime) -> Sequence[HeldNotice]:
    """What no summary has told the member of yet, the oldest first; each of them one caller gets only."""
    told = update(HeldNotice).where(*_mine(member), HeldNotice.told_at.is_(None))
    claimed = session.scalars(
        told.values(told_at=now).returning(HeldNotice.id), execution_options={"synchronize_session": False}
    ).all()
    if not claimed:
        return []
    found = select(HeldNotice).where(HeldNotice.id.in_(claimed)).order_by(HeldNotice.id)
    return session.scalars(found, execution_options={"populate_existing": True}).all()


def unopened(session: Session, member: Member, since: datetime) -> Sequence[HeldNotice]:
    """What a summary has told the member of since a moment and they have not had shown, the oldest first."""
    found = select(HeldNotice).where(*_mine(member), HeldNotice.told_at >= since)
    return session.scalars(found.order_by(HeldNotice.id)).all()


def told_until(session: Session, member: Member, last_id: int) -> Sequence[HeldNotice]:
    """Those up to the last one of a summary that the member has not had shown, the oldest first."""
    found = select(HeldNotice).where(*_mine(member), HeldNotice.told_at.is_not(None))
    return session.scalars(found.where(HeldNotice.id <= last_id).order_by(HeldNotice.id)).all()


def _mine(member: Member) -> tuple[ColumnElement[bool], ...]:
    return HeldNotice.member_id == member.id, HeldNotice.opened_at.is_(None)
