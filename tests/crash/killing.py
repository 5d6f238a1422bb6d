"""The run itself: begin the bot, let it work for a moment, kill it, look, begin it again."""

import asyncio
import contextlib
import os
import random
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import aiohttp

from bot.config import WebhookSettings
from core.storage.database import Database
from playground.server import Playground, start
from playground.testing import TOKEN, Phone
from tests.builders import build_house
from tests.crash.account import Account, Books
from tests.crash.crowd import Writer

ROOT = Path(__file__).parents[2]
PEOPLE = (501, 502, 503, 504, 505)
"""The telegram ids of the house's members."""

WORKS = 30
"""Up to so many requests of a bot are let through before it is killed, be the machine fast or slow …"""

THEN_S = 0.04
"""… and up to so many seconds more: what was sent is being marked then."""

WORKS_S = 3.0
"""For so long it has to send that many."""

IN_START = 0.2
"""The share of kills that fall into a start, at most so many seconds after it began."""

STARTS_S = 0.4
SETTLES_S = 0.05
"""After a kill: what it had written to its connections is then with the stand-in."""

MOST_LEFT = 40
"""While more updates and letters wait, people wait too: letters of earlier lives go out slowly."""

STANDS_S = 60.0
"""For so long the last bot may get nothing done: on PostgreSQL the leases of the killed run out first."""

Told = Callable[[int], None]


@dataclass(frozen=True)
class Upbringing:
    """How bots are: of which kind, the address of a simulated clock, a webhook, or None to poll."""

    kind: str = "real"
    clock_url: str = ""
    webhook: WebhookSettings | None = None

    def words(self) -> list[str]:
        """As arguments of a nursery."""
        hook = self.webhook
        return [self.kind, self.clock_url, *((hook.url, hook.listen, hook.secret) if hook else ())]


class Nursery:
    """Begins bots, one at a time, and kills them."""

    def __init__(self, process: asyncio.subprocess.Process, errors: Path) -> None:
        self._process = process
        self._errors = errors
        self._bot: int | None = None

    @classmethod
    async def open(cls, telegram_url: str, database_url: str, upbringing: Upbringing, folder: Path) -> Self:
        errors = folder / "bot.log"
        with errors.open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.crash.nursery", telegram_url, database_url, TOKEN),
                *upbringing.words(),
                cwd=ROOT,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        return cls(process, errors)

    async def begin(self) -> int:
        """The process of a new bot."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        self._bot = int((await self._word("born"))[0])
        return self._bot

    async def up(self) -> None:
        """Returns when the bot takes updates."""
        await self._word("up")

    async def end(self, pid: int, how: signal.Signals) -> int:
        """Its exit code, negative for a signal."""
        os.kill(pid, how)
        code = int((await self._word("gone"))[1])
        self._bot = None
        return code

    async def close(self) -> None:
        """Ends everything, a bot that is still there too."""
        if self._bot is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._bot, signal.SIGKILL)
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    def log(self) -> str:
        """What the bots have logged."""
        return self._errors.read_text(encoding="utf-8")

    def tracebacks(self) -> int:
        """How many the bots' logs hold."""
        return self.log().count("Traceback (most recent call last)")

    async def _word(self, wanted: str) -> list[str]:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            word, *rest = line.decode().split()
            if word == wanted:
                return rest
        raise AssertionError(f"the nursery ended: {self._errors.read_text(encoding='utf-8')[-2000:]}")


async def run(
    database_url: str,
    folder: Path,
    kills: int,
    seed: int,
    kind: str = "real",
    told: Told = lambda kills: None,
) -> Account:
    """Kills the bot so many times on an empty, migrated database; `seed` draws what people and kills do."""
    _people_in(database_url)
    chance = random.Random(seed)
    async with start(port=0, bot_name="Piltuvėlis") as telegram, aiohttp.ClientSession() as http:
        writers = await _writers(telegram, http, chance)
        nursery = await Nursery.open(telegram.url, database_url, Upbringing(kind), folder)
        books = Books(database_url)
        try:
            account = Account()
            await _killed(telegram, nursery, books, writers, kills, chance, told)
            await _finished(nursery, books.left if kind == "real" else books.unhandled)
            await books.look(writers)
            account.kills, account.faults = kills, nursery.tracebacks()
            return books.closed(writers, account)
        finally:
            books.close()
            await nursery.close()


def _people_in(database_url: str) -> None:
    database = Database(database_url)
    build_house(database).company("UAB Statyba")
    database.close()


async def _writers(telegram: Playground, http: aiohttp.ClientSession, chance: random.Random) -> list[Writer]:
    async with http.post(f"{telegram.url}/bot{TOKEN}/getMe") as answer:
        bot_id = int((await answer.json())["result"]["id"])
    writers = []
    for person in PEOPLE:
        body = {"id": person, "first_name": f"P{person}", "language_code": "lt"}
        async with http.post(f"{telegram.url}/api/people", json=body) as answer:
            answer.raise_for_status()
        phone = Phone(telegram.url, http, person, bot_id)
        writers.append(Writer(phone, bot_id, random.Random(chance.random())))
    return writers


async def _works(telegram: Playground, requests: int) -> None:
    """Returns when the bot has made so many requests, or none for a while."""
    until = _made(telegram) + requests
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(WORKS_S):
            while _made(telegram) < until:  # noqa: ASYNC110 - the stand-in has no event for it
                await asyncio.sleep(0.002)


def _made(telegram: Playground) -> int:
    """The number of the newest request, polls apart."""
    return int(telegram.world.requests[-1]["n"])


async def _killed(
    telegram: Playground,
    nursery: Nursery,
    books: Books,
    writers: Sequence[Writer],
    kills: int,
    chance: random.Random,
    told: Told,
) -> None:
    enough, go = asyncio.Event(), asyncio.Event()
    go.set()
    async with asyncio.TaskGroup() as work:
        for writer in writers:
            work.create_task(writer.work(go, enough))
        for number in range(kills):
            pid = await nursery.begin()
            if chance.random() < IN_START:
                await asyncio.sleep(chance.uniform(0, STARTS_S))
            else:
                await nursery.up()
                await _works(telegram, chance.randint(0, WORKS))
                await asyncio.sleep(chance.uniform(0, THEN_S))
            assert await nursery.end(pid, signal.SIGKILL) == -signal.SIGKILL
            await asyncio.sleep(SETTLES_S)
            await books.look(writers)
            (go.set if books.left() <= MOST_LEFT else go.clear)()
            told(number + 1)
        enough.set()
        go.set()


async def _finished(nursery: Nursery, count_left: Callable[[], int]) -> None:
    """Lets a last bot do what is left, and stops it as one should."""
    pid = await nursery.begin()
    await nursery.up()
    quiet, least = 0, count_left()
    loop = asyncio.get_running_loop()
    until = loop.time() + STANDS_S
    while quiet < 5:  # what is still with Telegram comes at once
        await asyncio.sleep(0.2)
        left = count_left()
        quiet = 0 if left else quiet + 1
        if left != least:
            least, until = left, loop.time() + STANDS_S
        assert loop.time() < until or not left, f"nothing gets done any more, {left} left"
    assert await nursery.end(pid, signal.SIGTERM) == 0
