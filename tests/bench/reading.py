"""How long reading a message takes by itself, beside a search for dates alone by the usual library."""

import json
import os
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from core.reading import read
from core.reading.directory import CompanyName, Directory, PersonName
from tests.bench.figures import Figure
from tests.bench.messages import Message, messages
from tests.bench.names import Names
from tests.bench.office import Office
from tests.bench.parts import Size, middle_ratio, percentile

NAMES = Names(1_000)
SHARED = os.environ.get("PILTUVELIS_SHARED")
NOW = datetime(2026, 11, 24, 10, 15)  # noqa: DTZ001 - reading wants local time


class Reading:
    """Part c, in this process: every text by both, in turn."""

    letters = "c"

    def __init__(self, size: Size) -> None:
        self.rounds = size.rounds
        self._texts = messages(NAMES, size.texts, seed=3) + _labelled()
        self._ours_ms: list[float] = []
        self._ratios: tuple[list[float], list[float]] = ([], [])

    async def prepare(self, office: Office, stack: AsyncExitStack) -> None:
        from dateparser.search import search_dates  # type: ignore[import-untyped]

        directory = _directory()
        settings: Any = {"RELATIVE_BASE": NOW}

        def ours(message: Message) -> object:
            return read(message.text, NOW, directory, language=message.language)

        def theirs(message: Message) -> object:
            return search_dates(message.text, languages=[message.language], settings=settings)

        self._ours, self._theirs = ours, theirs
        for message in messages(NAMES, 50, seed=4):
            self._ours(message)
            self._theirs(message)

    async def measure(self, number: int) -> None:
        ours = _each_ms(self._ours, self._texts)
        theirs = _each_ms(self._theirs, self._texts)
        self._ours_ms += ours
        self._ratios[0].append(sum(ours))
        self._ratios[1].append(sum(theirs))

    def figures(self) -> Sequence[Figure]:
        ratio = middle_ratio(*self._ratios)
        many = f"{len(self._texts)} texts"
        return (
            Figure("reading_p50", median(self._ours_ms), "ms", f"reading one of {many}, median"),
            Figure("reading_p99", percentile(self._ours_ms, 0.99), "ms", f"reading one of {many}, p99"),
            Figure("reading_ratio", ratio, "ratio", "reading ÷ dateparser's search_dates, same texts"),
        )


def _directory() -> Directory:
    """The invented names and the labelled messages' as the bot has them in memory."""
    companies = [CompanyName(number, NAMES.company(number)) for number in range(NAMES.companies)]
    people = [
        PersonName(number, NAMES.person(number), NAMES.company_of(number)) for number in range(NAMES.people)
    ]
    if SHARED:
        known = json.loads((Path(SHARED) / "reading" / "directory.json").read_text(encoding="utf-8"))
        companies += [CompanyName(each["id"], each["name"]) for each in known["companies"]]
        people += [PersonName(each["id"], each["name"], each.get("company")) for each in known["people"]]
    return Directory(companies, people)


def _labelled() -> list[Message]:
    """The labelled messages where they are at hand."""
    if not SHARED:
        return []
    lines = (Path(SHARED) / "reading" / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    return [Message(line["text"], line.get("lang") or "lt") for line in map(json.loads, lines)]


def _each_ms(reads: Callable[[Message], object], texts: Sequence[Message]) -> list[float]:
    found = []
    for message in texts:
        began = time.perf_counter()
        reads(message)
        found.append((time.perf_counter() - began) * 1000)
    return found
