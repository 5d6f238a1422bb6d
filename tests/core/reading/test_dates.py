"""Phrases of dates and times in both languages, read as plans and as the past."""

from datetime import datetime
from pathlib import Path

import pytest

from core.reading.calendar import Direction, Resolved, find_whens, resolve
from core.reading.tokens import tokenize
from core.reading.words import Line

Row = tuple[str, str, Direction, str]


def rows(name: str) -> list[Row]:
    """All lines of a phrase table, one for each direction: now, phrase, direction, what it should mean."""
    found, now = [], ""
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("now "):
            now = line[4:]
        elif line and not line.startswith("#"):
            phrase, ahead, *back = (part.strip() for part in line.split("|"))
            found.append((now, phrase, Direction.FUTURE, ahead))
            found.append((now, phrase, Direction.PAST, back[0] if back else ahead))
    return found


def written(found: Resolved) -> str:
    """A resolved expression as the tables have it."""
    day = f"{found.on}" if found.on else ""
    choices = " ".join(["?", *map(str, found.dates)]) if found.ambiguous_date else ""
    times = " ".join(["?", *(f"{at:%H:%M}" for at in found.times)]) if found.ambiguous_time else ""
    at = f"{found.at:%H:%M}" if found.at else ""
    return " ".join(part for part in (day, choices, at, times) if part)


def meant(now: str, phrase: str, direction: Direction) -> str:
    """What all expressions of the phrase mean; "-" for none."""
    whens = find_whens(Line(tokenize(phrase)))
    return " + ".join(written(resolve(when, datetime.fromisoformat(now), direction)) for when in whens) or "-"


@pytest.mark.parametrize(
    ("now", "phrase", "direction", "expected"),
    [*rows("test_dates_lt.txt"), *rows("test_dates_en.txt"), *rows("test_times.txt")],
)
def test_phrase_means(now: str, phrase: str, direction: Direction, expected: str) -> None:
    assert meant(now, phrase, direction) == expected
