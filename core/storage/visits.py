"""Queries for visits, each of them the asker's own."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFound
from core.model import Member, Visit


def get(session: Session, asker: Member, visit_id: int) -> Visit:
    """The asker's visit. Raises NotFound where there is none, or it was taken back."""
    visit = last(session, asker, visit_id)
    if visit is None:
        raise NotFound()
    return visit


def last(session: Session, asker: Member, visit_id: int | None) -> Visit | None:
    """The asker's visit with this id, if it still stands."""
    if visit_id is None:
        return None
    of_asker = (Visit.id == visit_id, Visit.member_id == asker.id, Visit.deleted_at.is_(None))
    return session.scalar(select(Visit).where(*of_asker))


def newest(session: Session, asker: Member) -> Visit | None:
    """The one that the asker began last, be it taken back since."""
    return session.scalar(select(Visit).where(Visit.member_id == asker.id).order_by(Visit.id.desc()).limit(1))


def between(session: Session, asker: Member, first: datetime, end: datetime) -> Sequence[Visit]:
    """The asker's visits that began from `first` until `end` (exclusive), in order, with a known customer."""
    return session.scalars(
        select(Visit)
        .where(Visit.member_id == asker.id, Visit.deleted_at.is_(None), Visit.company_id.is_not(None))
        .where(Visit.started_at >= first, Visit.started_at < end)
        .order_by(Visit.started_at, Visit.id)
    ).all()
