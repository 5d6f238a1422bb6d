"""A database with records is brought up from every earlier schema whole, or stays as it was."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, Table, create_engine, event, insert, select, text

from core.storage.database import Database
from core.storage.schema import is_current, migrate, newest_revision, revision_of

EXTRA: dict[str, dict[str, Any]] = {
    "name_aliases": {"company_id": 1},
    "targets": {"team_id": 1},
    "expenses": {"metres": 5},
    "people": {"phone": "+370 612 34567"},
}
"""Values besides those that a table cannot do without, which its constraints want."""

DATES = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 2, 1)}
PLAIN: dict[type, Any] = {
    str: "ž",
    int: 1,
    float: 0.5,
    bool: True,
    datetime: datetime(2026, 11, 24, 8, 15),  # noqa: DTZ001 - as the database has it
    date: date(2026, 11, 24),
    time: time(10, 0),
}
RELEASED = "20261123"
"""The first schema."""


def earlier() -> list[str]:
    config = Config()
    config.set_main_option("script_location", "migrations:")
    found = [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()]
    return sorted(found)[:-1]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any schema, of each kind."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path}/records.sqlite3")
        yield database
        database.close()
        return
    server = request.getfixturevalue("postgresql_server")
    name = f"piltuvelis_bare_{os.getpid()}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        database = Database(server.set(database=name))
        yield database
        database.close()
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


def fill(database: Database) -> None:
    """Puts a row into every table, as the schema of that day has them."""
    with database.writing() as session:
        connection = session.connection()
        for table in reflected(connection):
            connection.execute(insert(table).values(values_of(table)))


def reflected(connection: Connection) -> list[Table]:
    tables = MetaData()
    tables.reflect(connection)
    return [table for table in tables.sorted_tables if table.name != "alembic_version"]


def values_of(table: Table) -> dict[str, Any]:
    needed = (column for column in table.columns if not column.nullable and column.computed is None)
    return {column.name: value_of(column) for column in needed} | EXTRA.get(table.name, {})


def value_of(column: "Column[Any]") -> Any:
    return 1 if column.foreign_keys else DATES.get(column.name, PLAIN[column.type.python_type])


def contents(database: Database) -> dict[str, list[dict[str, Any]]]:
    """All rows by their table."""
    with database.reading() as session:
        connection = session.connection()
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in reflected(connection)
        }


def state(database: Database) -> tuple[Any, Any, Any]:
    """The revision, all tables with their columns and indexes, and all rows."""
    with database.reading() as session:
        tables = reflected(session.connection())
        shape = {
            table.name: (
                [str(column) for column in table.columns],
                sorted(str(index.name) for index in table.indexes),
            )
            for table in tables
        }
        return revision_of(session.connection()), shape, contents(database)


KINDS = [("sqlite", each) for each in earlier()] + [("postgresql", RELEASED), ("postgresql", earlier()[-1])]


@pytest.mark.parametrize(("empty", "revision"), KINDS, indirect=["empty"])
def test_every_row_of_every_earlier_schema_is_there_afterwards(empty: Database, revision: str) -> None:
    migrate(empty, revision)
    fill(empty)
    before = contents(empty)
    migrate(empty)
    after = contents(empty)
    assert is_current(empty)
    for name, rows in before.items():
        pairs = zip(rows, after[name], strict=True)
        assert [{column: new.get(column, old[column]) for column in old} for old, new in pairs] == rows, name


def test_a_migration_that_fails_anywhere_changes_nothing_and_can_be_repeated(empty: Database) -> None:
    migrate(empty, RELEASED)
    fill(empty)
    before, told = state(empty), 0
    for fails_at in (2, 9, 20, 35):
        told = 0

        def counted(*_arguments: Any, fails_at: int = fails_at) -> None:
            nonlocal told
            told += 1
            if told == fails_at:
                raise OSError("the disk is gone")

        event.listen(empty.engine, "before_cursor_execute", counted)
        with pytest.raises(OSError, match="disk"):
            migrate(empty)
        event.remove(empty.engine, "before_cursor_execute", counted)
        assert state(empty) == before
    migrate(empty)
    assert is_current(empty)


KILLED = """
import os, signal, sys
from sqlalchemy import event
from core.storage.database import Database
from core.storage.schema import migrate
database, told = Database(sys.argv[1]), []
def counted(*_arguments):
    told.append(1)
    if len(told) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(database.engine, "before_cursor_execute", counted)
migrate(database)
"""


@pytest.mark.parametrize("killed_at", [15, 45])
def test_a_process_that_is_killed_while_it_migrates_leaves_the_database_as_it_was(
    tmp_path: Path, killed_at: int
) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite3"
    database = Database(url)
    migrate(database, RELEASED)
    fill(database)
    before = state(database)
    database.close()
    process = subprocess.run([sys.executable, "-c", KILLED, url, str(killed_at)], check=False)
    assert process.returncode == -signal.SIGKILL
    database = Database(url)
    assert state(database) == before
    with database.reading() as session:
        assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    migrate(database)
    assert is_current(database)
    assert before[0] == RELEASED != newest_revision()
    database.close()
