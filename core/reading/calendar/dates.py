"""What each way of saying a day or a week means on a given day."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.reading.calendar.expressions import DateWords, Direction

Days = tuple[date, ...]


VAGUE: Days = ()


class Which(StrEnum):
    """The word before a weekday, week, month or quarter."""

    THIS = "this"
    NEXT = "next"
    COMING = "coming"
    LAST = "last"
    BEFORE_LAST = "before_last"
    AFTER_NEXT = "after_next"

    @property
    def step(self) -> int:
        """How many calendar weeks, months or quarters away."""
        return _STEPS[self]


_STEPS = {
    Which.THIS: 0,
    Which.NEXT: 1,
    Which.COMING: 1,
    Which.LAST: -1,
    Which.BEFORE_LAST: -2,
    Which.AFTER_NEXT: 2,
}


class Edge(StrEnum):
    """Part of a week, month, quarter or year."""

    START = "start"
    MID = "mid"
    END = "end"


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of a month so many away, cut to its end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_working_days(day: date, count: int) -> date:
    """So many days on (back if negative) without counting Saturdays and Sundays."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() >= 5:
            day += step
    return day


def nearest(in_year: Callable[[int], date | None], today: date, direction: Direction) -> Days:
    """The first such day from today on, or the last until today; today itself counts."""
    years = range(9) if direction is Direction.FUTURE else range(1, -9, -1)
    for step in years:
        day = in_year(today.year + step)
        if day and (day >= today if direction is Direction.FUTURE else day <= today):
            return (day,)
    return VAGUE


def absolute_year(year: int, today: date) -> int:
    """A year as such, or relative to this one ("kitų metų" is 1)."""
    return year if year >= 1900 else today.year + year


@dataclass(frozen=True, slots=True)
class Exact:
    """A full date."""

    day: date

    def on(self, today: date, direction: Direction) -> Days:
        return (self.day,)


@dataclass(frozen=True, slots=True)
class In:
    """So many days, weeks, months, years or working days from now; negative is ago."""

    count: int
    unit: str = "day"

    def on(self, today: date, direction: Direction) -> Days:
        match self.unit:
            case "day":
                return (today + timedelta(days=self.count),)
            case "week":
                return (today + timedelta(weeks=self.count),)
            case "workday":
                return (add_working_days(today, self.count),)
            case "month":
                return (add_months(today, self.count),)
            case "quarter":
                return (add_months(today, 3 * self.count),)
        return (add_months(today, 12 * self.count),)


@dataclass(frozen=True, slots=True)
class Steps:
    """Several counts one after the other: "a month and 21 days ago"."""

    steps: tuple[In, ...]

    def on(self, today: date, direction: Direction) -> Days:
        day = today
        for step in self.steps:
            (day,) = step.on(day, direction)
        return (day,)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (0 = Monday); `weeks` more for "Tuesday week"."""

    weekday: int
    which: Which | None = None
    weeks: int = 0

    def on(self, today: date, direction: Direction) -> Days:
        monday = today - timedelta(days=today.weekday())
        if self.which in (None, Which.COMING, Which.LAST, Which.BEFORE_LAST):
            past = self.which in (Which.LAST, Which.BEFORE_LAST) or (
                self.which is None and direction is Direction.PAST and not self.weeks
            )
            extra = self.weeks - (self.which is Which.BEFORE_LAST)
            return (self._nearest(today, past) + timedelta(weeks=extra),)
        step = self.which.step if self.which else 0
        return (monday + timedelta(days=self.weekday, weeks=step + self.weeks),)

    def _nearest(self, today: date, past: bool) -> date:
        """The next or the latest such day, never today."""
        ahead = (self.weekday - today.weekday() - 1) % 7 + 1
        behind = (today.weekday() - self.weekday - 1) % 7 + 1
        return today - timedelta(days=behind) if past else today + timedelta(days=ahead)


@dataclass(frozen=True, slots=True)
class Week:
    """A day of the calendar week so many away; without one Monday, of this week Friday."""

    weeks: int
    weekday: int | None = None
    loose: bool = False

    def on(self, today: date, direction: Direction) -> Days:
        monday = today - timedelta(days=today.weekday())
        weekday = self.weekday
        if weekday is None:
            weekday = 0 if self.weeks else 4
        day = monday + timedelta(weeks=self.weeks, days=weekday)
        if self.weekday is None and self.weeks == 0 and direction is Direction.PAST:
            day = min(day, today)
        if self.loose:
            day = self._toward(day, today, direction)
        return (day,)

    def _toward(self, day: date, today: date, direction: Direction) -> date:
        """This week's end, when it lies the wrong way: the next one, the last one."""
        if direction is Direction.FUTURE:
            return day + timedelta(weeks=1) if day < today else day
        return day - timedelta(weeks=1) if day > today else day


@dataclass(frozen=True, slots=True)
class IsoWeek:
    """A numbered week, Monday unless a weekday is said."""

    number: int
    weekday: int = 0
    year: int | None = None

    def on(self, today: date, direction: Direction) -> Days:
        if self.year is not None:
            day = self._in(absolute_year(self.year, today))
            return (day,) if day else VAGUE
        start = today - timedelta(days=today.weekday())
        return nearest(self._in, start if direction is Direction.FUTURE else today, direction)

    def _in(self, year: int) -> date | None:
        try:
            return date.fromisocalendar(year, self.number, self.weekday + 1)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """Monday of the week that another date is in: "the week of 7 December"."""

    inner: DateWords

    def on(self, today: date, direction: Direction) -> Days:
        return tuple(day - timedelta(days=day.weekday()) for day in self.inner.on(today, direction))


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many days from another date: "a week on Tuesday", "po penktadienio"."""

    inner: DateWords
    days: int

    def on(self, today: date, direction: Direction) -> Days:
        return tuple(day + timedelta(days=self.days) for day in self.inner.on(today, direction))


@dataclass(frozen=True, slots=True)
class WeekdayBy:
    """The last such day of the week before another date, or the first from it on."""

    weekday: int
    inner: DateWords
    before: bool

    def on(self, today: date, direction: Direction) -> Days:
        days = self.inner.on(today, direction)
        return tuple(self._back(day) if self.before else self._on(day) for day in days)

    def _back(self, day: date) -> date:
        return day - timedelta(days=(day.weekday() - self.weekday - 1) % 7 + 1)

    def _on(self, day: date) -> date:
        return day + timedelta(days=(self.weekday - day.weekday()) % 7)
