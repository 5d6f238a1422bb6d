"""Two dates or times side by side: one meaning together, or alternatives."""

from dataclasses import replace
from typing import TypeGuard

from core.reading.calendar.dates import In, IsoWeek, Shifted, Week, Weekday
from core.reading.calendar.expressions import Clock, DateWords
from core.reading.calendar.months import DayOfMonth, Feast, Month, MonthDay, Quarter, RelativeMonth, YearEdge


def together(a: DateWords, b: DateWords) -> DateWords | None:
    """What two dates said side by side mean together; None if they are two dates."""
    for first, second in ((a, b), (b, a)):
        if is_bare_weekday(second):
            if isinstance(first, Week) and (first.weekday is None or first.loose is False):
                return Week(first.weeks, second.weekday)
            if isinstance(first, IsoWeek):
                return replace(first, weekday=second.weekday)
            if isinstance(first, In) and first.unit == "week":
                return Week(first.count, second.weekday)
        if (
            isinstance(first, YearEdge)
            and first.edge is None
            and isinstance(second, Month | MonthDay | Feast)
        ):
            return replace(second, year=first.year) if second.year is None else None
        if _is_full(first) and (
            isinstance(second, Weekday | RelativeMonth | Quarter)
            or (isinstance(second, In) and abs(second.count) <= 2)
        ):
            return first
    return None


def _is_full(date: DateWords) -> bool:
    """Whether a weekday beside it adds nothing."""
    return not isinstance(
        date, Week | Weekday | In | YearEdge | IsoWeek | Month | Shifted | RelativeMonth | Quarter
    )


def alternatives(a: DateWords, b: DateWords) -> list[DateWords] | None:
    """Two alternatives; a day without a month takes the other's."""
    if isinstance(a, MonthDay) and isinstance(b, DayOfMonth):
        return [a, MonthDay(a.month, b.day, a.year)]
    if isinstance(a, DayOfMonth) and isinstance(b, MonthDay):
        return [MonthDay(b.month, a.day, b.year), b]
    if isinstance(a, Weekday) and isinstance(b, Weekday) and b.which is None and a.which is not None:
        return [a, replace(b, which=a.which)]
    return [a, b]


def settled(dates: list[DateWords]) -> tuple[DateWords, ...]:
    """Alternatives once all is said: "Monday next week or Tuesday" are of one week."""
    found: list[DateWords] = []
    for date in dates:
        before = found[-1] if found else None
        if isinstance(before, Week) and before.weekday is not None and is_bare_weekday(date):
            date = Week(before.weeks, date.weekday)
        found.append(date)
    return tuple(found)


def is_bare_weekday(date: DateWords) -> TypeGuard[Weekday]:
    """Whether it is a day of the week whose week is not said."""
    return isinstance(date, Weekday) and date.which is None and not date.weeks


def alike(model: Clock, clock: Clock) -> Clock:
    """ "9–11 am": what the model says about morning holds for a bare hour beside it."""
    if model.exact and model.hour >= 12 and not clock.exact and clock.hour < model.hour - 12:
        return Clock(clock.hour + 12, clock.minute, exact=True)
    return clock
