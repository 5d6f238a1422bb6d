"""How long work goes on beside others, in tests where nobody else works."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from core.storage.database import Database
from tests.builders import NOW

T = TypeVar("T")


class Plain:
    """Turns without anybody else; `meanwhile` happens once, after so many steps."""

    def __init__(
        self,
        database: Database,
        now: datetime = NOW,
        meanwhile: Callable[[], None] = lambda: None,
        steps: int = 0,
    ) -> None:
        self.database, self.moment = database, now
        self._left, self._meanwhile = steps, meanwhile

    def now(self) -> datetime:
        return self.moment

    def reading(self) -> AbstractContextManager[Session]:
        return self.database.reading()

    def write(self, step: Callable[[Session], T]) -> T:
        with self.database.writing() as session:
            found = step(session)
        self._left -= 1
        if self._left == 0:
            self._meanwhile()
        return found

    def rest(self) -> None:
        return None
