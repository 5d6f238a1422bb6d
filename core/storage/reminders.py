"""Queries for reminders: steps whose reminder is to be worked out, and those that are due, claimed once."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.orm import Session

from core.model import Absence, Member, NextStep
from core.model.step import UNPLANNED
from core.storage.records import STILL_OPEN


def unplanned(session: Session, limit: int) -> Sequence[NextStep]:
    """Open steps with a time that were booked or moved since reminders were worked out."""
    return session.scalars(_UNPLANNED, {"limit": limit}).all()


def plan(session: Session, moments: Mapping[int, tuple[datetime, datetime | None]]) -> None:
    """Sets for steps, by their ids, the `due_at` that was planned for and when they are reminded of."""
    if moments:
        rows = [{"row": row, "due": due, "remind": remind} for row, (due, remind) in moments.items()]
        session.connection().execute(_PLAN, rows)


def plan_anew(session: Session, member: Member) -> None:
    """Lets the reminders to come of a member be worked out again; what was reminded of is not again."""
    mine = (NextStep.owner_id == member.id, NextStep.remind_at.is_not(None), *STILL_OPEN)
    session.execute(
        update(NextStep).where(*mine).values(planned_for=None),
        execution_options={"synchronize_session": False},
    )


def owners_due(session: Session, now: datetime, limit: int) -> Sequence[Member]:
    """Members with a reminder that is due; on PostgreSQL without those whom another process is at."""
    found = session.scalars(_OWNERS, {"now": now, "limit": limit}).all()
    if not found:
        return []
    return session.scalars(_LOCKED, {"ids": found}).all()


def oldest_due(session: Session, now: datetime) -> datetime | None:
    """Since when the reminder that has been due longest has been so."""
    return session.scalar(_OLDEST, {"now": now})


def due_before(session: Session, owner_ids: Sequence[int], moment: datetime) -> Sequence[int]:
    """The ids of the members' open steps whose reminder has been due since before `moment`."""
    return session.scalars(_DUE_BEFORE, {"ids": owner_ids, "moment": moment}).all()


def claim(session: Session, owner_ids: Sequence[int], until: datetime) -> Sequence[NextStep]:
    """The members' open steps that are due by `until`, each of them claimed by one caller only, by time."""
    claimed = session.execute(_CLAIM, {"ids": owner_ids, "until": until}).scalars().all()
    if not claimed:
        return []
    return session.scalars(_CLAIMED, {"ids": claimed}).all()


def with_deputies(session: Session, members: Sequence[Member]) -> Sequence[Absence]:
    """Absences of these members with a deputy, of all times: which holds is for the members' days to say."""
    return session.scalars(_WITH_DEPUTY, {"ids": [member.id for member in members]}).all()


_UNPLANNED = (
    select(NextStep)
    .where(*STILL_OPEN, text(UNPLANNED))
    .order_by(NextStep.due_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_table = NextStep.__table__
_PLAN = (
    update(_table)  # type: ignore[arg-type]
    .where(_table.c.id == bindparam("row"), _table.c.due_at == bindparam("due"))
    .values(planned_for=bindparam("due"), remind_at=bindparam("remind"))
)
_WAITING = (*STILL_OPEN, NextStep.remind_at.is_not(None))
_OWNERS = (
    select(NextStep.owner_id)
    .where(*_WAITING, NextStep.remind_at <= bindparam("now"))
    .distinct()
    .limit(bindparam("limit"))
)
_OLDEST = select(func.min(NextStep.remind_at)).where(*_WAITING, NextStep.remind_at <= bindparam("now"))
_LOCKED = (
    select(Member)
    .where(Member.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(skip_locked=True, key_share=True)
)
_DUE_BEFORE = (
    select(NextStep.id)
    .where(NextStep.owner_id.in_(bindparam("ids", expanding=True)))
    .where(*_WAITING, NextStep.remind_at < bindparam("moment"))
)
_CLAIM = (
    update(NextStep)
    .where(NextStep.owner_id.in_(bindparam("ids", expanding=True)))
    .where(*_WAITING, NextStep.remind_at <= bindparam("until"))
    .values(remind_at=None)
    .returning(NextStep.id)
    .execution_options(synchronize_session=False)
)
_CLAIMED = (
    select(NextStep)
    .where(NextStep.id.in_(bindparam("ids", expanding=True)))
    .order_by(NextStep.due_at, NextStep.id)
)
_WITH_DEPUTY = select(Absence).where(
    Absence.member_id.in_(bindparam("ids", expanding=True)),
    Absence.deputy_id.is_not(None),
    Absence.deleted_at.is_(None),
)
