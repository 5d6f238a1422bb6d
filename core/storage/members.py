"""Queries for members of the selling team."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Member, Team
from core.storage.scope import belongs_to


def by_telegram_id(session: Session, telegram_id: int) -> Member | None:
    """The member with this Telegram account, if they have access."""
    return session.scalar(select(Member).where(Member.telegram_id == telegram_id, Member.left_at.is_(None)))


def ever_by_telegram_id(session: Session, telegram_id: int) -> Member | None:
    """The member with this Telegram account, those who left included: somebody may come back."""
    return session.scalar(select(Member).where(Member.telegram_id == telegram_id))


def team_of(session: Session, asker: Member) -> Sequence[Member]:
    """The members with access whose work `asker` sees, by name, without `asker`."""
    return session.scalars(
        select(Member)
        .where(belongs_to(asker, Member.id), Member.id != asker.id, Member.left_at.is_(None))
        .where(Member.telegram_id.is_not(None))
        .order_by(Member.name)
    ).all()


def team_name(session: Session, member: Member) -> str | None:
    """What the member's team is called."""
    return session.scalar(select(Team.name).where(Team.id == member.team_id)) if member.team_id else None


def is_seen_by(session: Session, asker: Member, member: Member) -> bool:
    """Whether `asker` may see the member's work."""
    seen = select(Member.id).where(Member.id == member.id, belongs_to(asker, Member.id))
    return session.scalar(seen) is not None
