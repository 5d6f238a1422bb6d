"""Many chats at once over a slow network: how many messages a second, and how long the answers take."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from statistics import median

from tests.bench import database
from tests.bench.figures import Figure
from tests.bench.messages import messages
from tests.bench.names import Names
from tests.bench.office import Office
from tests.bench.parts import Size, percentile

NAMES = Names(1_000)
CHATS = 200
LATENCY_S = 0.05
WARM_UP = 200


class Crowd:
    """Part f: everybody writes, waits for the answer and writes again."""

    letters = "f"

    def __init__(self, size: Size) -> None:
        self.rounds = size.rounds
        self._each = size.each
        self._rates: list[float] = []
        self._cpu_ms: list[float] = []
        self._p95_s: list[float] = []

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        self._office = office
        await office.hire(CHATS)
        self._account = await office.account()
        path = office.folder / "crowd.sqlite3"
        url = await asyncio.to_thread(database.build, path, NAMES, 1_000)
        self._process = await office.our_bot(self._account, url)
        stack.push_async_callback(self._process.stop)
        await office.talk(self._account, messages(NAMES, WARM_UP, seed=8), CHATS)

    async def measure(self, number: int) -> None:
        self._process.check()
        texts = messages(NAMES, CHATS * self._each, seed=200 + number)
        await self._office.latency(LATENCY_S)
        used = self._process.cpu_s
        began = time.perf_counter()
        try:
            waited = await self._office.talk(self._account, texts, CHATS)
        finally:
            await self._office.latency(0)
        self._rates.append(len(texts) / (time.perf_counter() - began))
        self._p95_s.append(percentile(waited, 0.95))
        self._cpu_ms.append((self._process.cpu_s - used) * 1000 / len(texts))

    def figures(self) -> Sequence[Figure]:
        where = (
            f"{CHATS} chats at once, {LATENCY_S * 1000:.0f} ms network latency; the stand-in shares the CPU"
        )
        return (
            Figure("crowd_rate", median(self._rates), "1/s", f"messages answered a second, {where}"),
            Figure("crowd_p95", median(self._p95_s), "s", "until the answer is there, p95, the same"),
            Figure("crowd_cpu", median(self._cpu_ms), "ms", "the bot's own CPU of a message, the same"),
        )
