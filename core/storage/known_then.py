"""What fields of records were known to be before a moment: what they are now, with the changes since then
taken back by the change log."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, Select, cast, func, select
from sqlalchemy.orm import Session

from core.model import Base, Change
from core.storage.ledger import CREATED, decoded


def fields_then(session: Session, record: type[Base], field: str, before: datetime | None) -> dict[int, Any]:
    """The values of a field of all records of a small kind as they were known before an instant."""
    columns = record.__table__.c
    now = {row[0]: row[1] for row in session.execute(select(columns["id"], columns[field]))}
    if before is not None:
        for key, values in changed_since(session, record, (field,), before).items():
            now[key] = values[field]
    return now


def set_then(session: Session, record: type[Base], field: str, before: datetime | None) -> dict[int, Any]:
    """As `fields_then`, of those records alone in which the field had a value: few of many."""
    columns = record.__table__.c
    query = select(columns["id"], columns[field]).where(columns[field].is_not(None))
    now = {row[0]: row[1] for row in session.execute(query)}
    if before is not None:
        for key, values in changed_since(session, record, (field,), before).items():
            now[key] = values[field]
    return {key: value for key, value in now.items() if value is not None}


def changed_since(
    session: Session, record: type[Base], fields: Iterable[str], before: datetime
) -> Mapping[int, Mapping[str, Any]]:
    """The values just before an instant of what has changed since then, by record and field."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for record_id, name, old in session.execute(changes_since(record, fields, before)):
        if name not in found[record_id]:
            found[record_id][name] = None if name == CREATED else decoded(record, name, old)
    return found


def changes_since(record: type[Base], fields: Iterable[str], before: datetime) -> Select[Any]:
    """The changes since then, oldest first: the first of each field says what it was."""
    return (
        select(Change.record_id, Change.field, Change.old)
        .where(Change.record == record.__tablename__, Change.field.in_(tuple(fields)))
        .where(Change.known_at >= before)
        .order_by(Change.known_at, Change.id)
    )


def names_of(session: Session, columns: Sequence[Any]) -> dict[int, Any]:
    """The second of two columns by the first, of all records."""
    return {row[0]: row[1] for row in session.execute(select(*columns))}


def seconds(session: Session, column: Any) -> ColumnElement[Any]:
    """An instant as seconds since 1970, by the database itself: much faster than a datetime each."""
    if session.get_bind().dialect.name == "sqlite":
        return cast(func.strftime("%s", column), Integer)
    return cast(func.extract("epoch", column), Float)
