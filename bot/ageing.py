"""Takes the words out of what was logged long ago, a little at a time, where the team wants that."""

import asyncio
import logging
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.logs import Trouble
from bot.metrics import METRICS
from bot.threads import DatabaseThreads
from core.exchange.personal.ageing import Place, age

log = logging.getLogger(__name__)

AGE_S = 3600
PAUSE_S = 0.2
AGAIN_AFTER = timedelta(hours=23)
MONTH = timedelta(days=30.44)


class Ageing:
    """Once a day, and within an hour of a start. All is looked at each time: a step may be closed late."""

    def __init__(self, threads: DatabaseThreads, clock: Clock, months: int) -> None:
        """`months`: for how long words stay, 0: for ever."""
        self._threads = threads
        self._clock = clock
        self._keep = months * MONTH
        self._place = Place()
        self._done_at: datetime | None = None
        self._trouble = Trouble(log, "ageing")

    async def tick(self) -> None:
        """Goes through all that is old, unless it has done so within a day."""
        now = self._clock.now()
        if not self._keep or (self._done_at is not None and now - self._done_at < AGAIN_AFTER):
            return
        self._place = Place()
        try:
            self._place = await self._threads.submit(self._age)
            while self._place.is_more:
                await asyncio.sleep(PAUSE_S)
                self._place = await self._threads.submit(self._age)
        except Exception as error:
            self._trouble.met(error)
            METRICS.errors.labels("ageing").inc()
            return
        self._done_at = now
        self._trouble.over()

    def _age(self, session: Session) -> Place:
        return age(session.connection(), self._place, self._clock.now() - self._keep)
