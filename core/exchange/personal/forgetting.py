"""Making the database itself forget what was deleted: its file holds no remains afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from core.storage.database import Database

TABLES = (
    *("people", "members", "name_aliases", "own_words", "contacts", "next_steps", "deals", "deal_comments"),
    *("attachments", "visits", "companies", "invites", "operations", "changes", "inbox", "outbox"),
    *("held_notices", "digests", "member_routines", "chats"),
)


class NotForgotten(Exception):
    """Others work with the database, so that remains of what was deleted stay in its file for now."""


@contextmanager
def forgetting(database: Database) -> Iterator[Session]:
    """A transaction after which nothing of what it deletes and overwrites is in the database's files.

    SQLite: deleted pages are overwritten, the file is written anew and the log of writes is emptied.
    PostgreSQL: the tables are written anew; its own log of writes and replicas are the server's matter.
    Raises NotForgotten once the transaction is committed, where that could not be done now.
    """
    with database.writing() as session:
        yield session
    try:
        compact(database)
    except DBAPIError as error:
        raise NotForgotten() from error


def compact(database: Database) -> None:
    """Writes the tables anew, without what was deleted. Raises NotForgotten and DBAPIError."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not database.is_sqlite:
            for name in TABLES:
                connection.execute(text(f"VACUUM (FULL) {name}"))
            return
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        connection.exec_driver_sql("VACUUM")
        is_busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if is_busy:
        raise NotForgotten()
