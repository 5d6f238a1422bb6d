"""A bot without an inbox, to see the harness find it: Telegram forgets what the bot only remembers."""

import asyncio
from collections.abc import Sequence

from bot.application import Application
from bot.incoming.intake import Intake
from bot.polling import Polling


class Forgetful(Application):
    """Takes updates as libraries for bots usually do: confirmed first, then worked on from memory."""

    def _wire(self) -> None:
        super()._wire()
        self.intake = InMemory(self.threads, self.clock, self.bot_id, self._wake, self.taps.tapped)
        self.polling = Polling(self.bot, self.transport, self.intake)


class InMemory(Intake):
    """Says that updates are kept when they are in memory."""

    _tasks: set[asyncio.Task[int | None]]

    async def keep(self, raws: Sequence[bytes]) -> int | None:
        from bot.incoming.updates import arrival_from

        self._tasks = getattr(self, "_tasks", set())
        self._tasks.add(asyncio.create_task(self._later(raws)))
        return max(arrival_from(raw).received.update_id for raw in raws)

    async def _later(self, raws: Sequence[bytes]) -> int | None:
        await asyncio.sleep(0.05)
        return await super().keep(raws)
