"""What each way of saying a month, a day of it, a quarter, a year or a feast means on a given day."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from core.reading.calendar.dates import (
    VAGUE,
    Days,
    Edge,
    Which,
    absolute_year,
    add_months,
    month_end,
    nearest,
)
from core.reading.calendar.expressions import Direction
from core.reading.calendar.holidays import holiday


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a named month."""

    month: int
    day: int
    year: int | None = None

    def on(self, today: date, direction: Direction) -> Days:
        if self.year is not None:
            day = self._in(absolute_year(self.year, today))
            return (day,) if day else VAGUE
        return nearest(self._in, today, direction)

    def _in(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Slashed:
    """Two numbers with a slash: clear if one is over 12 or both are equal, else both readings."""

    first: int
    second: int
    year: int | None = None

    def on(self, today: date, direction: Direction) -> Days:
        a, b = self.first, self.second
        month_first, day_first = MonthDay(a, b, self.year), MonthDay(b, a, self.year)
        if a > 12:
            return day_first.on(today, direction)
        if b > 12 or a == b:
            return month_first.on(today, direction)
        return tuple(sorted({*month_first.on(today, direction), *day_first.on(today, direction)}))


@dataclass(frozen=True, slots=True)
class Month:
    """A named month, or its start, middle or end."""

    month: int
    edge: Edge | None = None
    year: int | None = None
    which: Which | None = None

    def on(self, today: date, direction: Direction) -> Days:
        if self.year is not None:
            return (self._in(absolute_year(self.year, today)),)
        if (
            self.edge is None
            and self.month == today.month
            and direction is Direction.FUTURE
            and today.day > 1
        ):
            return VAGUE if self.which in (None, Which.THIS) else (self._in(today.year + 1),)
        if self.which is Which.LAST:
            before = today - timedelta(days=today.day)
            return nearest(self._in, before, Direction.PAST)
        return nearest(self._in, today, direction)

    def _in(self, year: int) -> date:
        return edge_of_month(year, self.month, self.edge)


def edge_of_month(year: int, month: int, edge: Edge | None) -> date:
    """The 1st, the 15th or the last day."""
    if edge is Edge.END:
        return month_end(year, month)
    return date(year, month, 15 if edge is Edge.MID else 1)


@dataclass(frozen=True, slots=True)
class RelativeMonth:
    """A month counted from this one, its edge, or a day in it. This month without either is vague."""

    months: int
    edge: Edge | None = None
    day: int | None = None
    said: bool = True

    def on(self, today: date, direction: Direction) -> Days:
        if self.day is None and self.edge is None and self.months == 0:
            return VAGUE
        first = add_months(today.replace(day=1), self.months)
        if self.day is not None:
            return (
                (first.replace(day=self.day),)
                if self.day <= month_end(first.year, first.month).day
                else VAGUE
            )
        found = edge_of_month(first.year, first.month, self.edge)
        if self.months == 0:
            return (self._toward(found, today, direction),)
        return (found,)

    def _toward(self, found: date, today: date, direction: Direction) -> date:
        """The end of the month, said on its last day, is the next month's; past ends are the last
        month's.
        """
        step = 0
        if direction is Direction.FUTURE:
            step = 1 if found < today or (found == today and self.edge is Edge.END) else 0
        elif found > today:
            step = -1
        other = add_months(found.replace(day=1), step)
        return edge_of_month(other.year, other.month, self.edge) if step and not self.said else found


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The 15th: the next one, never today; in the past the latest."""

    day: int

    def on(self, today: date, direction: Direction) -> Days:
        step = 1 if direction is Direction.FUTURE else -1
        month = today.replace(day=1)
        for _ in range(4):
            if self.day <= month_end(month.year, month.month).day:
                found = month.replace(day=self.day)
                if found > today if step > 0 else found < today:
                    return (found,)
            month = add_months(month, step)
        return VAGUE


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first Monday or (-1) the last Friday of a named month, or of one counted from this."""

    nth: int
    weekday: int
    month: int | None = None
    months: int = 0
    year: int | None = None

    def on(self, today: date, direction: Direction) -> Days:
        month = self.month
        if month is not None and self.year is not None:
            found = self._in(self.year, month)
            return (found,) if found else VAGUE
        if month is not None:
            return nearest(lambda year: self._in(year, month), today, direction)
        ahead = direction is Direction.FUTURE
        for step in (self.months,) if self.months else range(13):
            first = add_months(today.replace(day=1), step if ahead or self.months else -step)
            found = self._in(first.year, first.month)
            if found and (self.months or (found >= today if ahead else found <= today)):
                return (found,)
        return VAGUE

    def _in(self, year: int, month: int) -> date | None:
        days = [day for day in _days_of(year, month) if self._fits(day)]
        place = self.nth - 1 if self.nth > 0 else self.nth
        return days[place] if place < len(days) else None

    def _fits(self, day: date) -> bool:
        return day.weekday() == self.weekday


def _days_of(year: int, month: int) -> list[date]:
    return [date(year, month, day + 1) for day in range(calendar.monthrange(year, month)[1])]


@dataclass(frozen=True, slots=True)
class NthWorkday(NthWeekday):
    """The first or (-1) the last working day of a month."""

    def _fits(self, day: date) -> bool:
        return day.weekday() < 5


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter by number or counted from this one; its last day unless start or middle is said."""

    number: int | None = None
    quarters: int = 0
    edge: Edge | None = None
    year: int | None = None
    months: int = 3
    """Length: 3, or 6 for half a year."""

    def on(self, today: date, direction: Direction) -> Days:
        if self.number is None:
            return self._counted(today, direction)
        if self.year is not None:
            return (self._in(absolute_year(self.year, today), self.number),)
        number = self.number
        return nearest(lambda year: self._in(year, number), today, direction)

    def _counted(self, today: date, direction: Direction) -> Days:
        periods = 12 // self.months
        year, index = divmod(today.year * periods + (today.month - 1) // self.months + self.quarters, periods)
        found = self._in(year, index + 1)
        step = 0
        if self.quarters == 0:
            step = 1 if found == today and direction is Direction.FUTURE else 0
            step = -1 if found > today and direction is Direction.PAST else step
        year, index = divmod(year * periods + index + step, periods)
        return (self._in(year, index + 1),)

    def _in(self, year: int, number: int) -> date:
        first = (number - 1) * self.months + 1
        if self.edge is Edge.START:
            return date(year, first, 1)
        if self.edge is Edge.MID:
            return date(year, first + self.months // 2, 15 if self.months == 3 else 1)
        return month_end(year, first + self.months - 1)


@dataclass(frozen=True, slots=True)
class YearEdge:
    """Start or end of a year; the end of this one, said on its last day, is the next one's."""

    year: int
    edge: Edge | None = None

    def on(self, today: date, direction: Direction) -> Days:
        year = absolute_year(self.year, today)
        match self.edge:
            case Edge.START:
                passed = self.year == 0 and direction is Direction.FUTURE and today > date(year, 1, 1)
                return (date(year + 1 if passed else year, 1, 1),)
            case Edge.MID:
                return (date(year, 7, 1),)
            case Edge.END:
                return self._end(year, today, direction)
        return VAGUE

    def _end(self, year: int, today: date, direction: Direction) -> Days:
        found = date(year, 12, 31)
        if self.year == 0 and direction is Direction.PAST:
            return (date(year - 1, 12, 31),)
        return (date(year + 1, 12, 31),) if self.year == 0 and found == today else (found,)


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday: its first day, the day before it (-1), or the day after its last (1)."""

    name: str
    shift: int = 0
    year: int | None = None

    def on(self, today: date, direction: Direction) -> Days:
        if self.year is not None:
            return (self._in(absolute_year(self.year, today)),)
        if self.name == "new_year" and self.shift < 0 and direction is Direction.FUTURE:
            return nearest(self._in, today + timedelta(days=1), direction)
        return nearest(self._in, today, direction)

    def _in(self, year: int) -> date:
        first, last = holiday(self.name, year)
        return last + timedelta(days=1) if self.shift > 0 else first + timedelta(days=min(self.shift, 0))
