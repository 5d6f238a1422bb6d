"""Queries for digests that are kept, and for salespeople's own weeks beside them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from core.model import Member, SentDigest
from core.terms import Role


def kept(session: Session, member: Member, length: str, starts_on: date) -> SentDigest | None:
    """The member's digest of a period, where it is kept."""
    return session.scalar(
        select(SentDigest).where(
            SentDigest.member_id == member.id,
            SentDigest.length == length,
            SentDigest.starts_on == starts_on,
        )
    )


def own(session: Session, member: Member, digest_id: int) -> SentDigest | None:
    """One of the member's own digests; nobody sees another's."""
    return session.scalar(
        select(SentDigest).where(SentDigest.id == digest_id, SentDigest.member_id == member.id)
    )


def lacking(session: Session, length: str, starts_on: date) -> Sequence[Member]:
    """Those who manage others, have access and have no digest of the period yet."""
    of_period = and_(
        SentDigest.member_id == Member.id, SentDigest.length == length, SentDigest.starts_on == starts_on
    )
    query = (
        select(Member)
        .outerjoin(SentDigest, of_period)
        .where(Member.role.in_((Role.MANAGER, Role.OWNER)), SentDigest.id.is_(None))
        .where(Member.telegram_id.is_not(None), Member.left_at.is_(None))
        .order_by(Member.id)
    )
    return session.scalars(query).all()


def opened(session: Session, start: datetime, end: datetime) -> dict[int, int]:
    """How many digests each member began to use from an instant to before another."""
    query = (
        select(SentDigest.member_id, func.count())
        .where(SentDigest.opened_at >= start, SentDigest.opened_at < end)
        .group_by(SentDigest.member_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
