"""Who is away, and who stands in for whom."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Absence, Member


def stood_in_for(session: Session, deputy: Member, on: date) -> Sequence[int]:
    """The ids of the members who are away on that day and have named `deputy`, who may act for them."""
    return session.scalars(
        select(Absence.member_id)
        .where(Absence.deputy_id == deputy.id, Absence.deleted_at.is_(None))
        .where(Absence.starts_on <= on, on < Absence.ends_on)
        .distinct()
    ).all()


def next_absence(session: Session, member: Member, on: date) -> Absence | None:
    """The member's absence of that day, or else the next one to come."""
    return session.scalar(
        select(Absence)
        .where(Absence.member_id == member.id, Absence.deleted_at.is_(None), Absence.ends_on > on)
        .order_by(Absence.starts_on, Absence.id)
        .limit(1)
    )


def own_absence(session: Session, member: Member, absence_id: int) -> Absence | None:
    """The member's own absence with this id."""
    return session.scalar(
        select(Absence).where(
            Absence.id == absence_id, Absence.member_id == member.id, Absence.deleted_at.is_(None)
        )
    )


def is_away(session: Session, member: Member, on: date) -> bool:
    """Whether the member does not work on that day."""
    absence = next_absence(session, member, on)
    return absence is not None and absence.starts_on <= on
