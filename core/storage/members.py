"""Queries for members of the selling team."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from core.model import Member, Team
from core.storage.prepared import PreparedRecords
from core.storage.scope import Sight, asking, belongs_to, sight_of


def by_telegram_id(session: Session, telegram_id: int) -> Member | None:
    """The member with this Telegram account, if they have access."""
    return _WITH_ACCESS.first(session, {"telegram_id": telegram_id})


def ever_by_telegram_id(session: Session, telegram_id: int) -> Member | None:
    """The member with this Telegram account, those who left included: somebody may come back."""
    return _EVER.first(session, {"telegram_id": telegram_id})


def team_of(session: Session, asker: Member) -> Sequence[Member]:
    """The members with access whose work `asker` sees, by name, without `asker`."""
    return session.scalars(_team(sight_of(asker)), asking(asker)).all()


def colleagues_of(session: Session, member: Member) -> Sequence[Member]:
    """The others with access of the member's team, by name; of somebody without a team, everybody's."""
    others = select(Member).where(Member.id != member.id, *_ACCESS)
    if member.team_id is not None:
        others = others.where(Member.team_id == member.team_id)
    return session.scalars(others.order_by(Member.name, Member.id)).all()


def member_by_id(session: Session, member_id: int | None) -> Member | None:
    """The member, those who left included: for ids that somebody's own records name."""
    return session.get(Member, member_id) if member_id is not None else None


def team_name(session: Session, member: Member) -> str | None:
    """What the member's team is called."""
    return session.scalar(select(Team.name).where(Team.id == member.team_id)) if member.team_id else None


def is_seen_by(session: Session, asker: Member, member: Member) -> bool:
    """Whether `asker` may see the member's work."""
    seen = select(Member.id).where(Member.id == member.id, belongs_to(sight_of(asker), Member.id))
    return session.scalar(seen, asking(asker)) is not None


_ACCESS = (Member.left_at.is_(None), Member.telegram_id.is_not(None))
_ACCOUNT = Member.telegram_id == bindparam("telegram_id")
_EVER = PreparedRecords(Member, lambda members: members.where(_ACCOUNT))
_WITH_ACCESS = PreparedRecords(Member, lambda members: members.where(_ACCOUNT, Member.left_at.is_(None)))


@cache
def _team(sight: Sight) -> Select[tuple[Member]]:
    others = Member.id != bindparam("asker_id")
    return select(Member).where(belongs_to(sight, Member.id), others, *_ACCESS).order_by(Member.name)
