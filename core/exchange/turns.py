"""Long work in short transactions, so that others who write get their turn in between."""

import time
from dataclasses import dataclass, field

from core.storage.database import Database

LONGEST_S = 0.5
"""After this a transaction begins nothing more; with what it has begun it stays well under a second."""

PAUSE_S = 0.12
"""Between transactions. SQLite wakes nobody who waits: they look again after 0.1 s at the latest."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One transaction's time."""

    begun: float = field(default_factory=time.monotonic)

    @property
    def is_over(self) -> bool:
        return time.monotonic() - self.begun > LONGEST_S


def let_others(database: Database) -> None:
    """Waits until somebody else who wants to write has begun; PostgreSQL lets them beside us anyway."""
    if database.is_sqlite:
        time.sleep(PAUSE_S)
