"""From start to the first answer, and the memory after many messages, with few names and with many."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from statistics import median

from tests.bench import database
from tests.bench.figures import Figure
from tests.bench.messages import messages
from tests.bench.names import Names
from tests.bench.office import Account, Office
from tests.bench.parts import Size
from tests.bench.processes import Process

FEW_NAMES = 1_000
CONTACTS = 1_000
CROWD = 20
MOST_ROUNDS = 3


@dataclass
class _Bot:
    names: Names
    account: Account
    database_url: str
    start_s: list[float] = field(default_factory=list)
    start_cpu_s: list[float] = field(default_factory=list)
    resident_mib: float = 0.0


class Life:
    """Parts d and e: a fresh process each round; the first one gets the many messages."""

    def __init__(self, size: Size, letters: str) -> None:
        self.letters = letters
        self.rounds = min(MOST_ROUNDS, size.rounds - 1)
        self._size = size
        self._bots: list[_Bot] = []

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        self._office = office
        await office.hire(CROWD)
        for count in (FEW_NAMES, self._size.many_names):
            names = Names(count)
            path = office.folder / f"names-{count}.sqlite3"
            url = await asyncio.to_thread(database.build, path, names, CONTACTS)
            self._bots.append(_Bot(names, await office.account(), url))

    async def measure(self, number: int) -> None:
        for bot in self._bots:
            process = await self._started(bot)
            try:
                if "e" in self.letters and number == 0:
                    texts = messages(bot.names, self._size.before_memory, seed=50)
                    await self._office.talk(bot.account, texts, CROWD)
                    bot.resident_mib = process.resident_mib
            finally:
                await process.stop()

    def figures(self) -> Sequence[Figure]:
        few, many = self._bots
        found: list[Figure] = []
        if "d" in self.letters:
            what = "from start to the answer to a message that waits"
            found += [
                Figure("start_s", median(few.start_s), "s", f"{what}, {few.names.count:,} names", "≤ 2 s"),
                Figure("start_cpu_s", median(few.start_cpu_s), "s", "CPU of that start, whatever else runs"),
                Figure(
                    "start_many_names_s", median(many.start_s), "s", f"{what}, {many.names.count:,} names"
                ),
            ]
        if "e" in self.letters:
            what = f"memory after {self._size.before_memory:,} messages"
            few_what, many_what = (f"{what}, {bot.names.count:,} names" for bot in self._bots)
            found += [
                Figure("resident_mib", few.resident_mib, "MiB", few_what, "≤ 150 MiB (after 10,000)"),
                Figure("resident_many_names_mib", many.resident_mib, "MiB", many_what),
            ]
        return found

    async def _started(self, bot: _Bot) -> Process:
        phone = self._office.phones[0]
        (message,) = messages(bot.names, 1, seed=51 + len(bot.start_s))
        await phone.say(bot.account, message.text)
        began = time.perf_counter()
        process = await self._office.our_bot(bot.account, bot.database_url)
        try:
            await phone.hear(bot.account)
        except BaseException:
            await process.stop()
            process.check()
            raise
        bot.start_s.append(time.perf_counter() - began)
        bot.start_cpu_s.append(process.cpu_s)
        return process
