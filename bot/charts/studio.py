"""Pictures drawn in a process of their own: begun when needed, ended when idle, begun again when dead."""

import asyncio
import contextlib
import itertools
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass, field

import msgspec

from bot.charts.look import LIGHT, Look, Plot
from bot.charts.worker import LARGEST, LENGTH, Order, framed

IDLE_S = 300.0
LONGEST_S = 8.0
"""A picture that takes longer is given up, and the process ended …"""

START_S = 30.0
"""… by so much later where the process has only begun: a small or busy computer takes its time to load it."""

TRIES = 2


class NotDrawn(Exception):
    """There is no picture: the process died or was too slow, or does not know how."""


@dataclass(order=True)
class _Ordered:
    place: tuple[int, int]
    content: bytes = field(compare=False)
    drawn: asyncio.Future[bytes] = field(compare=False)


class Studio:
    """Draws one picture at a time; what somebody waits for goes before what nobody does."""

    def __init__(
        self, idle_s: float = IDLE_S, longest_s: float = LONGEST_S, start_s: float = START_S
    ) -> None:
        self._idle_s = idle_s
        self._longest_s = longest_s
        self._start_s = start_s
        self._numbers = itertools.count()
        self._orders: asyncio.PriorityQueue[_Ordered] = asyncio.PriorityQueue()
        self._working: asyncio.Task[None] | None = None
        self._process: Process | None = None

    @property
    def process_id(self) -> int | None:
        """Of the process that draws; None: there is none."""
        return self._process.pid if self._process is not None else None

    def draw(self, plot: Plot, look: Look, *, urgent: bool) -> "asyncio.Future[bytes]":
        """The PNG, once it is drawn; the future's exception is NotDrawn where it cannot be."""
        drawn: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        content = msgspec.msgpack.encode(Order(plot, look))
        self._orders.put_nowait(_Ordered((0 if urgent else 1, next(self._numbers)), content, drawn))
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        return drawn

    def warm(self) -> None:
        """A picture will be wanted soon: the process begins, if there is none."""
        if self._process is None and self._working is None:
            self.draw(Plot("", "", ()), LIGHT, urgent=True)

    async def stop(self) -> None:
        """Draws nothing more, and ends the process."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
        await self._end()
        while not self._orders.empty():
            _fail(self._orders.get_nowait().drawn)

    async def _work(self) -> None:
        try:
            while True:
                try:
                    order = await asyncio.wait_for(self._orders.get(), self._idle_s)
                except TimeoutError:
                    await self._end()
                    if self._orders.empty():
                        return
                    continue
                try:
                    await self._serve(order)
                finally:
                    _fail(order.drawn)
        finally:
            self._working = None

    async def _serve(self, order: _Ordered) -> None:
        for _ in range(TRIES):
            begins_s = self._start_s if self._process is None else 0.0
            try:
                async with asyncio.timeout(self._longest_s + begins_s):
                    picture = await self._drawn(order.content)
            except TimeoutError:
                await self._end()
                return
            except (OSError, EOFError):  # it died, perhaps long ago
                await self._end()
                continue
            if picture and not order.drawn.done():
                order.drawn.set_result(picture)
            return

    async def _drawn(self, content: bytes) -> bytes:
        if self._process is None:
            command = (sys.executable, "-m", "bot.charts.worker")
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LARGEST
            )
        source, drain = self._process.stdout, self._process.stdin
        if source is None or drain is None:
            raise EOFError
        drain.write(framed(content))
        await drain.drain()
        return await source.readexactly(int.from_bytes(await source.readexactly(LENGTH), "big"))

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _fail(drawn: "asyncio.Future[bytes]") -> None:
    if not drawn.done():
        drawn.set_exception(NotDrawn())
        drawn.exception()  # whoever waited may have gone away
