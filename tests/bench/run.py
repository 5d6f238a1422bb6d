"""One run of the bench: all parts side by side on one stand-in, their rounds interleaved."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp

from tests.bench import table
from tests.bench.asking import Asking
from tests.bench.crowd import Crowd
from tests.bench.figures import Figure, Missing, keep, previous
from tests.bench.friction import Friction
from tests.bench.importing import Importing
from tests.bench.life import Life
from tests.bench.office import Office
from tests.bench.parts import Part, Size
from tests.bench.processes import stand_in
from tests.bench.reading import Reading
from tests.bench.reminding import Reminding
from tests.bench.whole_bot import WholeBot

LETTERS = "abcdefghij"


def parts_of(size: Size, letters: str) -> list[Part]:
    """The parts that give the figures with these letters."""
    found: list[Part] = []
    if whole := "".join(letter for letter in "ab" if letter in letters):
        found.append(WholeBot(size, whole))
    if "c" in letters:
        found.append(Reading(size))
    if life := "".join(letter for letter in "de" if letter in letters):
        found.append(Life(size, life))
    if "f" in letters:
        found.append(Crowd(size))
    if "g" in letters:
        found.append(Importing(size))
    if "h" in letters:
        found.append(Friction())
    if "i" in letters:
        found.append(Asking(size))
    if "j" in letters:
        found.append(Reminding(size))
    return found


async def run(size: Size, letters: str) -> int:
    """Measures, prints and keeps; 1 where a part could not be measured."""
    before = previous()
    figures: list[Figure] = []
    missing: list[Missing] = []
    with tempfile.TemporaryDirectory(prefix="piltuvelis-bench-") as folder:
        async with AsyncExitStack() as stack:
            office = await connected_office(Path(folder), stack)
            await _Run(parts_of(size, letters), figures, missing).through(office, stack, size)
    keep(figures)
    table.show(figures, missing, before)
    return 1 if missing else 0


async def connected_office(folder: Path, stack: AsyncExitStack) -> Office:
    """An office beside a stand-in of its own; the stack closes both."""
    url = await stack.enter_async_context(stand_in(folder))
    connector = aiohttp.TCPConnector(limit=0)
    http = await stack.enter_async_context(
        aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None))
    )
    office = Office(url, folder, http)
    stack.push_async_callback(office.close)
    return office


class _Run:
    """Takes the parts through their rounds; one that fails says why and the others go on."""

    def __init__(self, parts: Sequence[Part], figures: list[Figure], missing: list[Missing]) -> None:
        self._parts = list(parts)
        self._figures = figures
        self._missing = missing

    async def through(self, office: Office, stack: AsyncExitStack, size: Size) -> None:
        until, rounds = time.monotonic() + size.budget_s, size.rounds
        for part in list(self._parts):
            await self._try(part, lambda part=part: part.prepare(office, stack))  # type: ignore[misc]
        for number in range(rounds):
            for part in list(self._parts):
                if number < part.rounds and (number == 0 or time.monotonic() < until):
                    table.say(f"round {number + 1} of {rounds}: {', '.join(part.letters)}")
                    await self._try(part, lambda part=part: part.measure(number))  # type: ignore[misc] # noqa: B023
        for part in self._parts:
            self._figures.extend(part.figures())

    async def _try(self, part: Part, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except Exception as error:
            why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            self._missing.append(Missing(", ".join(part.letters), why))
            self._parts.remove(part)
            await asyncio.sleep(0)
