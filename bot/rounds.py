"""Rounds: what is due is claimed and put into the outbox, a little in each transaction."""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.delivery.lanes import Delivery
from bot.logs import Trouble, fault
from bot.metrics import METRICS
from bot.threads import DatabaseThreads
from core.actions import reminders, routines
from core.actions.work import Posted, TeamSettings, Work
from core.model import MemberRoutine
from core.reading.directory import Directory
from core.storage import routines as stored
from core.storage.trouble import is_temporary

log = logging.getLogger(__name__)

ROUND_S = 1
CLAIMED_AT_ONCE = 20
TURN_S = 0.1
"""After this long a transaction takes on nothing more, so that those who write get their answers."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one transaction posted, and whether more is due."""

    posted: Sequence[Posted]
    more: bool


class Rounds:
    """Goes through what is due. Nothing is remembered between rounds: the database says what is due."""

    def __init__(
        self, threads: DatabaseThreads, clock: Clock, delivery: Delivery, team: TeamSettings
    ) -> None:
        self._threads = threads
        self._clock = clock
        self._delivery = delivery
        self._team = team
        self._trouble = Trouble(log, "rounds")

    async def go(self) -> None:
        """One round: everything that is due now is told. A database in trouble is asked again next time."""
        try:
            for part in (self._routines, self._reminders):
                turn = Turn((), True)
                while turn.more:
                    turn = await self._threads.submit(part)
                    self._delivery.offer(turn.posted)
        except asyncio.CancelledError:
            return  # the bot stops; what is due stays so
        except Exception as error:
            self._trouble.met(error)
            METRICS.errors.labels("rounds").inc()
            return
        self._trouble.over()

    def _reminders(self, session: Session) -> Turn:
        work = self._work(session)
        more = reminders.plan(work)
        return Turn(work.posted, more=reminders.remind(work) or more)

    def _work(self, session: Session) -> Work:
        return Work(session, self._clock.now(), self._team, Directory())

    def _routines(self, session: Session) -> Turn:
        work = self._work(session)
        routines.settle(work)
        due = stored.due(session, work.now, CLAIMED_AT_ONCE)
        until = time.monotonic() + TURN_S
        for done, routine in enumerate(due, start=1):
            self._tell(work, routine)
            if time.monotonic() > until:
                return Turn(work.posted, more=done < len(due) or len(due) == CLAIMED_AT_ONCE)
        return Turn(work.posted, more=len(due) == CLAIMED_AT_ONCE)

    def _tell(self, work: Work, routine: MemberRoutine) -> None:
        """One routine; where telling it fails it is told the next time, so that it is in nobody's way."""
        occasion = routines.take(work, routine)
        if occasion is None:
            return
        try:
            with work.attempt():
                routines.tell(work, routine, occasion)
        except Exception as error:
            if is_temporary(error) or not work.session.is_active:
                raise
            METRICS.errors.labels("routine").inc()
            fault(log, "routine.failed", error, member_id=occasion.member.id, kind=occasion.kind.value)
