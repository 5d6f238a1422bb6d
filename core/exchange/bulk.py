"""Many records at once, each with its entries in the one change log, all in one operation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select, update

from core.exchange.insertion import insert_first_values, insert_rows, table_of
from core.exchange.journal import Journal
from core.exchange.own_ids import number_in, own_id
from core.exchange.plain_text import cleaned
from core.model import Base, Change, StageChange
from core.storage.ledger import CREATED, DIRECTORY_RECORDS, UNLOGGED, encoded
from core.storage.revisions import DIRECTORY, bump

Values = Mapping[str, Any]
Entry = tuple[int, str, int, str, str | None, str | None, datetime, datetime]
"""An entry of the change log: the values of `ENTRY`."""

ENTRY = ("operation_id", "record", "record_id", "field", "old", "new", "valid_at", "known_at")
MOVE = ("deal_id", "from_stage_id", "to_stage_id", "entered_at", "known_at", "operation_id")


@dataclass
class Bulk:
    """Writes within one operation, in `connection`'s transaction. An import's `known_at` is its `valid_at`.

    What it does to records is in `journal` too, so that it can be taken back when a later step fails.
    """

    connection: Connection
    now: datetime
    journal: Journal
    operation_id: int = 0
    names_changed: bool = False

    def create(self, record: type[Base], rows: Sequence[Values]) -> list[int]:
        """Inserts the rows, which all have the same fields; returns their ids in order. Logs nothing."""
        if not rows:
            return []
        table = table_of(record)
        ids = self._new_ids(table, len(rows))
        names = tuple(rows[0])
        numbered = [
            (record_id, *map(row.__getitem__, names)) for record_id, row in zip(ids, rows, strict=True)
        ]
        insert_rows(self.connection, table, ("id", *names), numbered)
        self.journal.created(table.name, ids)
        self.names_changed = self.names_changed or table.name in DIRECTORY_RECORDS
        return ids

    def _new_ids(self, table: Table, count: int) -> list[int]:
        """Ids for rows to come: taken beforehand, so that all rows and their log go in one statement each."""
        if self.connection.dialect.name == "sqlite":  # nobody else writes while we do
            last = self.connection.execute(select(func.max(table.c.id))).scalar_one() or 0
            return list(range(last + 1, last + 1 + count))
        following = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
        numbers = select(following).select_from(func.generate_series(1, count).alias())
        return sorted(int(found) for found in self.connection.execute(numbers).scalars())

    def change(self, record: type[Base], changes: Iterable[tuple[Values, Values]]) -> None:
        """Updates records, given as they were; those with the same new fields in one go. Logs nothing."""
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        table = table_of(record)
        for before, values in changes:
            groups[tuple(sorted(values))].append({**values, "key": before["id"]})
            self.journal.changed(table.name, before, values)
        for names, rows in groups.items():
            changed: dict[str, Any] = {name: bindparam(name) for name in names}
            self.connection.execute(update(table).where(table.c.id == bindparam("key")).values(changed), rows)
            self.names_changed = self.names_changed or table.name in DIRECTORY_RECORDS

    def entry(
        self, record: type[Base], record_id: int, field: str, old: Any, new: Any, at: datetime | None = None
    ) -> Entry:
        """An entry of the change log. `at`: since when it is true and, in an import, known."""
        since = at or self.now
        before = None if old is None else _encoded(old)
        after = None if new is None else _encoded(new)
        return self.operation_id, record.__tablename__, record_id, field, before, after, since, since

    def created(self, record: type[Base], record_id: int, at: datetime | None = None) -> Entry:
        """The entry that says: with this the record came into being."""
        return self.entry(record, record_id, CREATED, None, True, at)

    def changed(
        self, record: type[Base], record_id: int, before: Values, values: Values, at: datetime | None = None
    ) -> list[Entry]:
        """The entries for the fields that got a new value."""
        return [
            self.entry(record, record_id, name, before.get(name), value, at)
            for name, value in values.items()
            if name not in UNLOGGED
        ]

    def log(self, entries: Sequence[Entry]) -> None:
        """Writes entries of the change log."""
        if entries:
            insert_rows(self.connection, table_of(Change), ENTRY, entries)

    def log_first(self, record: type[Base], names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Writes the entries of new records: that each came into being, and its first values.

        A row has the record's id, the instant, and its values of `names`, None where there is none.
        """
        encoded_rows = [
            (row[0], row[1], "true", *(None if value is None else _encoded(value) for value in row[2:]))
            for row in rows
        ]
        if rows:
            fields = (CREATED, *names)
            insert_first_values(
                self.connection, self.operation_id, record.__tablename__, fields, encoded_rows
            )

    def moves(self, rows: Sequence[Sequence[Any]]) -> None:
        """Writes moves of deals between stages, each with the values of `MOVE`."""
        if rows:
            insert_rows(self.connection, table_of(StageChange), MOVE, rows)

    def close(self) -> None:
        """Tells the caches of names, where one changed."""
        if self.names_changed:
            bump(self.connection, DIRECTORY)
        self.names_changed = False


def known(
    connection: Connection, record: type[Base], column: str, keys: Iterable[object]
) -> dict[Any, dict[str, Any]]:
    """The records whose `column` is one of `keys`, by it, deleted ones too; each as its fields."""
    table = table_of(record)
    wanted = list(keys)
    if not wanted:
        return {}
    rows = connection.execute(select(table).where(table.c[column].in_(wanted))).mappings()
    return {row[column]: dict(row) for row in rows}


def known_outside(
    connection: Connection, record: type[Base], outside_ids: Iterable[str | None]
) -> dict[str, dict[str, Any]]:
    """The records with these external ids, or else with these ids of ours, by them; deleted ones too."""
    wanted = {key for key in outside_ids if key}
    found = known(connection, record, "external_id", wanted)
    numbers = {key: number for key in wanted - set(found) if (number := number_in(key)) is not None}
    ours = known(connection, record, "id", set(numbers.values()))
    for key, number in numbers.items():
        row = ours.get(number)
        if row is not None and row["external_id"] is None and own_id(number, row["created_at"]) == key:
            found[key] = row
    return found


def _encoded(value: Any) -> str:
    """A value as the log has it; those that come again and again are kept."""
    return encoded(value) if type(value) in (str, Decimal) else _encoded_often(value)


_encoded_often = lru_cache(maxsize=20_000, typed=True)(encoded)


def difference(before: Values, values: Values) -> dict[str, Any]:
    """The values that a row of a file gives (None: it says nothing) and that are not there yet.

    A text that is there, but for what no file keeps of it, is no difference; nor is the id that our own
    files give to a record without one.
    """
    return {
        name: value
        for name, value in values.items()
        if value is not None and before[name] != value and not _is_same(before, name, value)
    }


def _is_same(before: Values, name: str, value: object) -> bool:
    if name == "external_id" and before[name] is None:
        return value == own_id(before["id"], before["created_at"])
    return isinstance(before[name], str) and cleaned(before[name]) == value
