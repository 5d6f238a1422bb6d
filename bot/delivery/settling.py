"""Writing down what became of letters, several in one transaction."""

import asyncio
import logging
from functools import partial

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.logs import Trouble
from bot.threads import DatabaseThreads
from core.storage import outbox
from core.storage.outbox import Result

log = logging.getLogger(__name__)

WITHIN_S = 0.02
RETRY_S = (0.2, 5.0)


class Settling:
    """Collects results for a moment, so that they share a transaction with each other or with what comes in.

    A result is written as soon as the database takes it, however long that lasts.
    """

    def __init__(self, threads: DatabaseThreads, clock: Clock) -> None:
        self._threads = threads
        self._clock = clock
        self._results: list[Result] = []
        self._futures: list[asyncio.Future[None]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._writing: set[asyncio.Future[None]] = set()
        self._trouble = Trouble(log, "outbox")
        self._failures = 0

    def settle(self, result: Result) -> "asyncio.Future[None]":
        """The future ends when the result is committed."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()
        self._results.append(result)
        self._futures.append(future)
        if self._timer is None:
            self._timer = loop.call_later(WITHIN_S, self.flush)
        return future

    def flush(self) -> None:
        """Writes what was collected with the next transaction."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._results:
            return
        results, self._results = self._results, []
        futures, self._futures = self._futures, []
        self._write(results, futures)

    async def stop(self) -> None:
        """Writes what was collected and returns when it is committed, or refused for the moment."""
        self.flush()
        if self._writing:
            await asyncio.wait(self._writing)

    def _write(self, results: list[Result], futures: "list[asyncio.Future[None]]") -> None:
        writing = self._threads.submit(partial(self._in_transaction, results=results))
        self._writing.add(writing)
        writing.add_done_callback(partial(self._written, results, futures))

    def _in_transaction(self, session: Session, results: list[Result]) -> None:
        outbox.settle(session.connection(), results, self._clock.now())

    def _written(
        self,
        results: list[Result],
        futures: "list[asyncio.Future[None]]",
        writing: "asyncio.Future[None]",
    ) -> None:
        self._writing.discard(writing)
        error = None if writing.cancelled() else writing.exception()
        if error is not None:
            self._failures += 1
            self._trouble.met(error)
            delay = min(RETRY_S[1], RETRY_S[0] * 2.0 ** min(self._failures, 10))
            asyncio.get_running_loop().call_later(delay, self._write, results, futures)
            return
        self._failures = 0
        self._trouble.over()
        for future in futures:
            if not future.done():
                future.set_result(None)
