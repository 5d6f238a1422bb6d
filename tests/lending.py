"""PostgreSQL databases that tests borrow: emptied when they come back, as making one takes far longer."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from sqlalchemy import Column, Connection, MetaData, String, Table, create_engine, select, text
from sqlalchemy.engine import URL

from core.model import Base
from core.storage.database import Database
from core.storage.schema import migrate

PATIENCE_S = 30
"""How long a cut connection may take to be gone."""

CATALOGUES = ("pg_namespace", "pg_class", "pg_attribute", "pg_constraint", "pg_trigger", "pg_proc", "pg_type")
"""Whatever changes a schema adds, removes or rewrites a row of one of these."""

REVISION = Table("alembic_version", MetaData(), Column("version_num", String))

TABLES = (REVISION, *Base.metadata.sorted_tables)
"""Each after those that its rows refer to."""

UNCHECKED = text(
    "SELECT set_config('session_replication_role', 'replica', false)"
    " FROM pg_roles WHERE rolname = current_user AND rolsuper"
)
"""Where the role may, thousands of rows go without a look for each at who refers to it."""

_numbers = count(1)


class Lending:
    """The databases of one server.

    One comes back under another name, so that what outlives its test never writes into the next one's; a
    test that changed the schema has had its database for itself, and another is made.
    """

    def __init__(self, server: URL) -> None:
        self._server = server
        self._engine = create_engine(server, isolation_level="AUTOCOMMIT")
        self._free: list[str] = []
        self._template = self._create("")
        database = Database(server.set(database=self._template))
        migrate(database)
        database.close()
        with self._connected(self._template) as connection:
            self._schema = _schema_of(connection)
            self._first_rows = {table: _rows_of(connection, table) for table in _filled(connection)}

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The URL of a migrated database without records."""
        name = self._free.pop() if self._free else self._create(f"TEMPLATE {self._template}")
        yield self._server.set(database=name).render_as_string(hide_password=False)
        self._cut(name)
        emptied = _next_name()
        self._command(f"ALTER DATABASE {name} RENAME TO {emptied}")
        if self._is_emptied(emptied):
            self._free.append(emptied)
        else:
            self._drop(emptied)

    def close(self) -> None:
        """Drops all that nobody has borrowed."""
        for name in (*self._free, self._template):
            self._drop(name)
        self._engine.dispose()

    def _is_emptied(self, name: str) -> bool:
        """Whether it could be made as it was at first."""
        with self._connected(name) as connection:
            if _schema_of(connection) != self._schema:
                return False
            _empty(connection)
            for table, rows in self._first_rows.items():
                connection.execute(table.insert(), rows)
        return True

    def _cut(self, name: str) -> None:
        """Ends all connections to it, and waits till they are gone, as it gets no new name before."""
        cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
        until = time.monotonic() + PATIENCE_S
        with self._engine.connect() as connection:
            while connection.execute(cut, {"name": name}).all():
                assert time.monotonic() < until, f"connections to {name} stay open"
                time.sleep(0.001)

    def _create(self, how: str) -> str:
        name = _next_name()
        self._command(f"CREATE DATABASE {name} {how} STRATEGY FILE_COPY")
        return name

    def _drop(self, name: str) -> None:
        self._command(f"DROP DATABASE {name} WITH (FORCE)")

    def _command(self, sql: str) -> None:
        with self._engine.connect() as connection:
            connection.execute(text(sql))

    @contextmanager
    def _connected(self, name: str) -> Iterator[Connection]:
        engine = create_engine(self._server.set(database=name), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            yield connection
        engine.dispose()


def _next_name() -> str:
    return f"piltuvelis_test_{os.getpid()}_{next(_numbers)}"


def _schema_of(connection: Connection) -> tuple[Any, ...]:
    """A print of the whole schema, other for any two different ones."""
    prints = (f"(SELECT (count(*), sum(xmin::text::bigint))::text FROM {name})" for name in CATALOGUES)
    return tuple(connection.execute(text(f"SELECT {', '.join(prints)}")).one())


def _filled(connection: Connection) -> list[Table]:
    """The tables with rows, each after those that its rows refer to."""
    any_row = (f"EXISTS (SELECT FROM {table.name})" for table in TABLES)
    found = connection.execute(text(f"SELECT {', '.join(any_row)}")).one()
    return [table for table, has_rows in zip(TABLES, found, strict=True) if has_rows]


def _rows_of(connection: Connection, table: Table) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _empty(connection: Connection) -> None:
    """Leaves no row, and no place where there was one: new rows lie in the order of their writing, and are
    counted from 1."""
    connection.execute(UNCHECKED)
    filled = [table.name for table in reversed(_filled(connection))]
    connection.execute(text(";".join(f"DELETE FROM {name}" for name in filled)))
    connection.execute(text(f"VACUUM (INDEX_CLEANUP ON, TRUNCATE ON) {', '.join(filled)}"))
    connection.execute(
        text(
            "SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence"
            " WHERE pg_sequence_last_value(seqrelid) IS NOT NULL"
        )
    )
