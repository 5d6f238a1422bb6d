"""What one written number may be as a date or time: "10:30", "15.30", "12/05", "2026-12-05", "11/2026"."""

import re
from datetime import date
from functools import lru_cache

from core.reading.calendar.dates import Exact
from core.reading.calendar.expressions import Clock, DateWords
from core.reading.calendar.months import MonthDay, Slashed

CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?")
_YEAR_FIRST = re.compile(r"(\d{4})[-–./](\d{1,2})[-–./](\d{1,2})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})/(\d{4})")
_YEAR_AND_MONTH = re.compile(r"(\d{4})/(\d{1,2})")
_COMPACT = re.compile(r"([01]?\d|2[0-3])([0-5]\d)")
DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2})")


@lru_cache(maxsize=2048)
def shapes_of(raw: str) -> tuple[tuple[str, object], ...]:
    """What one written number may be: ("hm", Clock), ("hm_dot", Clock), ("compact", Clock),
    ("numeric_date", DateWords), ("year_month", (2026, 11)).
    """
    if len(raw) > 10:
        return ()
    if match := CLOCK.fullmatch(raw):
        return (("hm", clock(match[1], match[2])),)
    if match := _DOTTED.fullmatch(raw):
        return tuple(_dotted(match[1], match[2]))
    if match := _SLASHED.fullmatch(raw):
        return tuple(_as_date(_slashed(match)))
    if match := _YEAR_FIRST.fullmatch(raw):
        return tuple(_as_date(full_date(int(match[1]), int(match[2]), int(match[3]))))
    if match := DAY_FIRST.fullmatch(raw):
        return tuple(_as_date(full_date(int(match[3]), int(match[2]), int(match[1]))))
    if match := _SHORT_YEAR.fullmatch(raw):
        return tuple(_as_date(_two_digit_year(int(match[1]), int(match[2]), int(match[3]))))
    if match := _COMPACT.fullmatch(raw):
        return (("compact", clock(match[1], match[2])),)
    if match := _MONTH_AND_YEAR.fullmatch(raw):
        return tuple(_year_month(int(match[2]), int(match[1])))
    if match := _YEAR_AND_MONTH.fullmatch(raw):
        return tuple(_year_month(int(match[1]), int(match[2])))
    return ()


def _two_digit_year(first: int, month: int, last: int) -> Exact | None:
    """ "5.12.26", or "26.12.05" in Lithuanian order where only that has a year of these decades."""
    if last in _THESE_YEARS:
        return full_date(2000 + last, month, first)
    return full_date(2000 + first, month, last) if first in _THESE_YEARS else None


_THESE_YEARS = range(20, 40)


def _year_month(year: int, month: int) -> list[tuple[str, object]]:
    return [("year_month", (year, month))] if 1990 <= year <= 2099 and 1 <= month <= 12 else []


def _as_date(found: DateWords | None) -> list[tuple[str, object]]:
    return [("numeric_date", found)] if found else []


def clock(hour: str, minute: str) -> Clock:
    exact = (len(hour) == 2 and (hour[0] == "0" or int(hour) > 12)) or hour == "0"
    return Clock(int(hour), int(minute), exact)


def _dotted(first: str, second: str) -> list[tuple[str, object]]:
    """ "15.30" is a time, "12.05" a day in Lithuanian order unless the words around it make it a time."""
    found: list[tuple[str, object]] = []
    if int(first) <= 24 and int(second) <= 59:
        found.append(("hm_dot", clock(first, second)))
    day = month_and_day(int(first), int(second))
    if day is None and int(second) <= 12 and not (found and int(second) % 5 == 0):
        day = month_and_day(int(second), int(first))
    if day and len(first) == 2:
        found.append(("numeric_date", day))
    return found


def _slashed(match: re.Match[str]) -> DateWords | None:
    a, b = int(match[1]), int(match[2])
    if not (month_and_day(a, b) or month_and_day(b, a)):
        return None
    year = int(match[3]) if match[3] else None
    return Slashed(a, b, year + 2000 if year is not None and year < 100 else year)


def month_and_day(month: int, day: int) -> MonthDay | None:
    """The day if there is such a one in a leap year."""
    try:
        date(2024, month, day)
    except ValueError:
        return None
    return MonthDay(month, day)


def full_date(year: int, month: int, day: int) -> Exact | None:
    """The date if there is such a one within a lifetime."""
    try:
        return Exact(date(year, month, day)) if 1950 <= year <= 2150 else None
    except ValueError:
        return None
