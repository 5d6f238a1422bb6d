"""Bots without an inbox, to see that the run finds out: one loses, the other does things twice."""

import asyncio
import json
import secrets
from collections.abc import Sequence

from bot.application import Application
from bot.incoming.intake import Intake
from bot.incoming.updates import arrival_from
from bot.polling import Polling

WINDOW_S = 0.5
"""For so long each update is in danger, as it is while a slower handler works."""


class Losing(Intake):
    """Lets Telegram forget an update that is only in memory, as libraries for bots usually do."""

    def __init__(self, *wiring: object) -> None:
        super().__init__(*wiring)  # type: ignore[arg-type]
        self._tasks: set[asyncio.Task[int | None]] = set()

    async def keep(self, raws: Sequence[bytes]) -> int | None:
        self._tasks.add(asyncio.create_task(self._later(raws)))
        return _last(raws)

    async def _later(self, raws: Sequence[bytes]) -> int | None:
        await asyncio.sleep(WINDOW_S)
        return await super().keep(raws)


class Repeating(Intake):
    """Handles an update without having its number stored, so that it is not known when it comes again."""

    async def keep(self, raws: Sequence[bytes]) -> int | None:
        await super().keep([_renumbered(raw) for raw in raws])
        await asyncio.sleep(WINDOW_S)
        return _last(raws)


def _last(raws: Sequence[bytes]) -> int:
    return max(arrival_from(raw).received.update_id for raw in raws)


def _renumbered(raw: bytes) -> bytes:
    return json.dumps({**json.loads(raw), "update_id": secrets.randbelow(2**50)}).encode()


class _Without(Application):
    """The bot with another intake."""

    intake_of: type[Intake]

    def _wire(self) -> None:
        super()._wire()
        wiring = (self.threads, self.clock, self.bot_id, self._wake, self.taps.tapped)
        self.intake = self.intake_of(*wiring)
        self.polling = Polling(self.bot, self.transport, self.intake)


class LosingBot(_Without):
    """A bot that loses what it was told."""

    intake_of = Losing


class RepeatingBot(_Without):
    """A bot that does again what it has done."""

    intake_of = Repeating


KINDS: dict[str, type[Application]] = {"real": Application, "losing": LosingBot, "repeating": RepeatingBot}
