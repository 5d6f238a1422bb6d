"""Snapshots in the database: whose turn it is to take one, writing it step by step, what is frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.insights.period import Span
from core.model import Base, Snapshot, SnapshotDeal, SnapshotForecast

LEASE = timedelta(minutes=10)
"""For how long a process keeps what it has claimed; each step claims it anew."""

STEP = 200
"""Rows that one step writes or takes away: so few that a message never waits for them."""


class Lost(Exception):
    """Another process has taken the work over, as ours was out of sight for too long."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A snapshot that this process works at until then."""

    snapshot_id: int
    until: datetime


def newest(session: Session) -> date | None:
    """The day of the newest snapshot, finished or not."""
    return session.scalar(select(func.max(Snapshot.taken_on)))


def unfinished(session: Session) -> Sequence[date]:
    """The days of those that somebody has begun and not finished, oldest first."""
    query = select(Snapshot.taken_on).where(Snapshot.done_at.is_(None))
    return session.scalars(query.order_by(Snapshot.taken_on)).all()


def claim(session: Session, taken_on: date, currency: str, now: datetime) -> Claim | None:
    """Takes the work at a day's snapshot; None where it is done, or another process works at it."""
    _begin(session, taken_on, currency)
    free = or_(Snapshot.claimed_until.is_(None), Snapshot.claimed_until <= now)
    mine = (
        update(Snapshot)
        .where(Snapshot.taken_on == taken_on, Snapshot.done_at.is_(None), free)
        .values(claimed_until=now + LEASE, currency=currency)
        .returning(Snapshot.id)
    )
    snapshot_id = session.scalar(mine)
    return None if snapshot_id is None else Claim(snapshot_id, now + LEASE)


def _begin(session: Session, taken_on: date, currency: str) -> None:
    if session.scalar(select(Snapshot.id).where(Snapshot.taken_on == taken_on)) is None:
        try:
            with session.begin_nested():
                session.execute(insert(Snapshot).values(taken_on=taken_on, currency=currency))
        except IntegrityError:
            return  # another process began it in this very moment


def keep(session: Session, claimed: Claim, now: datetime, **more: Any) -> Claim:
    """Claims it for longer. Raises Lost."""
    later = (
        update(Snapshot)
        .where(Snapshot.id == claimed.snapshot_id, Snapshot.claimed_until == claimed.until)
        .values(claimed_until=now + LEASE, **more)
        .returning(Snapshot.id)
    )
    if session.scalar(later) is None:
        raise Lost()
    return Claim(claimed.snapshot_id, now + LEASE)


def clear(session: Session, claimed: Claim, now: datetime) -> tuple[Claim, bool]:
    """Takes away some of what somebody left unfinished; says whether there is more. Raises Lost."""
    count = 0
    for record, key in ((SnapshotDeal, SnapshotDeal.deal_id), (SnapshotForecast, SnapshotForecast.scope_id)):
        mine = record.snapshot_id == claimed.snapshot_id
        some = select(key).where(mine).distinct().limit(STEP)
        result = session.connection().execute(delete(_table(record)).where(mine, key.in_(some)))
        count += result.rowcount
    return keep(session, claimed, now), count > 0


def write(
    session: Session, claimed: Claim, record: type[Base], rows: Sequence[Mapping[str, Any]], now: datetime
) -> Claim:
    """Writes some of it, STEP rows at most. Raises Lost."""
    kept = keep(session, claimed, now)
    values = [{"snapshot_id": claimed.snapshot_id, **row} for row in rows]
    session.connection().execute(insert(_table(record)), values)
    return kept


def finish(session: Session, claimed: Claim, now: datetime) -> None:
    """It is whole: reports may stand on it. Raises Lost."""
    keep(session, claimed, now, done_at=now)


def finished(session: Session, taken_on: date) -> Snapshot | None:
    """The snapshot of a day, if it is whole."""
    return session.scalar(
        select(Snapshot).where(Snapshot.taken_on == taken_on, Snapshot.done_at.is_not(None))
    )


def forecasts(session: Session, snapshot_id: int, span: Span) -> Sequence[SnapshotForecast]:
    """All that were frozen for a period."""
    query = select(SnapshotForecast).where(
        SnapshotForecast.snapshot_id == snapshot_id,
        SnapshotForecast.starts_on == span.start,
        SnapshotForecast.ends_on == span.end,
    )
    return session.scalars(query).all()


def open_deals(session: Session, snapshot_id: int) -> Sequence[SnapshotDeal]:
    """The deals that were open then."""
    query = select(SnapshotDeal).where(
        SnapshotDeal.snapshot_id == snapshot_id, SnapshotDeal.closed_on.is_(None)
    )
    return session.scalars(query.order_by(SnapshotDeal.deal_id)).all()


def _table(record: type[Base]) -> Table:
    table = record.__table__
    assert isinstance(table, Table)  # noqa: S101 - for the type checker: mapped classes have real tables
    return table
