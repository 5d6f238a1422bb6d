"""One database, embedded or PostgreSQL: where connections come from and how a transaction begins."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 10_000


class Database:
    """An engine with the transaction habits of this product.

    SQLite: write-ahead log, foreign keys on, synchronous=FULL (a commit survives a power cut), and writers
    begin with BEGIN IMMEDIATE, since a transaction that reads first and writes later fails when another one
    wrote in between. PostgreSQL: its defaults. Errors never quote values: they may be customers' names.
    """

    def __init__(self, url: str | URL) -> None:
        self.url = _with_driver(make_url(url))
        self.engine = create_engine(self.url, pool_pre_ping=not self.is_sqlite, hide_parameters=True)
        if self.is_sqlite:
            event.listen(self.engine, "do_connect", self._make_folder)
            event.listen(self.engine, "connect", _configure_sqlite)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that may write: committed at the end, rolled back whole by any exception."""
        with self._session("BEGIN IMMEDIATE") as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one consistent state and changes nothing."""
        with self._session("BEGIN") as session:
            yield session

    def close(self) -> None:
        self.engine.dispose()

    def _make_folder(self, *_connecting: Any) -> None:
        """Only now: whoever looks at an address without connecting leaves nothing behind."""
        if self.url.database:
            with suppress(OSError):  # SQLite says then that it cannot open the file
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def _session(self, begin: str) -> Iterator[Session]:
        with Session(self.engine, autoflush=False, expire_on_commit=False) as session, session.begin():
            if self.is_sqlite:  # said here, as a listener for it would slow every statement down
                session.connection().exec_driver_sql(begin)
            yield session


def _with_driver(url: URL) -> URL:
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _configure_sqlite(connection: Any, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver must not begin transactions behind our back
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",  # on disk, what a savepoint may have to put back costs more than the commit
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
