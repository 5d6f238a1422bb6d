"""Restoring a backup: what was there stays until the restored database has been found whole."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from core.exchange.backup.copying import DoesNotFit, copy_all
from core.exchange.backup.making import tidied
from core.exchange.backup.sealed import (
    BackupRefused,
    Contents,
    Unsound,
    check_sound,
    contents_of,
    counts_of,
    opened,
    unseal,
)
from core.exchange.export import draft
from core.exchange.progress import Progress, silent
from core.storage.database import Database
from core.storage.schema import check_known, migrate, migrate_within, revision_of

OF_SETUP = {"alembic_version", "revisions", "pipelines", "stages", "teams", "invites"}
"""What `piltuvelis setup` writes: a database with nothing else is empty."""

IN_USE = "The database is in use: stop the bot and every command that works on it, then restore."


def restore(
    path: Path, database: Database, *, replace: bool = False, progress: Progress = silent
) -> Contents:
    """Makes the database what the backup at `path` holds, brought to today's schema; returns what it holds.

    All or nothing: until the restored database has been read and counted, what was there is there. The caller
    sees to it that no bot works on an embedded database. Raises BackupRefused for what is no sound backup,
    for a database in use, and for one with records in it unless `replace`; SchemaTooNew for a backup of a
    newer program.
    """
    contents = contents_of(path)
    check_known(contents.schema)
    put = _replace_file if database.is_sqlite else _replace_rows
    try:
        put(path.resolve(), database, replace, progress)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BackupRefused(f"The database could not be written: {reason}; nothing was changed.") from None
    except (Unsound, DoesNotFit) as error:
        raise BackupRefused(
            f"The backup cannot be restored here ({error}): correct that where it comes from, "
            "then back up again; nothing was changed."
        ) from None
    return contents


def _refuse_records(counts: dict[str, int], replace: bool) -> None:
    held = sum(count for name, count in counts.items() if name not in OF_SETUP)
    if held and not replace:
        raise BackupRefused(
            f"The database has {held:,} records already: back it up, then restore with --yes to replace them."
        )


@contextmanager
def _unpacked(path: Path, part: Path) -> Iterator[Database]:
    """A backup as a database of today's schema, in a file of its own."""
    shutil.copyfile(path, part)
    with opened(part) as connection:
        unseal(connection)
    unpacked = Database(URL.create("sqlite", database=str(part)))
    try:
        migrate(unpacked)
        yield unpacked
    finally:
        unpacked.close()


def _replace_file(path: Path, database: Database, replace: bool, progress: Progress) -> None:
    target = Path(database.url.database or "").resolve()
    if target.exists():
        if target.samefile(path):
            raise BackupRefused(f"{path} is the database itself: name a backup.")
        _refuse_records(_counts_in(target), replace)
    target.parent.mkdir(parents=True, exist_ok=True)
    with draft(target) as part, tidied(part):
        progress("Restoring", 0, 2)
        with _unpacked(path, part):
            pass
        progress("Restoring", 1, 2)
        with opened(part) as connection:
            connection.execute(text("PRAGMA journal_mode = DELETE"))
            check_sound(connection)
        if target.exists():
            _set_aside(target)


def _counts_in(target: Path) -> dict[str, int]:
    """How many rows each table has; a file that can't be read counts as one record, since it may be saved."""
    try:
        with opened(target) as connection:
            return counts_of(connection)
    except DatabaseError:
        return {str(target): 1}


def _set_aside(target: Path) -> None:
    """Leaves no log beside the old file that SQLite would take for the new one's. Raises BackupRefused."""
    try:
        with opened(target) as connection:
            connection.execute(text("PRAGMA journal_mode = DELETE"))
    except OperationalError:
        raise BackupRefused(IN_USE) from None
    except DatabaseError:  # damaged, which is why it is replaced
        for ending in ("-wal", "-shm", "-journal"):
            target.with_name(target.name + ending).unlink(missing_ok=True)


def _replace_rows(path: Path, database: Database, replace: bool, progress: Progress) -> None:
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "unpacked.sqlite3"
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with _unpacked(path, part) as unpacked, unpacked.reading() as source, database.writing() as target:
            _refuse_company(target)
            connection = target.connection()
            check_known(revision_of(connection))
            _refuse_records(counts_of(connection), replace)
            migrate_within(target)
            counts = counts_of(source.connection())
            copy_all(source.connection(), connection, counts, progress)
            if counts_of(connection) != counts:
                raise Unsound("rows are missing")


def _refuse_company(session: Session) -> None:
    """Raises BackupRefused where somebody else is connected, as each running bot is."""
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND usename IS NOT NULL"
    )
    if session.connection().execute(others).scalar_one():
        raise BackupRefused(IN_USE)
