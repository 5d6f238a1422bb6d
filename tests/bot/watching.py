"""Watches every SELECT of a transaction: does what it finds depend on records that its reader may not see?

Nothing is read out of the statement's text. It is run twice in the same transaction, the second time as if
the hidden salesperson had never done anything, and both must find the same: a condition that is there but
does not hold is found as surely as one that is missing.
"""

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from sqlalchemy import Connection, Table, event

from core.model import Base
from core.storage.database import Database

MINE = ("owner_id", "by_id", "member_id", "to_id")
"""The columns that say whose a record is."""

SEEN_BY_ALL = frozenset({"members", "invites", "member_routines", "absences"})
"""Tables about members themselves: who there is, and who stands in for whom."""

PASSING = frozenset({"core.storage.records.by_id", "core.storage.names.names", "core.storage.prepared"})
"""What looks up for whoever calls it: whoever called it is answerable."""


@dataclass
class Watch:
    """What was looked up that depends on hidden records: where in our code, and the statements."""

    hidden_id: int = 0
    found: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    looked: int = 0
    _known: set[tuple[str, str]] = field(default_factory=set)
    _is_looking: bool = False

    def look(self, connection: sqlite3.Connection, sql: str, values: Any) -> None:
        """Runs the statement with and without what is hidden."""
        key = (sql, repr(values))
        if self._is_looking or not self.hidden_id or key in self._known:
            return
        self._known.add(key)
        self._is_looking = True
        try:
            self._compare(connection, sql, values)
        finally:
            self._is_looking = False

    def _compare(self, connection: sqlite3.Connection, sql: str, values: Any) -> None:
        self.looked += 1
        cursor = sqlite3.Cursor(connection)
        as_it_is = sorted(map(repr, cursor.execute(sql, values).fetchall()))
        cursor.execute("SAVEPOINT without_hidden")
        _hide(cursor, self.hidden_id)
        without = sorted(map(repr, cursor.execute(sql, values).fetchall()))
        cursor.execute("ROLLBACK TO without_hidden")
        cursor.execute("RELEASE without_hidden")
        if as_it_is != without:
            self.found[_asker(sys._getframe())].add(" ".join(sql.split()))


def _asker(frame: FrameType | None) -> str:
    """The function of ours that looked it up."""
    while frame is not None:
        name = f"{frame.f_globals.get('__name__')}.{frame.f_code.co_qualname}"
        passing = any(name.startswith(each) for each in PASSING)
        if name.startswith(("core.", "bot.")) and not passing and "<" not in name:
            return name
        frame = frame.f_back
    return "nobody"


def _hiding() -> Iterator[str]:
    """Deletes what is the hidden member's and what belongs to it, innermost first."""
    tables = [table for table in reversed(Base.metadata.sorted_tables) if table.name not in SEEN_BY_ALL]
    for table in tables:
        conditions = list(_of_hidden(table, set()))
        if conditions:
            yield f"DELETE FROM {table.name} WHERE {' OR '.join(conditions)}"


def _of_hidden(table: Table, above: set[str]) -> Iterator[str]:
    if table.name in SEEN_BY_ALL or table.name in above:
        return
    for column in table.columns:
        if column.name in MINE:
            yield f"{column.name} = :hidden"
        for key in column.foreign_keys:
            inner = list(_of_hidden(key.column.table, above | {table.name}))
            if inner:
                yield f"{column.name} IN (SELECT id FROM {key.column.table.name} WHERE {' OR '.join(inner)})"
    if table.name == "changes":
        for name in ("deals", "contacts", "next_steps"):
            whose = "by_id" if name == "contacts" else "owner_id"
            yield f"record = '{name}' AND record_id IN (SELECT id FROM {name} WHERE {whose} = :hidden)"


HIDING: Sequence[str] = tuple(_hiding())


def hide(connection: Connection, member_id: int) -> None:
    """Makes the rest of a transaction one in which the member has never done anything."""
    driver: Any = connection.connection.dbapi_connection
    _hide(sqlite3.Cursor(driver), member_id)


def _hide(cursor: sqlite3.Cursor, member_id: int) -> None:
    cursor.execute("PRAGMA defer_foreign_keys=ON")
    for statement in HIDING:
        cursor.execute(statement, {"hidden": member_id})


class _Cursor(sqlite3.Cursor):
    def execute(self, sql: str, values: Any = ()) -> "_Cursor":
        if sql.lstrip()[:6].upper() in ("SELECT", "WITH R"):
            self.connection.watch.look(self.connection, sql, values)  # type: ignore[attr-defined]
        super().execute(sql, values)
        return self


@contextmanager
def watched(database: Database) -> Iterator[Watch]:
    """Every statement of the database's from now on is looked at, however it comes to the driver."""
    watch = Watch()

    class Watched(sqlite3.Connection):
        def cursor(self, factory: Any = _Cursor) -> Any:
            return super().cursor(factory)

    Watched.watch = watch  # type: ignore[attr-defined]

    def connecting(_dialect: Any, _record: Any, _values: Any, options: dict[str, Any]) -> None:
        options["factory"] = Watched

    database.close()
    event.listen(database.engine, "do_connect", connecting)
    try:
        yield watch
    finally:
        event.remove(database.engine, "do_connect", connecting)
        database.close()
