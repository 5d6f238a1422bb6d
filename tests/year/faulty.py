"""Bots with a fault, to see that the run finds out: one does not mark, one has all come twice."""

import asyncio
from datetime import timedelta

from bot.application import Application
from bot.delivery.settling import Settling
from bot.rounds import Rounds
from core.actions.work import Work
from core.model import MemberRoutine
from core.storage.ledger import put
from core.storage.outbox import Result, Sent


class Unmarked(Settling):
    """Forgets what was sent."""

    def settle(self, result: Result) -> "asyncio.Future[None]":
        if not isinstance(result, Sent):
            return super().settle(result)
        forgotten: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        forgotten.set_result(None)
        return forgotten


class Twice(Rounds):
    """Has what it claimed due again an hour later."""

    def _tell(self, work: Work, routine: MemberRoutine) -> None:
        super()._tell(work, routine)
        put(work.session, routine, {"due_at": work.now + timedelta(hours=1)})


class UnmarkingBot(Application):
    """A bot that does not mark what it has sent."""

    def _wire(self) -> None:
        super()._wire()
        self.delivery.settling = Unmarked(self.threads, self.clock)


class RepeatingBot(Application):
    """A bot that tells what is due twice."""

    def _wire(self) -> None:
        super()._wire()
        self.rounds.__class__ = Twice


FAULTY: dict[str, type[Application]] = {"unmarking": UnmarkingBot, "telling-twice": RepeatingBot}
