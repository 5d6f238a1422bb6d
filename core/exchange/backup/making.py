"""Making a backup: the database as it is at one moment, while others go on writing to it."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from core.exchange.backup.copying import copy_all
from core.exchange.backup.sealed import (
    BackupRefused,
    Contents,
    Unsound,
    checked,
    counts_of,
    is_backup,
    opened,
    seal,
)
from core.exchange.export import draft, one_state
from core.exchange.progress import Progress, silent
from core.storage.database import Database
from core.storage.schema import check_known, migrate, revision_of

STEP_PAGES = 256
PAUSE_S = 0.002
"""After each mebibyte, so that the disk is never ours alone."""


def back_up(database: Database, path: Path, now: datetime, progress: Progress = silent) -> Contents:
    """Writes the whole database, as it is at one moment, into `path`; returns what that holds.

    Nobody has to wait: SQLite is copied page by page from a snapshot, PostgreSQL row by row from one.
    What was at `path` is replaced when the new backup has been read back and found whole, not before; a file
    that is no backup never is. Only its owner can read it. Raises BackupRefused, SchemaTooNew and DBAPIError.
    """
    _check_place(path)
    try:
        with draft(path.resolve()) as part, tidied(part):
            _write(database, part, now, progress)
            return checked(part)
    except Unsound as error:
        raise BackupRefused(f"The database is damaged ({error}): restore an earlier backup.") from None
    except OSError as error:
        raise BackupRefused(_unwritten(path, error.strerror or str(error))) from None
    except (sqlite3.OperationalError, OperationalError) as error:
        if not _is_about_the_disk(error):
            raise
        raise BackupRefused(_unwritten(path, str(getattr(error, "orig", error)))) from None


def _check_place(path: Path) -> None:
    try:
        if path.exists() and not is_backup(path):
            raise BackupRefused(f"{path} is there and is no backup: name another file.")
    except OSError as error:
        raise BackupRefused(_unwritten(path, error.strerror or str(error))) from None


def _unwritten(path: Path, reason: str) -> str:
    return f"{path} could not be written: {reason}; name another file."


def _is_about_the_disk(error: Exception) -> bool:
    return any(word in str(error) for word in ("disk", "readonly", "unable to open"))


@contextmanager
def tidied(part: Path) -> Iterator[None]:
    """An empty file that only its owner can read; what SQLite keeps beside it is gone at the end."""
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield
    finally:
        for ending in ("-wal", "-shm", "-journal"):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _write(database: Database, part: Path, now: datetime, progress: Progress) -> None:
    with one_state(database) as session:
        revision = revision_of(session.connection())
        if revision is None:
            raise BackupRefused("There is no database of Piltuvėlis yet: `piltuvelis setup` creates it.")
        check_known(revision)
        counts = counts_of(session.connection())
        if database.is_sqlite:
            _copy_pages(session, part, progress)
        else:
            _copy_rows(session, part, revision, counts, progress)
    with opened(part) as connection:
        seal(connection, revision, now, counts)


def _copy_pages(session: Session, part: Path, progress: Progress) -> None:
    """The snapshot that `session` has begun to read: no writer waits for it, and none makes it begin anew."""
    source: Any = session.connection().connection.driver_connection

    def step(_status: int, remaining: int, total: int) -> None:
        progress("Copying", total - remaining, total)
        time.sleep(PAUSE_S)

    target = sqlite3.connect(part)
    try:
        source.backup(target, pages=STEP_PAGES, progress=step)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def _copy_rows(
    session: Session, part: Path, revision: str, counts: dict[str, int], progress: Progress
) -> None:
    target = Database(URL.create("sqlite", database=str(part)))
    try:
        migrate(target, revision)
        with target.writing() as into:
            copy_all(session.connection(), into.connection(), counts, progress)
    finally:
        target.close()
    with sqlite3.connect(part) as file:
        file.execute("PRAGMA journal_mode = DELETE")
    file.close()
