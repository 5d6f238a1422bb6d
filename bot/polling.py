"""Asking Telegram for updates, each kept durably before the next request confirms it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.incoming.intake import Intake
from bot.incoming.updates import ALLOWED, NotAnUpdate, batch_from
from bot.logs import Trouble
from bot.transport import Transport, seconds_of

log = logging.getLogger(__name__)

LONG_POLL_S = 30
ANSWER_S = 10
"""So much longer than it asked Telegram to wait is an answer waited for."""

BATCH = 100
SHORTEST_WAIT_S = 0.5
LONGEST_WAIT_S = 30.0
CONFLICT_WAIT_S = 3.0


class Polling:
    """A loop of long polls. What goes wrong is waited out; it says so once, and once when it is over."""

    def __init__(self, bot: Bot, transport: Transport, intake: Intake) -> None:
        self._bot = bot
        self._transport = transport
        self._intake = intake
        self._url = f"{bot.base_url}/getUpdates"
        self._offset = 0
        self._failures = 0
        self._trouble = Trouble(log, "polling")
        self.is_up = False
        """Whether the last request succeeded."""

    async def run(self) -> None:
        """For ever, until cancelled: an update is then either kept or still with Telegram."""
        while True:
            await self._succeeds(self._poll())

    async def until_it_works(self, step: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Repeats a request to Telegram until it succeeds, waiting in between as the fault asks for."""
        while not await self._succeeds(step()):
            pass

    async def _ask(self, parameters: dict[str, Any]) -> bytes:
        try:
            return await self._transport.fetch(self._url, parameters, LONG_POLL_S + ANSWER_S)
        except Conflict as error:
            if "webhook" not in error.message.lower():
                raise  # another poller
        await self._bot.delete_webhook()
        return await self._transport.fetch(self._url, parameters, LONG_POLL_S + ANSWER_S)

    async def _poll(self) -> None:
        parameters: dict[str, Any] = {"timeout": LONG_POLL_S, "limit": BATCH, "allowed_updates": ALLOWED}
        if self._offset:
            parameters["offset"] = self._offset
        raws = batch_from(await self._ask(parameters))
        if not raws:
            return
        last = await self._intake.keep(raws)
        if last is None:
            raise NotAnUpdate("no update of the batch has a number")
        self._offset = last + 1

    async def _succeeds(self, step: Coroutine[Any, Any, object]) -> bool:
        try:
            await step
        except (TelegramError, NotAnUpdate, SQLAlchemyError) as error:
            self.is_up = False
            self._failures += 1
            self._trouble.met(error)
            await asyncio.sleep(self._wait_after(error))
            return False
        self.is_up = True
        self._failures = 0
        self._trouble.over()
        return True

    def _wait_after(self, error: Exception) -> float:
        if isinstance(error, RetryAfter):
            return seconds_of(error)
        if isinstance(error, InvalidToken):
            return LONGEST_WAIT_S
        if isinstance(error, Conflict):
            return CONFLICT_WAIT_S
        return min(LONGEST_WAIT_S, SHORTEST_WAIT_S * 2.0 ** min(self._failures - 1, 10))
