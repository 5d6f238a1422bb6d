"""Ticks: looking after what waits in the mailboxes. APScheduler only wakes; it holds no business state."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.delivery.lanes import Delivery
from bot.incoming.dispatch import Dispatch
from bot.logs import Trouble, event
from bot.metrics import METRICS
from bot.threads import DatabaseThreads
from core.storage import inbox, outbox, reminders, routines
from core.storage.retention import Place, tidy

log = logging.getLogger(__name__)

SWEEP_S = 2
TIDY_S = 10
TIDY_PAUSE_S = 0.2
SET_BACK_S = 1.0
"""A computer's clock that goes back by more was set, and did not just run a little slow."""


class Sweeps:
    """Finds updates and letters that wait although nobody in this process was told of them.

    They come from another process, from the command line, or from before a restart.
    """

    def __init__(
        self, threads: DatabaseThreads, clock: Clock, dispatch: Dispatch, delivery: Delivery, keep: timedelta
    ) -> None:
        """`keep`: for how long what is over stays in the mailboxes."""
        self._threads = threads
        self._clock = clock
        self._dispatch = dispatch
        self._delivery = delivery
        self._keep = keep
        self._tidied = Place()
        self._trouble = Trouble(log, "sweep")
        self._tidying = Trouble(log, "tidying")
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._watching: asyncio.TimerHandle | None = None
        self._lead_s = 0.0

    def every(self, seconds: float, job: Callable[[], Awaitable[None]]) -> None:
        """Also does this so often from the start on, each time after the last one has ended."""
        self._scheduler.add_job(job, "interval", seconds=seconds, max_instances=1, coalesce=True)

    def start(self) -> None:
        """Sweeps every few seconds from now on; one that is late is not made up for."""
        self._scheduler.add_job(self.sweep, "interval", seconds=SWEEP_S, max_instances=1, coalesce=True)
        self._scheduler.add_job(self.tidy, "interval", seconds=TIDY_S, max_instances=1, coalesce=True)
        self._scheduler.start()
        self._watch()

    def stop(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _watch(self) -> None:
        """APScheduler plans by the computer's clock: set back an hour, it would sleep for that hour."""
        loop = asyncio.get_running_loop()
        lead_s = time.time() - loop.time()
        if lead_s < self._lead_s - SET_BACK_S:
            event(log, "clock.set_back", logging.WARNING, seconds=round(self._lead_s - lead_s))
            for job in self._scheduler.get_jobs():
                job.modify(next_run_time=datetime.now(UTC))
        self._lead_s = lead_s
        self._watching = loop.call_later(SWEEP_S, self._watch)

    async def sweep(self) -> None:
        """Looks once, letters first: what was said before is answered before what is said next."""
        try:
            updates, letters = await self._threads.submit(self._look)
        except Exception as error:
            self._trouble.met(error)
            return
        self._trouble.over()
        for chat_id in letters:
            self._delivery.look(chat_id)
        self._dispatch.wake(updates)

    async def tidy(self) -> None:
        """Deletes what is over, a little at a time, so that others come in between."""
        try:
            self._tidied = await self._threads.submit(self._tidy)
            while self._tidied.is_more:
                await asyncio.sleep(TIDY_PAUSE_S)
                self._tidied = await self._threads.submit(self._tidy)
        except Exception as error:
            self._tidying.met(error)
            return
        self._tidying.over()

    def _tidy(self, session: Session) -> Place:
        return tidy(session.connection(), self._tidied, self._clock.now() - self._keep)

    def _look(self, session: Session) -> tuple[Sequence[int], Sequence[int]]:
        connection, now = session.connection(), self._clock.now()
        METRICS.outbox_lag.set(_lag_s(now, outbox.oldest_waiting(connection)))
        due = (routines.oldest_due(session, now), reminders.oldest_due(session, now))
        METRICS.due_lag.set(max(_lag_s(now, each) for each in due))
        return inbox.chats_waiting(connection, now), outbox.chats_waiting(connection, now)


def _lag_s(now: datetime, since: datetime | None) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
