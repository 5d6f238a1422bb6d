"""Queries for routines: which are due, which a member lacks, and the claim that only one process wins."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from core.model import Member, MemberRoutine
from core.routines import LONGEST_GAP
from core.terms import RoutineKind


def due(session: Session, now: datetime, limit: int) -> Sequence[MemberRoutine]:
    """Routines that are due, the earliest first; on PostgreSQL without those that another process has."""
    return session.scalars(_DUE, {"now": now, "limit": limit}).all()


def oldest_due(session: Session, now: datetime) -> datetime | None:
    """Since when the routine that has been due longest has been so."""
    return session.scalar(_OLDEST, {"now": now})


def claim(session: Session, routine: MemberRoutine, next_due_at: datetime | None) -> bool:
    """Sets when it is due next, if it is still due when it was; False: somebody else has claimed it."""
    values = {"row": routine.id, "due": routine.due_at, "next": next_due_at}
    if session.connection().execute(_CLAIM, values).rowcount != 1:
        return False
    set_committed_value(routine, "due_at", next_due_at)
    return True


def without_routines(session: Session) -> Sequence[Member]:
    """Members with access who lack a routine, as one does who has just joined."""
    return session.scalars(_WITHOUT, {"kinds": len(RoutineKind)}).all()


def routines_of(session: Session, member: Member) -> dict[RoutineKind, MemberRoutine]:
    """The member's routines, those that are turned off too."""
    found = session.scalars(select(MemberRoutine).where(MemberRoutine.member_id == member.id))
    return {routine.kind: routine for routine in found}


def out_of_time(session: Session, now: datetime, team_zone: str) -> Sequence[MemberRoutine]:
    """Routines of members who are in another zone or have another role now, and those further away than any
    can be.

    The last were computed while a clock was wrong by months.
    """
    return session.scalars(_OUT_OF_TIME, {"zone": team_zone, "furthest": now + LONGEST_GAP}).all()


_DUE = (
    select(MemberRoutine)
    .where(MemberRoutine.due_at <= bindparam("now"))
    .order_by(MemberRoutine.due_at, MemberRoutine.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_OLDEST = select(func.min(MemberRoutine.due_at)).where(MemberRoutine.due_at <= bindparam("now"))
_table = MemberRoutine.__table__
_CLAIM = (
    update(_table)  # type: ignore[arg-type]
    .where(_table.c.id == bindparam("row"), _table.c.due_at == bindparam("due"))
    .values(due_at=bindparam("next"))
)
_counts = (
    select(MemberRoutine.member_id, func.count().label("count"))
    .group_by(MemberRoutine.member_id)
    .subquery("routines_of_member")
)
_WITHOUT = (
    select(Member)
    .outerjoin(_counts, _counts.c.member_id == Member.id)
    .where(Member.telegram_id.is_not(None), Member.left_at.is_(None))
    .where(func.coalesce(_counts.c.count, 0) < bindparam("kinds"))
)
_OUT_OF_TIME = (
    select(MemberRoutine)
    .join(Member, Member.id == MemberRoutine.member_id)
    .where(
        or_(
            MemberRoutine.role.is_(None),
            MemberRoutine.role != Member.role,
            MemberRoutine.zone != func.coalesce(Member.zone, bindparam("zone")),
            MemberRoutine.due_at > bindparam("furthest"),
        )
    )
)
