"""One bot on an embedded database: a lock that the operating system releases when its process ends."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from bot.cli.failure import Failure
from bot.cli.options import sqlite_file
from core.storage.database import Database

ENDING = ".lock"


class Taken(Failure):
    """Another bot works on the database."""


@contextmanager
def only_bot_on(database_url: str) -> Iterator[None]:
    """Holds the database for this bot while the block lasts; raises Taken where another bot has it.

    Two bots on one file would each send what the other has sent. The other commands do not ask for the lock:
    they work beside a running bot. PostgreSQL takes several processes, and a database in memory is nobody
    else's.
    """
    file = sqlite_file(Database(database_url))
    if file is None:
        yield
        return
    file = file.resolve()  # a link to it is the same database
    lock = FileLock(file.with_name(file.name + ENDING), timeout=0)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise Taken(
            f"Another bot is running on the database {file}: stop it first, or use PostgreSQL, "
            "which takes several."
        ) from error
    except OSError as error:
        raise Failure(
            f"The database {file} cannot be locked ({error.strerror or error}): "
            "check the rights of its folder, or name another with --database."
        ) from error
    try:
        yield
    finally:
        lock.release()
