"""How long the mailboxes keep what is over: raw updates that were handled, notices that were sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    ScalarSelect,
    bindparam,
    delete,
    func,
    literal,
    select,
)

from core.model import InboxUpdate, OutboxMessage

STEP = 300
"""Rows that one step looks at: so few that a message never waits for them."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far tidying has come: the last row of each mailbox that was looked at, and whether more are old."""

    inbox: int = 0
    outbox: int = 0
    is_more: bool = False


def tidy(connection: Connection, place: Place, before: datetime) -> Place:
    """Deletes some of what was over `before` that moment; returns where the next step goes on.

    An update that waits or was set aside stays. So does what the bot told about a logged message: a reply to
    that card, an edit of that message and Undo find by it what they are about, however late they come.
    """
    values = {"after": place.inbox, "limit": STEP}
    updates = connection.execute(_UPDATES, values).all()
    values = {"after": place.outbox, "limit": STEP}
    letters = connection.execute(_LETTERS, values).all()
    old_updates, old_letters = _old(updates, before), _old(letters, before)
    _drop(connection, _DROP_UPDATES, old_updates)
    _drop(connection, _DROP_LETTERS, old_letters)
    return Place(
        inbox=old_updates[-1].id if old_updates else place.inbox,
        outbox=old_letters[-1].id if old_letters else place.outbox,
        is_more=STEP in (len(old_updates), len(old_letters)),
    )


def _old(rows: Sequence[Any], before: datetime) -> Sequence[Any]:
    """Those at the beginning that are old."""
    return list(takewhile(lambda row: (row.over_at or row.came_at) < before, rows))


def _drop(connection: Connection, deletion: Delete, rows: Sequence[Any]) -> None:
    over = [row.id for row in rows if row.is_over]
    if over:
        connection.execute(deletion, {"rows": over})


def _newest(column: ColumnElement[int]) -> ScalarSelect[int]:
    """The newest row of all stays: SQLite would give its number anew."""
    return select(func.max(column)).scalar_subquery()


_update = InboxUpdate.__table__.c
_UPDATES = (
    select(
        _update.id,
        _update.received_at.label("came_at"),
        _update.done_at.label("over_at"),
        _update.done_at.is_not(None).label("is_over"),
    )
    .where(_update.id > bindparam("after"), _update.id < _newest(_update.id))
    .order_by(_update.id)
    .limit(bindparam("limit"))
)
_letter = OutboxMessage.__table__.c
_LETTERS = (
    select(
        _letter.id,
        _letter.created_at.label("came_at"),
        _letter.sent_at.label("over_at"),
        literal(True).label("is_over"),
    )
    .where(_letter.id > bindparam("after"), _letter.id < _newest(_letter.id))
    .where(_letter.operation_id.is_(None), _letter.sent_at.is_not(None))
    .order_by(_letter.id)
    .limit(bindparam("limit"))
)
_ROWS: BindParameter[int] = bindparam("rows", expanding=True)
_DROP_UPDATES = delete(InboxUpdate.__table__).where(_update.id.in_(_ROWS))  # type: ignore[arg-type]
_DROP_LETTERS = delete(OutboxMessage.__table__).where(_letter.id.in_(_ROWS))  # type: ignore[arg-type]
