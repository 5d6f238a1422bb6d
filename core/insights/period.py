"""Periods of reports: half-open ranges of local dates, and the words that name them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` (inclusive) to `end` (exclusive)."""

    start: date
    end: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.start <= day < self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days


def week_of(day: date) -> Span:
    """The week of a day, from Monday."""
    start = day - timedelta(days=day.weekday())
    return Span(start, start + timedelta(days=7))


def month_of(day: date) -> Span:
    """The calendar month of a day."""
    return _months(day.year, day.month, 1)


def quarter_of(day: date) -> Span:
    """The calendar quarter of a day."""
    return _months(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def year_of(day: date) -> Span:
    """The calendar year of a day."""
    return Span(date(day.year, 1, 1), date(day.year + 1, 1, 1))


def parse(text: str) -> Span:
    """The period of `2026`, `2026-Q4`, `2026-11`, `2026-W47` or `2026-10-01..2026-12-15` (the end excluded).

    Raises ValueError for anything else, and where the end is not after the start.
    """
    for pattern, read in PATTERNS:
        if found := re.fullmatch(pattern, text.strip(), re.IGNORECASE):
            return read(*found.groups())
    raise ValueError(text)


def _months(year: int, month: int, count: int) -> Span:
    after = year * 12 + month - 1 + count
    return Span(date(year, month, 1), date(after // 12, after % 12 + 1, 1))


def _week(year: str, week: str) -> Span:
    return week_of(date.fromisocalendar(int(year), int(week), 1))


def _between(start: str, end: str) -> Span:
    span = Span(date.fromisoformat(start), date.fromisoformat(end))
    if span.days <= 0:
        raise ValueError(f"{end} is not after {start}")
    return span


def _month(year: str, month: str) -> Span:
    return month_of(date(int(year), int(month), 1))


PATTERNS: tuple[tuple[str, Callable[..., Span]], ...] = (
    (r"(\d{4})", lambda year: year_of(date(int(year), 1, 1))),
    (r"(\d{4})-Q([1-4])", lambda year, quarter: _months(int(year), int(quarter) * 3 - 2, 3)),
    (r"(\d{4})-(\d{2})", _month),
    (r"(\d{4})-W(\d{2})", _week),
    (r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", _between),
)
