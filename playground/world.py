"""Everything there is in this Telegram: people, bots, chats, files, updates, feeds, clock and faults."""

import asyncio
import itertools
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from .bots import Bot, Bots
from .chats import Chat, Chats
from .clock import Clock
from .faults import Faults
from .files import Files
from .jsontypes import Json
from .live import Live
from .people import People
from .queries import Queries
from .store import Store
from .updates import Updates
from .webhook import Webhook

_KEPT_REQUESTS = 20_000
_KEPT_POLLS = 1_000


@dataclass(frozen=True)
class Settings:
    """What the stand-in is started with."""

    data: Path | None = None
    bot_name: str = "Test bot"
    bot_username: str = "test_bot"


class World:
    """The whole state; its parts are public, each with its own module."""

    def __init__(self, settings: Settings) -> None:
        self.store = Store(settings.data)
        self.clock = Clock(self.store)
        self.people = People(self.store)
        self.bots = Bots(self.store, settings.bot_name, settings.bot_username)
        self.chats = Chats(self.store)
        self.files = Files(self.store)
        self.live = Live()
        self.faults = Faults()
        self.queries = Queries(self.store, self.faults)
        self.requests: deque[Json] = deque(maxlen=_KEPT_REQUESTS)
        self.polls: deque[Json] = deque(maxlen=_KEPT_POLLS)
        self.request_numbers = itertools.count(1)
        self.webhooks: dict[int, Webhook] = {}
        self._updates: dict[int, Updates] = {}
        self._session: aiohttp.ClientSession | None = None
        self._restore_updates()

    def _restore_updates(self) -> None:
        for key, kept in self.store.load("updates"):
            self._updates[int(key)] = Updates(self.store, int(key), kept)
        for key, kept in sorted(self.store.load("update"), key=lambda item: item[1]["update"]["update_id"]):
            self._updates[int(key.partition("/")[0])].restore(kept["update"], kept["line"])

    def updates(self, bot_id: int) -> Updates:
        """The bot's queue of updates."""
        if bot_id not in self._updates:
            self._updates[bot_id] = Updates(self.store, bot_id, {})
        return self._updates[bot_id]

    def session(self) -> aiohttp.ClientSession:
        """The HTTP client for webhooks."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        return self._session

    def bot_chats(self, bot: Bot) -> list[Chat]:
        """Every chat the bot is in."""
        return [c for c in self.chats.by_key.values() if c.bot_id == bot.id or bot.id in c.bots]

    def tell(self, chat: Chat, event: str, data: Json) -> None:
        """Puts an event into the feed of everyone in the chat."""
        for person_id in chat.people():
            self.live.publish(person_id, event, {"chat": chat.seen_as(), **data})

    async def close(self) -> None:
        """Ends polls, feeds and webhooks, and writes what is pending."""
        self.live.close()
        for updates in self._updates.values():
            updates.stop()
        await asyncio.gather(*(webhook.close() for webhook in self.webhooks.values()))
        if self._session:
            await self._session.close()
        self.store.close()
