"""Snapshots and digests beside the bot's work: counting has a thread of its own, writing takes its turn."""

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.logs import Trouble, event
from bot.metrics import METRICS
from bot.threads import DatabaseThreads
from core.actions.accuracies import renew
from core.actions.digest.keeping import make_due
from core.actions.snapshots import take_due
from core.actions.work import TeamSettings
from core.storage.database import Database

log = logging.getLogger(__name__)

FREEZE_S = 60
LOOK_S = 0.5
REST_S = 0.02

T = TypeVar("T")


class Ended(Exception):
    """The bot stops; what is unfinished is taken up after the next start."""


class Freezing:
    """Takes the snapshots and makes the digests that are due, and keeps the accuracy, as their `Turns`."""

    def __init__(
        self, database: Database, threads: DatabaseThreads, clock: Clock, team: TeamSettings
    ) -> None:
        self._database = database
        self._threads = threads
        self._clock = clock
        self._team = team
        self._ending = threading.Event()
        self._trouble = Trouble(log, "freezing")
        self._loop: asyncio.AbstractEventLoop | None = None

    def stop(self) -> None:
        """Ends what is under way, within a second or so."""
        self._ending.set()

    async def tick(self) -> None:
        """Looks once whether a snapshot or a digest is due, and whether the past has changed."""
        self._loop = asyncio.get_running_loop()
        try:
            taken = await asyncio.to_thread(take_due, self._team, self)
            made = await asyncio.to_thread(make_due, self._team, self)
            renewed = await asyncio.to_thread(renew, self._team, self)
        except Ended:
            return
        except Exception as error:
            self._trouble.met(error)
            METRICS.errors.labels("freezing").inc()
            return
        self._trouble.over()
        for day in taken:
            event(log, "snapshot.taken", day=day)
        if made:
            event(log, "digests.made", count=made)
        if renewed:
            event(log, "accuracy.renewed")

    def now(self) -> datetime:
        return self._clock.now()

    def reading(self) -> AbstractContextManager[Session]:
        return self._database.reading()

    def write(self, step: Callable[[Session], T]) -> T:
        """Hands the step to the threads that write, and waits for it. Raises Ended."""
        loop = self._loop
        if loop is None or self._ending.is_set():
            raise Ended()
        future = asyncio.run_coroutine_threadsafe(self._submit(step), loop)
        while True:
            try:
                return future.result(LOOK_S)
            except TimeoutError:
                if self._ending.is_set():
                    raise Ended() from None

    def rest(self) -> None:
        """Raises Ended."""
        if self._ending.wait(REST_S):
            raise Ended()

    async def _submit(self, step: Callable[[Session], T]) -> T:
        return await self._threads.submit(step)
