"""Answers to taps on buttons, after the commit or after one second, and to inline queries."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from telegram import Bot, InlineQueryResult
from telegram.error import TelegramError

from bot.incoming.handling import Answer, Offer
from bot.logs import event
from core.notices.inline import InlinePage

log = logging.getLogger(__name__)

PATIENCE_S = 1.0

Toast = Callable[[str, str], str]
"""The words of a key in a language."""

Choices = Callable[[InlinePage, str], Sequence[InlineQueryResult]]
"""The page in a language, each of its entries to be chosen and sent."""


class Taps:
    """Stops the waiting sign on a tapped button. A failure is harmless: it stops by itself after a while."""

    def __init__(self, bot: Bot, toast: Toast, choices: Choices) -> None:
        self._bot = bot
        self._toast = toast
        self._choices = choices
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._sending: set[asyncio.Task[None]] = set()

    def tapped(self, query_id: str) -> None:
        """A tap came in; it is answered without words unless `answer` comes within a second."""
        if query_id not in self._timers:
            loop = asyncio.get_running_loop()
            self._timers[query_id] = loop.call_later(PATIENCE_S, self._late, query_id)

    def answer(self, answer: Answer) -> None:
        """What the tap asked for is done; says so where there are words for it."""
        timer = self._timers.pop(answer.query_id, None)
        if timer is not None:
            timer.cancel()
        text = self._toast(answer.toast, answer.language) if answer.toast else None
        self._toasted(answer.query_id, text)

    def offer(self, offer: Offer) -> None:
        """Shows who was found to whoever looks for them in a chat; to nobody else, and never from a cache."""
        choices = self._choices(offer.page, offer.language)
        self._send(
            self._bot.answer_inline_query(
                offer.query_id,
                choices,
                cache_time=0,
                is_personal=True,
                next_offset=offer.page.next_offset,
            )
        )

    async def stop(self) -> None:
        """Answers what waits, without words, and returns when that is sent."""
        for query_id, timer in list(self._timers.items()):
            timer.cancel()
            self._late(query_id)
        if self._sending:
            await asyncio.wait(self._sending)

    def _late(self, query_id: str) -> None:
        self._timers.pop(query_id, None)
        self._toasted(query_id, None)

    def _toasted(self, query_id: str, text: str | None) -> None:
        self._send(self._bot.answer_callback_query(query_id, text))

    def _send(self, answering: Coroutine[Any, Any, bool]) -> None:
        task = asyncio.create_task(self._sent(answering))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _sent(self, answering: Coroutine[Any, Any, bool]) -> None:
        try:
            await answering
        except TelegramError as error:
            event(log, "query.unanswered", logging.DEBUG, error=type(error).__name__)
