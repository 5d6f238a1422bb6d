"""Feasts that people plan by, and the day of Easter."""

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from importlib import resources


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int) -> tuple[date, date]:
    """First and last day of the feast, as in holidays.toml. Raises KeyError for an unknown name."""
    first, last = _rules()[name]
    return _day(first, year), _day(last, year)


@cache
def _rules() -> dict[str, tuple[str, str]]:
    text = resources.files(__package__).joinpath("holidays.toml").read_text(encoding="utf-8")
    return {name: (first, last) for name, (first, last) in tomllib.loads(text).items()}


_NTH = re.compile(r"(\d\d)-(\d)\.(\d)\+(\d)")


def _day(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    nth = _NTH.fullmatch(rule)
    if nth is None:
        return date.fromisoformat(f"{year:04}-{rule}")
    month, count, weekday, more = map(int, nth.groups())
    first = date(year, month, 1)
    ahead = (weekday - 1 - first.weekday()) % 7
    return first + timedelta(days=ahead + 7 * (count - 1) + more)
