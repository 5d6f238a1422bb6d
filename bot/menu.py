"""The commands that Telegram offers to each person: by role and language, and next to none to strangers."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.logs import event
from bot.transport import seconds_of
from core.actions.work import Posted
from core.notices import LanguageSet, Practice, Welcome
from core.terms import Role

log = logging.getLogger(__name__)

LANGUAGES = ("lt", "en")
PAUSE_S = 0.1
ATTEMPTS = 5

Commands = Callable[[Role | None, str], Sequence[BotCommand]]
Scope = BotCommandScopeChat | BotCommandScopeDefault


class Menu:
    """Keeps the lists of commands as they should be. Failures are logged and harmless."""

    def __init__(self, bot: Bot, commands: Commands, language: str) -> None:
        self._bot = bot
        self._commands = commands
        self._language = language
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, members: Iterable[tuple[int, Role, str | None]]) -> None:
        """In the background: the strangers' list, and that of each member (chat, role, language)."""
        self._start(self._all(list(members)))

    def watch(self, posted: Iterable[Posted]) -> None:
        """Notices who joins or changes the language, from what they are told."""
        for each in posted:
            if isinstance(each.notice, Welcome | LanguageSet | Practice):
                self._start(self._member(each.chat_id, each.notice.role, each.language))

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _all(self, members: list[tuple[int, Role, str | None]]) -> None:
        await self._set(self._commands(None, self._language), BotCommandScopeDefault(), None)
        for language in LANGUAGES:
            await self._set(self._commands(None, language), BotCommandScopeDefault(), language)
        for chat_id, role, chosen in members:
            await self._member(chat_id, role, chosen or self._language)
            await asyncio.sleep(PAUSE_S)

    async def _member(self, chat_id: int, role: Role, language: str) -> None:
        await self._set(self._commands(role, language), BotCommandScopeChat(chat_id), None)

    async def _set(self, wanted: Sequence[BotCommand], scope: Scope, language: str | None) -> None:
        for attempt in range(ATTEMPTS):
            try:
                await self._bot.set_my_commands(wanted, scope, language)
                return
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except (BadRequest, Forbidden):
                return  # a member who never wrote to the bot, or has blocked it
            except InvalidToken:
                return  # so the library calls a 404: this server has no such method
            except TelegramError as error:
                event(log, "menu.failed", logging.WARNING, error=type(error).__name__, attempt=attempt)
                if attempt + 1 < ATTEMPTS:
                    await asyncio.sleep(2.0**attempt)
