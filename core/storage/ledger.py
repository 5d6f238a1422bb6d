"""Writing records: every change goes through here and into the one change log."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from core.model import Base, Change, Operation
from core.storage.prepared import Prepared
from core.storage.revisions import DIRECTORY, bump

UNLOGGED = frozenset({"id", "created_at", "note"})
"""Fields without history: they never change, or are kept as written in the record itself."""

DIRECTORY_RECORDS = frozenset({"companies", "people", "name_aliases", "own_words"})

FROM_THE_START = frozenset({"deals"})
"""Records whose first values are logged too: reports about the past need them without the record at hand."""

_JSON = json.JSONEncoder(ensure_ascii=False).encode

CREATED = "*"
"""The field of the log entry that says: with this the record came into being."""


@dataclass
class Ledger:
    """Writes the records of one operation (one thing somebody did) and logs each changed field.

    `known_at` is when we learnt of it; `valid_at` of a change may be earlier (an import, a late report).
    """

    session: Session
    known_at: datetime
    _operation: dict[str, Any]
    _operation_id: int = 0
    _waiting: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def begin(
        cls,
        session: Session,
        name: str,
        at: datetime,
        *,
        by_id: int | None = None,
        chat_id: int | None = None,
        message_id: int | None = None,
        part: int = 0,
    ) -> "Ledger":
        """Opens an operation; it and its changes are written by `close`, in the same transaction."""
        operation = {
            "name": name,
            "at": at,
            "by_id": by_id,
            "chat_id": chat_id,
            "message_id": message_id,
            "part": part,
            "intent": None,
        }
        return cls(session, at, operation)

    @classmethod
    def again(cls, session: Session, operation_id: int, at: datetime) -> "Ledger":
        """Goes on with an operation that is written already."""
        return cls(session, at, {}, operation_id)

    @property
    def operation_id(self) -> int:
        """The id of the operation; who asks before `close` has it written without its intent at first."""
        if not self._operation_id:
            self._operation_id = add(self.session, Operation, self._operation)
        return self._operation_id

    def create(self, record: type[Base], values: Mapping[str, Any], valid_at: datetime | None = None) -> int:
        """Writes a new record and returns its id. The log says so, and has a deal's first values."""
        record_id = add(self.session, record, values)
        self._log(record, record_id, CREATED, None, True, valid_at)
        if record.__tablename__ in FROM_THE_START:
            for name, value in values.items():
                if value is not None and name not in UNLOGGED:
                    self._log(record, record_id, name, None, value, valid_at)
        return record_id

    def change(self, record: Base, values: Mapping[str, Any], valid_at: datetime | None = None) -> bool:
        """Sets the fields of a loaded record that differ from `values`; says whether any did."""
        changed = {name: value for name, value in values.items() if getattr(record, name) != value}
        if not changed:
            return False
        for name, value in changed.items():
            self._log(type(record), _key(record), name, getattr(record, name), value, valid_at)
        put(self.session, record, changed)
        return True

    def close(self, intent: str | None = None) -> None:
        """Writes the waiting log entries in one statement, and tells the caches of names when one changed.

        `intent`: what was understood, as JSON, to be kept with the operation.
        """
        if intent is not None and self._operation_id:
            values = {"row": self._operation_id, "intent": intent}
            _update(Operation).run(self.session.connection(), values)
        elif intent is not None:
            self._operation["intent"] = intent
        operation_id = self.operation_id
        if any(entry["record"] in DIRECTORY_RECORDS for entry in self._waiting):
            bump(self.session.connection(), DIRECTORY)
        changes = [{"operation_id": operation_id, **entry} for entry in self._waiting]
        _LOG.run_many(self.session.connection(), changes)
        self._waiting = []

    def _log(
        self, record: type[Base], record_id: int, name: str, old: Any, new: Any, valid_at: datetime | None
    ) -> None:
        self._waiting.append(
            {
                "record": record.__tablename__,
                "record_id": record_id,
                "field": name,
                "old": None if old is None else encoded(old),
                "new": None if new is None else encoded(new),
                "valid_at": valid_at or self.known_at,
                "known_at": self.known_at,
            }
        )


def add(session: Session, record: type[Base], values: Mapping[str, Any]) -> int:
    """Inserts a row that has no history of its own (operations, mail, stage changes); returns its id."""
    ((record_id,),) = _insert(record).rows(session.connection(), values)
    return int(record_id)


def put(session: Session, record: Base, values: Mapping[str, Any]) -> None:
    """Updates a loaded row without logging it, and the object with it."""
    _update(type(record)).run(session.connection(), {"row": _key(record), **values})
    for name, value in values.items():
        set_committed_value(record, name, value)


def encoded(value: Any) -> str:
    """A field's value as the JSON of the change log; instants in UTC, money and dates as exact text."""
    if isinstance(value, datetime):
        value = value.astimezone(UTC).isoformat()
    elif isinstance(value, date | time):
        value = value.isoformat()
    elif isinstance(value, Decimal):
        value = str(value)
    elif isinstance(value, StrEnum):
        value = value.value
    return _JSON(value)


def decoded(record: type[Base], name: str, text: str | None) -> Any:
    """The value of a field from its JSON in the change log, in the type that the record has it in."""
    if text is None:
        return None
    value = json.loads(text)
    python_type = _table(record).c[name].type.python_type
    if python_type in (datetime, date, time):
        return python_type.fromisoformat(value)
    if python_type is Decimal:
        return Decimal(value)
    if isinstance(python_type, type) and issubclass(python_type, StrEnum):
        return python_type(value)
    return value


@cache
def _insert(record: type[Base]) -> Prepared:
    """Finds the new row's id."""
    table = _table(record)
    return Prepared(insert(table).returning(table.c.id))


@cache
def _update(record: type[Base]) -> Prepared:
    """Sets what is among the parameters in the row with the id `row`."""
    table = _table(record)
    return Prepared(update(table).where(table.c.id == bindparam("row")))


def _table(record: type[Base]) -> Table:
    table = record.__table__
    assert isinstance(table, Table)  # noqa: S101 - for the type checker: mapped classes have real tables
    return table


def _key(record: Base) -> int:
    return int(getattr(record, "id"))  # noqa: B009 - the base class has no id, each record with a history has


_LOG = Prepared(insert(_table(Change)))
