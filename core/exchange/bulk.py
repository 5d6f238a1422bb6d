"""Many records at once, each with its entries in the one change log, all in one operation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, func, insert, or_, select, update

from core.exchange.own_ids import number_in, own_id
from core.exchange.plain_text import cleaned
from core.model import Base, Change, StageChange
from core.storage.ledger import CREATED, DIRECTORY_RECORDS, UNLOGGED, encoded
from core.storage.revisions import DIRECTORY, bump

Values = Mapping[str, Any]


@dataclass
class Bulk:
    """Writes within one transaction and one operation. An import's `known_at` is its `valid_at`."""

    connection: Connection
    operation_id: int
    now: datetime
    names_changed: bool = False

    def create(self, record: type[Base], rows: Sequence[Values]) -> list[int]:
        """Inserts the rows, which all have the same fields; returns their ids in order. Logs nothing."""
        if not rows:
            return []
        table = table_of(record)
        ids = self._new_ids(table, len(rows))
        numbered = [{**row, "id": record_id} for row, record_id in zip(rows, ids, strict=True)]
        self.connection.execute(insert(table), numbered)
        self.names_changed = self.names_changed or record.__tablename__ in DIRECTORY_RECORDS
        return ids

    def _new_ids(self, table: Table, count: int) -> list[int]:
        """Ids for rows to come: taken beforehand, so that all rows and their log go in one statement each."""
        if self.connection.dialect.name == "sqlite":  # nobody else writes while we do
            last = self.connection.execute(select(func.max(table.c.id))).scalar_one() or 0
            return list(range(last + 1, last + 1 + count))
        following = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
        numbers = select(following).select_from(func.generate_series(1, count).alias())
        return sorted(int(found) for found in self.connection.execute(numbers).scalars())

    def change(self, record: type[Base], changes: Iterable[tuple[int, Values]]) -> None:
        """Updates rows by id, those with the same fields in one statement. Logs nothing."""
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for record_id, values in changes:
            groups[tuple(sorted(values))].append({**values, "key": record_id})
        table = table_of(record)
        for names, rows in groups.items():
            changed: dict[str, Any] = {name: bindparam(name) for name in names}
            self.connection.execute(update(table).where(table.c.id == bindparam("key")).values(changed), rows)
            self.names_changed = self.names_changed or record.__tablename__ in DIRECTORY_RECORDS

    def entry(
        self, record: type[Base], record_id: int, field: str, old: Any, new: Any, at: datetime | None = None
    ) -> dict[str, Any]:
        """An entry of the change log. `at`: since when it is true and, in an import, known."""
        return {
            "operation_id": self.operation_id,
            "record": record.__tablename__,
            "record_id": record_id,
            "field": field,
            "old": None if old is None else encoded(old),
            "new": None if new is None else encoded(new),
            "valid_at": at or self.now,
            "known_at": at or self.now,
        }

    def created(self, record: type[Base], record_id: int, at: datetime | None = None) -> dict[str, Any]:
        """The entry that says: with this the record came into being."""
        return self.entry(record, record_id, CREATED, None, True, at)

    def changed(
        self, record: type[Base], record_id: int, before: Values, values: Values, at: datetime | None = None
    ) -> list[dict[str, Any]]:
        """The entries for the fields that got a new value."""
        names = (name for name in values if name not in UNLOGGED)
        return [self.entry(record, record_id, name, before.get(name), values[name], at) for name in names]

    def log(self, entries: Sequence[Values]) -> None:
        """Writes entries of the change log."""
        if entries:
            self.connection.execute(insert(table_of(Change)), list(entries))

    def moves(self, rows: Sequence[Values]) -> None:
        """Writes moves of deals between stages."""
        if rows:
            self.connection.execute(insert(table_of(StageChange)), list(rows))

    def close(self) -> None:
        """Tells the caches of names, where one changed."""
        if self.names_changed:
            bump(self.connection, DIRECTORY)


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


def belongs_to(column: ColumnElement[Any], keys: Iterable[int | None]) -> ColumnElement[bool]:
    """Whether the column is one of the keys, None among them."""
    wanted = set(keys)
    found = column.in_([key for key in wanted if key is not None])
    return or_(found, column.is_(None)) if None in wanted else found


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


def table_of(record: type[Base]) -> Table:
    """The table of a mapped class."""
    table = record.__table__
    assert isinstance(table, Table)  # noqa: S101 - for the type checker: mapped classes have real tables
    return table
