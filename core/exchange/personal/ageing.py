"""How long the words of what was logged are kept: they go, and everything that is counted stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from core.exchange.personal.belongings import table_of
from core.exchange.personal.mentions import unsaid

STEP = 300
"""Rows that one step looks at: so few that a message never waits for them."""

WORDS: Mapping[str, tuple[str, str]] = {
    "contacts": ("created_at", "note"),
    "next_steps": ("created_at", "text"),
    "operations": ("at", "intent"),
    "outbox": ("created_at", "payload"),
}
"""Where words are, by table: how old the row is, and the column that goes."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far ageing has come: the last row of each table that was looked at, and whether more are old."""

    last: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(WORDS, 0))
    is_more: bool = True


def age(connection: Connection, place: Place, before: datetime) -> Place:
    """Takes the words out of some of what was logged `before` that moment; returns where to go on.

    A step that is still to be done keeps its words, as does a letter that waits.
    """
    last, is_more = dict(place.last), False
    for name, (since, column) in WORDS.items():
        table = table_of(name)
        query = select(table).where(table.c.id > last[name]).order_by(table.c.id).limit(STEP)
        rows = connection.execute(query).mappings().all()
        are_old = [row[since] < before for row in rows]
        old = rows[: are_old.index(False)] if False in are_old else rows
        for row in old:
            _forget(connection, name, column, row)
        if old:
            last[name] = old[-1]["id"]
        is_more |= len(old) == STEP
    return Place(last, is_more)


def _forget(connection: Connection, name: str, column: str, row: Mapping[Any, Any]) -> None:
    table = table_of(name)
    this = table.c.id == row["id"]
    if name == "outbox":
        newest = select(func.max(table.c.id)).scalar_subquery()  # SQLite would give its number anew
        is_over = table.c.sent_at.is_not(None) | table.c.failed_at.is_not(None)
        connection.execute(delete(table).where(this, is_over, table.c.id < newest))
    elif row[column] is not None and (name != "next_steps" or _is_closed(row)):
        words = unsaid(row[column]) if name == "operations" else None
        connection.execute(update(table).where(this).values({column: words}))


def _is_closed(step: Mapping[Any, Any]) -> bool:
    return any(step[name] is not None for name in ("done_at", "dropped_at", "deleted_at"))
