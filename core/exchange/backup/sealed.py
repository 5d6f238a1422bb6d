"""What a backup is: an SQLite database that says which program made it, when, and how many rows it holds."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Select, column, create_engine, func, inspect, select, table, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

APPLICATION_ID = 0x50544C56
"""What SQLite's header says of a backup; a database in use says 0."""

MAGIC = b"SQLite format 3\0"
ID_AT = slice(68, 72)
HEADER_BYTES = 100

MADE = "backup_made"
ROWS = "backup_rows"
OURS = (MADE, ROWS)

_MADE = table(MADE, column("at"), column("revision"))
_ROWS = table(ROWS, column("name"), column("number"))


class BackupRefused(Exception):
    """Nothing was changed. The text says why and what next."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: as of which instant, its schema's revision, and the rows of each table."""

    made_at: datetime
    schema: str
    rows: Mapping[str, int]


def is_backup(path: Path) -> bool:
    """Whether the file says of itself that it is a backup of ours. Raises OSError where it can't be read."""
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    return header.startswith(MAGIC) and int.from_bytes(header[ID_AT]) == APPLICATION_ID


@contextmanager
def opened(path: Path, mode: str = "rw") -> Iterator[Connection]:
    """A database file as it is, without our habits of keeping a log beside it; `mode`: `ro` or `rw`."""
    place = f"file:{quote(str(path.resolve()))}?mode={mode}"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(place, uri=True),
        poolclass=NullPool,
        hide_parameters=True,
    )
    with engine.begin() as connection:
        yield connection


def counts_of(connection: Connection) -> dict[str, int]:
    """How many rows each table has, what a backup says of itself apart."""
    names = sorted(set(inspect(connection).get_table_names()) - set(OURS))
    return {name: connection.execute(_count(name)).scalar_one() for name in names}


def seal(connection: Connection, schema: str, made_at: datetime, rows: Mapping[str, int]) -> None:
    """Writes into a draft what it is to hold, so that it can be told whole later."""
    connection.execute(text(f"CREATE TABLE {MADE} (at TEXT NOT NULL, revision TEXT NOT NULL)"))
    connection.execute(text(f"CREATE TABLE {ROWS} (name TEXT PRIMARY KEY, number INTEGER NOT NULL)"))
    connection.execute(_MADE.insert(), {"at": made_at.astimezone(UTC).isoformat(), "revision": schema})
    connection.execute(_ROWS.insert(), [{"name": name, "number": count} for name, count in rows.items()])
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


def unseal(connection: Connection) -> None:
    """Makes a backup an ordinary database again."""
    for name in OURS:
        connection.execute(text(f"DROP TABLE {name}"))
    connection.execute(text("PRAGMA application_id = 0"))


def contents_of(path: Path) -> Contents:
    """What a backup holds, after every page was read and every row counted.

    Raises BackupRefused for what is no backup of ours, is damaged, or does not hold what it says.
    """
    try:
        if not is_backup(path):
            raise BackupRefused(
                f"{path} is no backup of Piltuvėlis: name a file that `piltuvelis backup` has written."
            )
        return checked(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BackupRefused(f"{path} could not be read: {reason}; name another file.") from None
    except Unsound as error:
        raise BackupRefused(f"{path} is damaged ({error}): take an earlier backup.") from None


def checked(path: Path) -> Contents:
    """What a sealed file holds. Raises Unsound where it is damaged or does not hold what it says."""
    try:
        with opened(path, "ro") as connection:
            check_sound(connection)
            return _counted(connection)
    except DatabaseError as error:
        raise Unsound(str(error.orig)) from None


class Unsound(Exception):
    """A database that is damaged; the text says how."""


def check_sound(connection: Connection) -> None:
    """Reads every page and every reference. Raises Unsound."""
    found = connection.execute(text("PRAGMA integrity_check(1)")).scalar_one()
    if found != "ok":
        raise Unsound(str(found).replace("\n", " "))
    dangling = connection.execute(text("PRAGMA foreign_key_check")).first()
    if dangling is not None:
        raise Unsound(f"a record in {dangling[0]} refers to a missing one")


def _counted(connection: Connection) -> Contents:
    at, revision = connection.execute(_MADE.select()).one()
    rows: dict[str, int] = {found.name: found.number for found in connection.execute(_ROWS.select())}
    if (held := counts_of(connection)) != rows:
        differ = sorted(name for name in rows.keys() | held if rows.get(name) != held.get(name))
        raise Unsound(f"it does not hold all rows of {', '.join(differ)}")
    return Contents(datetime.fromisoformat(at), revision, rows)


def _count(name: str) -> Select[tuple[int]]:
    return select(func.count()).select_from(table(name))
