"""Long work in short transactions, so that others who write get their turn in between."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from core.storage.database import Database

LONGEST_S = 0.5
"""After this a transaction begins nothing more; with what it has begun it stays well under a second."""

PAUSE_S = 0.12
"""Between transactions. SQLite wakes nobody who waits: they look again after 0.1 s at the latest."""

PATIENCE_S = 300
"""How long an import waits for its turn; nobody waits for its answer, as they do for the bot's."""


class NoTurn(Exception):
    """Others have been writing all the time. The text says so, and what next."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One transaction's time."""

    begun: float = field(default_factory=time.monotonic)

    @property
    def is_over(self) -> bool:
        return time.monotonic() - self.begun > LONGEST_S


@contextmanager
def a_turn(database: Database, waiting: Callable[[], None]) -> Iterator[Session]:
    """A transaction that may write, begun when the others let us; calls `waiting` now and then meanwhile.

    A slow disk, a backup, another import: none of them is a reason to give up what has been read and merged.
    Raises NoTurn.
    """
    with ExitStack() as stack:
        yield _begun(stack, database, waiting)


def _begun(stack: ExitStack, database: Database, waiting: Callable[[], None]) -> Session:
    given_up = time.monotonic() + PATIENCE_S
    while True:
        try:
            return stack.enter_context(database.writing())
        except OperationalError as error:
            if not (database.is_sqlite and "locked" in str(error.orig)):
                raise
            if time.monotonic() > given_up:
                raise NoTurn(
                    f"Others have been writing to the database for {PATIENCE_S // 60} minutes without a "
                    "break; try again later."
                ) from None
            waiting()


def let_others(database: Database) -> None:
    """Waits until somebody else who wants to write has begun; PostgreSQL lets them beside us anyway."""
    if database.is_sqlite:
        time.sleep(PAUSE_S)
