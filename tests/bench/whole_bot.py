"""CPU of one text message through the whole bot: beside a stock echo bot, and with a long past."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from statistics import median

from tests.bench import database
from tests.bench.figures import Figure
from tests.bench.messages import Message, messages
from tests.bench.names import Names
from tests.bench.office import Account, Office
from tests.bench.parts import Size, middle_ratio
from tests.bench.processes import Process

NAMES = Names(1_000)
FEW_CONTACTS = 1_000
WARM_UP = 60
CROWD = 20
SETTLE_S = 0.15
"""After the last answer the bot still writes down that it was sent."""

OURS, ECHO, LARGE = "ours", "echo", "large"


@dataclass
class _Bot:
    account: Account
    process: Process
    alone_ms: list[float] = field(default_factory=list)
    crowd_ms: list[float] = field(default_factory=list)


class WholeBot:
    """Parts a and b: the bots run side by side and are asked in turn, round by round."""

    def __init__(self, size: Size, letters: str) -> None:
        self.letters = letters
        self.rounds = size.rounds
        self._size = size
        self._bots: dict[str, _Bot] = {}

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        self._office = office
        await office.hire(CROWD)
        await self._add(OURS, stack, FEW_CONTACTS)
        if "a" in self.letters:
            await self._add(ECHO, stack, None)
        if "b" in self.letters:
            await self._add(LARGE, stack, self._size.contacts)
        for bot in self._bots.values():
            await office.talk(bot.account, messages(NAMES, WARM_UP, seed=7), CROWD)

    async def measure(self, number: int) -> None:
        texts = messages(NAMES, self._size.messages, seed=100 + number)
        order = list(self._bots.values())
        for bot in order[number % len(order) :] + order[: number % len(order)]:
            bot.alone_ms.append(await self._cpu_ms(bot, texts, 1))
            bot.crowd_ms.append(await self._cpu_ms(bot, texts, CROWD))

    def figures(self) -> Sequence[Figure]:
        ours = self._bots[OURS]
        found = [
            Figure("cpu_per_message", median(ours.alone_ms), "ms", "CPU of one text message, the whole bot")
        ]
        if echo := self._bots.get(ECHO):
            found += _beside_echo(ours, echo)
        if large := self._bots.get(LARGE):
            what = f"that CPU with {self._size.contacts:,} stored contacts ÷ with {FEW_CONTACTS:,}"
            ratio = middle_ratio(large.alone_ms, ours.alone_ms)
            found.append(Figure("cpu_many_contacts_ratio", ratio, "ratio", what, "≤ 1.2"))
        return found

    async def _add(self, name: str, stack: AsyncExitStack, contacts: int | None) -> None:
        account = await self._office.account()
        if contacts is None:
            process = await self._office.echo_bot(account)
        else:
            path = self._office.folder / f"{name}.sqlite3"
            url = await asyncio.to_thread(database.build, path, NAMES, contacts)
            process = await self._office.our_bot(account, url)
        stack.push_async_callback(process.stop)
        self._bots[name] = _Bot(account, process)

    async def _cpu_ms(self, bot: _Bot, texts: Sequence[Message], people: int) -> float:
        bot.process.check()
        before = bot.process.cpu_s
        await self._office.talk(bot.account, texts, people)
        await asyncio.sleep(SETTLE_S)
        return (bot.process.cpu_s - before) * 1000 / len(texts)


def _beside_echo(ours: _Bot, echo: _Bot) -> Sequence[Figure]:
    alone = middle_ratio(ours.alone_ms, echo.alone_ms)
    crowd = middle_ratio(ours.crowd_ms, echo.crowd_ms)
    return (
        Figure("echo_cpu_per_message", median(echo.alone_ms), "ms", "CPU of one message, stock echo bot"),
        Figure(
            "cpu_ratio",
            alone,
            "ratio",
            "CPU of a message, whole bot ÷ stock echo bot, one at a time",
            "≤ 1.6, accept ≤ 2.5",
        ),
        Figure("cpu_ratio_crowd", crowd, "ratio", f"the same with {CROWD} people writing at once", "≤ 1.6"),
    )
