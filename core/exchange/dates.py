"""Dates as files write them; day and month are told apart from a whole column, never row by row."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo


class Order(StrEnum):
    """Which of the first two numbers of a date such as 03/04/2026 is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and, where the cell has one, a clock time; `at` is set where it names the very instant."""

    on: date
    clock: time | None = None
    at: datetime | None = None

    def instant(self, zone: ZoneInfo) -> datetime:
        """The instant in `zone`: of the time where there is one, else noon of the day."""
        if self.at is not None:
            return self.at
        return _instant(self.on, self.clock or time(12), zone)


@lru_cache(maxsize=10_000)
def _instant(on: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, clock, zone).astimezone(UTC)


FIRST_OF_SPREADSHEETS = date(1899, 12, 30)
"""Day 0 of the numbers that spreadsheets keep dates as."""

SERIAL = re.compile(r"\d{5}(?:\.\d+)?")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january sausio sausis",
            "feb february vasario vasaris",
            "mar march kovo kovas",
            "apr april balandžio balandis",
            "may gegužės gegužė",
            "jun june birželio birželis",
            "jul july liepos liepa",
            "aug august rugpjūčio rugpjūtis",
            "sep sept september rugsėjo rugsėjis",
            "oct october spalio spalis",
            "nov november lapkričio lapkritis",
            "dec december gruodžio gruodis",
        ),
        start=1,
    )
    for name in names.split()
}

CLOCK = (
    r"(?:[T,\s]+(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2})(?:[.,](?P<f>\d+))?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<z>Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
YEAR_FIRST = re.compile(
    r"(?P<y>\d{4})(?:[-./]\s?|\s)(?P<m>\d{1,2})(?:[-./]\s?|\s)(?P<d>\d{1,2})\.?" + CLOCK, re.IGNORECASE
)
COMPACT = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})")
YEAR_LAST = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>[-./])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4}|\d{2})\.?" + CLOCK, re.IGNORECASE
)
NAMED = (
    re.compile(
        r"(?P<y>\d{4})\s*(?:m\.?)?\s*(?P<name>[^\W\d_]+)\.?\s+(?P<d>\d{1,2})\s*(?:d\.?)?" + CLOCK,
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[-\s]+(?P<name>[^\W\d_]+)\.?[-,\s]+(?P<y>\d{4})" + CLOCK,
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<name>[^\W\d_]+)\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})" + CLOCK, re.IGNORECASE
    ),
)


@dataclass
class DateSurvey:
    """Goes through a column's cells and tells the order of its dates."""

    slashes: int = 0
    others: int = 0
    day_first: int = 0
    month_first: int = 0

    def see(self, cell: str) -> None:
        found = YEAR_LAST.fullmatch(cell)
        if found is None:
            return
        self.slashes += found["mark"] == "/"
        self.others += found["mark"] != "/"
        self.day_first += int(found["a"]) > 12
        self.month_first += int(found["b"]) > 12

    @property
    def is_told(self) -> bool:
        """Whether some date of the column can be read in one way only, or none depends on the order."""
        return self.day_first != self.month_first or not self.slashes + self.others

    @property
    def is_contradictory(self) -> bool:
        """Whether as many dates can only be read the one way as the other."""
        return self.day_first == self.month_first > 0

    @property
    def order(self) -> Order:
        """The order that most clear dates have; else the habit of the mark: 3/4/2026 is American."""
        if self.day_first != self.month_first:
            return Order.DAY_FIRST if self.day_first > self.month_first else Order.MONTH_FIRST
        return Order.MONTH_FIRST if self.slashes > self.others else Order.DAY_FIRST


@lru_cache(maxsize=10_000, typed=True)
def parse_date(cell: str, order: Order) -> Moment:
    """The moment in a cell. Raises ValueError with what was expected."""
    if SERIAL.fullmatch(cell) and 20_000 <= Decimal(cell) < 80_000:
        return _of_spreadsheet(Decimal(cell))
    for pattern in (YEAR_FIRST, COMPACT, YEAR_LAST, *NAMED):
        found = pattern.fullmatch(cell)
        if found is not None:
            return _moment(found.groupdict(), order, cell)
    raise ValueError(f'"{cell[:40]}" is not a date; expected as 2026-12-05')


def parse_clock(cell: str) -> time:
    """The time of day in a cell of its own. Raises ValueError with what was expected."""
    found = re.fullmatch(CLOCK, f" {cell}", re.IGNORECASE)
    try:
        clock = _clock(found.groupdict()) if found else None
    except ValueError:
        clock = None
    if clock is None:
        raise ValueError(f'"{cell[:40]}" is not a time of day; expected as 14:30')
    return clock


def _of_spreadsheet(number: Decimal) -> Moment:
    """The moment of a spreadsheet's number: days, and a part of the day where it has a clock time."""
    day = FIRST_OF_SPREADSHEETS + timedelta(days=int(number))
    seconds = round(number % 1 * 86_400)
    if not 0 < seconds < 86_400:
        return Moment(day)
    return Moment(day, (datetime.combine(day, time()) + timedelta(seconds=seconds)).time())


def _moment(parts: dict[str, str | None], order: Order, cell: str) -> Moment:
    try:
        day = date(_year(parts["y"] or ""), *_month_and_day(parts, order))
        clock = _clock(parts)
    except (ValueError, KeyError):
        raise ValueError(
            f'"{cell[:40]}" is not a date of the calendar ({order.value} in this column)'
        ) from None
    zone = parts.get("z")
    if clock is None or not zone:
        return Moment(day, clock)
    offset = "+00:00" if zone.upper() in ("Z", "UTC") else zone
    return Moment(day, clock, datetime.fromisoformat(f"{day}T{clock}{offset}"))


def _month_and_day(parts: dict[str, str | None], order: Order) -> tuple[int, int]:
    if name := parts.get("name"):
        return MONTHS[name.casefold()], int(parts["d"] or 0)
    if "a" not in parts:
        return int(parts["m"] or 0), int(parts["d"] or 0)
    first, second = int(parts["a"] or 0), int(parts["b"] or 0)
    return (second, first) if order is Order.DAY_FIRST else (first, second)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 2:
        return 2000 + year if year < 70 else 1900 + year
    if not 1900 <= year <= 2200:
        raise ValueError(text)
    return year


def _clock(parts: dict[str, str | None]) -> time | None:
    if not parts.get("h"):
        return None
    hour = int(parts["h"] or 0)
    half = (parts.get("half") or "").replace(".", "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    fraction = int((parts.get("f") or "")[:6].ljust(6, "0"))
    return time(hour, int(parts["mi"] or 0), int(parts.get("s") or 0), fraction)
