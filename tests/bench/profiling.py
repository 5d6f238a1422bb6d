"""`python -m tests.bench profile`: where the CPU of one message goes, by station, by library, by function."""

import asyncio
import json
import pstats
import signal
import tempfile
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench import database
from tests.bench.messages import messages
from tests.bench.office import Office
from tests.bench.parts import Size
from tests.bench.run import connected_office
from tests.bench.whole_bot import NAMES, SETTLE_S, WARM_UP

TOP = 40
Place = tuple[str, int, str]


async def run(size: Size) -> None:
    """Runs the observed bot twice and prints what was seen."""
    with tempfile.TemporaryDirectory(prefix="piltuvelis-bench-") as folder:
        async with AsyncExitStack() as stack:
            office = await connected_office(Path(folder), stack)
            await office.hire(1)
            stations = await _observed(office, "stations", size.messages)
            calls = await _observed(office, "calls", size.messages)
            _show_stations(json.loads(stations.read_text(encoding="utf-8")), size.messages)
            _show_calls(pstats.Stats(str(calls)), size.messages)


async def _observed(office: Office, how: str, count: int) -> Path:
    """The file that the bot wrote after so many messages, one at a time."""
    account = await office.account()
    file = office.folder / f"{how}.out"
    url = await asyncio.to_thread(database.build, office.folder / f"{how}.sqlite3", NAMES, 1_000)
    process = await office.our_bot(account, url, ["tests.bench.profiled_bot", how], {"BENCH_FILE": str(file)})
    try:
        await office.talk(account, messages(NAMES, WARM_UP, seed=7))
        process.tell(signal.SIGUSR1)
        await office.talk(account, messages(NAMES, count, seed=100))
        await asyncio.sleep(SETTLE_S)
        process.tell(signal.SIGUSR1)
        await asyncio.sleep(1)
    finally:
        process.check()  # where it has ended its last words say why, not that nobody answered
        await process.stop()
    return file


def _show_stations(seen: dict[str, Any], count: int) -> None:
    used: dict[str, float] = seen["used_s"]
    table = _table("CPU of one message by station", "station", "ms", "share", "calls")
    for name, seconds in sorted(used.items(), key=lambda each: -each[1]):
        share = f"{seconds / seen['whole_s']:.1%}"
        calls = seen["calls"].get(name)
        table.add_row(name, f"{seconds * 1000 / count:.3f}", share, f"{calls / count:.2f}" if calls else "")
    whole = seen["whole_s"] * 1000 / count
    rest = whole - sum(used.values()) * 1000 / count
    table.add_row("other threads, not seen", f"{rest:.3f}", f"{rest / whole:.1%}", "")
    table.add_row("whole process", f"{whole:.3f}", "100%", "", style="bold")
    Console(highlight=False).print(table)


def _show_calls(stats: pstats.Stats, count: int) -> None:
    """Library and function times are stretched by observing every call; their proportions matter."""
    every: dict[Place, Any] = {
        place: entry
        for place, entry in stats.stats.items()  # type: ignore[attr-defined]
        if entry[2] >= 0  # the database thread's wait was measured with another thread's clock
    }
    whole = sum(entry[2] for entry in every.values())
    libraries: Counter[str] = Counter()
    for place, (_, _, own, _, callers) in every.items():
        if place[0] == "~" and callers:
            for caller, seen in callers.items():
                libraries[_library(caller)] += seen[2]
        else:
            libraries[_library(place)] += own
    table = _table("by library, what is built in counted to its callers (cProfile)", "library", "share")
    for name, seconds in libraries.most_common(20):
        table.add_row(name, f"{seconds / whole:.1%}")
    Console(highlight=False).print(table)
    _show_functions("by function, itself (cProfile)", every, 2, whole, count)
    _show_functions("by function, with what it calls (cProfile)", every, 3, whole, count)


def _show_functions(title: str, every: dict[Place, Any], column: int, whole: float, count: int) -> None:
    table = _table(title, "function", "share", "calls a message")
    for place, entry in sorted(every.items(), key=lambda each: -each[1][column])[:TOP]:
        name = place[2] if place[0] == "~" else f"{_short(place[0])}:{place[1]} {place[2]}"
        table.add_row(name, f"{entry[column] / whole:.1%}", f"{entry[1] / count:.1f}")
    Console(highlight=False, width=120).print(table)


def _library(place: Place) -> str:
    parts = _short(place[0]).split("/")
    return "/".join(parts[:2]) if parts[0] in ("core", "bot") else parts[0]


def _short(file: str) -> str:
    """A file's path from its package on."""
    for mark in ("site-packages/", "python3.11/"):
        if mark in file:
            return file.split(mark)[-1]
    parts = Path(file).parts
    for top in ("core", "bot", "tests"):
        if top in parts:
            return "/".join(parts[parts.index(top) :])
    return file


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(headings[0], overflow="fold")
    for heading in headings[1:]:
        table.add_column(heading, justify="right")
    return table
