"""How a long work goes on beside others."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")


class Turns(Protocol):
    """What it reads, what it writes in short steps, when it rests."""

    def now(self) -> datetime:
        """The moment, aware, UTC."""

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that sees one state, beside those that write."""

    def write(self, step: Callable[[Session], T]) -> T:
        """Does one step in a transaction of its own."""

    def rest(self) -> None:
        """Lets others have their turn; raises what ends the work."""
