"""Merging what was set aside, in transactions so short that messages still get their answer in between."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from sqlalchemy.orm import Session

from core.exchange.bulk import Bulk
from core.exchange.journal import Journal
from core.exchange.outcome import Outcome
from core.exchange.progress import Progress
from core.exchange.rows import AnyRow
from core.exchange.staging import Staging
from core.exchange.taking_back import take_back
from core.exchange.turns import Turn, a_turn, let_others
from core.model import Operation
from core.storage.database import Database
from core.storage.ledger import add


class Merge(Protocol):
    """Takes the rows of one kind, a step at a time, and then says what only all of them tell."""

    def merge(self, rows: Sequence[Any]) -> None: ...

    def finish(self) -> None: ...


class _OnlyTried(Exception):
    """Ends a transaction of which nothing is to stay."""


@dataclass
class Merging:
    """One import on its way into the database. `begin` makes what takes its rows."""

    database: Database
    staging: Staging
    begin: Callable[[Bulk], Merge]
    outcome: Outcome
    now: datetime
    progress: Progress
    _journal: Journal = field(default_factory=Journal)
    _operation_id: int | None = None

    def write(self) -> None:
        """Takes all rows in, some in each transaction. When one fails, the earlier ones are taken back."""
        bulk, merge = self._begun(self.database)
        steps = _Steps(self.staging)
        try:
            while not steps.are_over:
                self._write_some(bulk, merge, steps)
                if not steps.are_over:
                    let_others(self.database)
        except BaseException:
            if self._operation_id is not None:
                take_back(self.database, self._journal, self._operation_id)
            raise
        finally:
            self._journal.close()
        merge.finish()

    def try_out(self) -> None:
        """Does the same and leaves nothing of it; an embedded database is copied, so that nobody waits."""
        with _copy_of(self.database) as database, suppress(_OnlyTried):
            bulk, merge = self._begun(database)
            with database.writing() as session:
                self._join(bulk, session)
                for rows in self.staging.steps():
                    merge.merge(rows)
                    self._journal.forget()
                merge.finish()
                raise _OnlyTried
        self._journal.close()

    def _begun(self, database: Database) -> tuple[Bulk, Merge]:
        with database.reading() as session:
            bulk = Bulk(session.connection(), self.now, self._journal)
            return bulk, self.begin(bulk)

    def _write_some(self, bulk: Bulk, merge: Merge, steps: "_Steps") -> None:
        """One transaction; nothing of it stays as long as the file says nothing new."""
        with suppress(_OnlyTried), a_turn(self.database, lambda: self._say(steps)) as session:
            self._join(bulk, session)
            turn = Turn()
            while not (steps.are_over or turn.is_over):
                merge.merge(steps.take())
                self._say(steps)
            bulk.close()
            if not self.outcome.changes:
                raise _OnlyTried
        if self.outcome.changes:
            self._operation_id = bulk.operation_id
            self._journal.keep()

    def _say(self, steps: "_Steps") -> None:
        self.progress("Writing", steps.done, self.staging.count)

    def _join(self, bulk: Bulk, session: Session) -> None:
        bulk.connection = session.connection()
        operation = {"name": "import", "at": self.now, "part": 0}
        bulk.operation_id = self._operation_id or add(session, Operation, operation)


class _Steps:
    """The rows that were set aside; it is known beforehand whether there are more."""

    def __init__(self, staging: Staging) -> None:
        self._steps = staging.steps()
        self._next = next(self._steps, None)
        self.done = 0

    @property
    def are_over(self) -> bool:
        return self._next is None

    def take(self) -> Sequence[AnyRow]:
        taken, self._next = self._next or (), next(self._steps, None)
        self.done += len(taken)
        return taken


@contextmanager
def _copy_of(database: Database) -> Iterator[Database]:
    """A copy of an embedded database; a server's is itself, where one who tries stands in nobody's way."""
    if not database.is_sqlite:
        yield database
        return
    with TemporaryDirectory() as folder:
        copy = Database(f"sqlite:///{Path(folder) / 'copy.sqlite3'}")
        try:
            with database.engine.connect() as source, copy.engine.connect() as target:
                ours: Any = source.connection.driver_connection
                ours.backup(target.connection.driver_connection)
            yield copy
        finally:
            copy.close()
