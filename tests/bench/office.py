"""The salespeople of the bench with their phones, and the bots that they write to."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import aiohttp

from tests.bench.database import FIRST_ID
from tests.bench.messages import Message
from tests.bench.processes import Process, start

ANSWER_S = 60.0


@dataclass(frozen=True, slots=True)
class Account:
    """A bot's account on the stand-in."""

    id: int

    @property
    def token(self) -> str:
        return f"{self.id}:" + "A" * 35


class Phone:
    """One salesperson: writes to a bot and hears its answers by the live feed."""

    def __init__(self, url: str, http: aiohttp.ClientSession, person: int) -> None:
        self._place = f"{url}/api/people/{person}"
        self._http = http
        self._heard: asyncio.Queue[int] = asyncio.Queue()
        self._listening: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        """Hears all bots from now on."""
        feed = await self._http.get(f"{self._place}/live")
        self._listening = asyncio.create_task(self._hear(feed))

    async def hang_up(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def say(self, bot: Account, text: str) -> None:
        """Sends a text."""
        address = f"{self._place}/chats/{bot.id}/messages"
        async with self._http.post(address, json={"text": text}) as answer:
            answer.raise_for_status()

    async def ask(self, bot: Account, text: str) -> float:
        """Sends a text; after how many seconds the bot's first answer to it was there."""
        while not self._heard.empty():
            self._heard.get_nowait()
        began = time.perf_counter()
        await self.say(bot, text)
        await self.hear(bot)
        return time.perf_counter() - began

    async def hear(self, bot: Account) -> None:
        """Waits for the bot's next message."""
        async with asyncio.timeout(ANSWER_S):
            while await self._heard.get() != bot.id:
                pass

    async def _hear(self, feed: aiohttp.ClientResponse) -> None:
        name = b""
        async with feed:
            async for line in feed.content:
                if line.startswith(b"event: "):
                    name = line[7:].strip()
                elif name == b"message" and line.startswith(b"data: "):
                    self._heard.put_nowait(json.loads(line[6:])["message"]["from"]["id"])


class Office:
    """All phones, connected to one stand-in."""

    def __init__(self, url: str, folder: Path, http: aiohttp.ClientSession) -> None:
        self.url = url
        self.folder = folder
        self._http = http
        self.phones: list[Phone] = []
        self._accounts = 0

    async def hire(self, count: int) -> None:
        """Sees to it that there are so many people with phones."""
        for number in range(len(self.phones), count):
            person = {"id": FIRST_ID + number, "first_name": f"Nr. {number + 1}", "language_code": "lt"}
            await self._post("/api/people", person)
            phone = Phone(self.url, self._http, FIRST_ID + number)
            await phone.listen()
            self.phones.append(phone)

    async def close(self) -> None:
        """Every phone hangs up."""
        await asyncio.gather(*(phone.hang_up() for phone in self.phones))

    async def account(self) -> Account:
        """A new bot account."""
        self._accounts += 1
        found = Account(700_000_000 + self._accounts)
        await self._post(f"/bot{found.token}/getMe", {})
        return found

    async def latency(self, seconds: float) -> None:
        """From now on every request of a bot takes so much longer."""
        await self._post("/api/faults", {"latency_s": seconds})

    async def our_bot(
        self,
        account: Account,
        database_url: str,
        command: Sequence[str] = ("bot", "run"),
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> Process:
        """Starts the whole bot as a team runs it, or by another command that runs it."""
        variables = {
            "PILTUVELIS_TOKEN": account.token,
            "PILTUVELIS_TELEGRAM_BASE_URL": self.url,
            "PILTUVELIS_DATABASE": database_url,
        }
        return await start(self.folder, command, {**variables, **more})

    async def echo_bot(self, account: Account) -> Process:
        """Starts the stock bot."""
        variables = {"BENCH_TELEGRAM": self.url, "BENCH_TOKEN": account.token}
        return await start(self.folder, ["tests.bench.echo_bot"], variables)

    async def talk(self, bot: Account, texts: Sequence[Message], people: int = 1) -> list[float]:
        """Sends all texts; who got an answer sends the next. How long each answer took (s)."""
        waiting = iter(texts)

        async def one(phone: Phone) -> list[float]:
            return [await phone.ask(bot, message.text) for message in waiting]

        found = await asyncio.gather(*(one(phone) for phone in self.phones[:people]))
        return [seconds for each in found for seconds in each]

    async def _post(self, path: str, body: dict[str, Any]) -> None:
        async with self._http.post(self.url + path, json=body) as answer:
            answer.raise_for_status()
