"""Rules of days, weekdays, weeks and ways from today."""

from typing import cast

from core.reading.calendar.dates import In, IsoWeek, Shifted, Steps, Week, Weekday, WeekOf, Which
from core.reading.calendar.expressions import DateWords, DayPart, Direction
from core.reading.calendar.grammar import Phrase
from core.reading.calendar.months import DayOfMonth, MonthDay, RelativeMonth
from core.reading.calendar.rules.said import (
    DAYS_OF,
    EDGE_WEEKDAY,
    Built,
    Rules,
    counted_unit,
    counted_units,
    dated,
    edge_of,
    is_uncounted_plural,
    toward,
    which_of,
    whole,
    year_of,
)
from core.reading.words import Line


def _day(line: Line, phrase: Phrase) -> Built:
    days = whole(phrase.value("relday")) or 0
    return dated(In(days), direction=toward(days))


def _today_part(line: Line, phrase: Phrase) -> Built:
    days, part = str(phrase.value("todaypart")).split()
    return {**dated(In(int(days)), direction=toward(int(days))), "part": DayPart(part)}


def _weekday(line: Line, phrase: Phrase) -> Built:
    return dated(Weekday(whole(phrase.value("weekday")) or 0, which_of(phrase)))


def _weekday_part(line: Line, phrase: Phrase) -> Built:
    """ "Pirmadienio ryto": a day and its part, each in the genitive."""
    day = _weekday(line, phrase) or {}
    return {**day, "part": DayPart(str(phrase.value("part_of_day")))}


def _weekday_week(line: Line, phrase: Phrase) -> Built:
    unit = phrase.value("time_unit") or "week"
    count = (whole(phrase.value("num")) or 1) * {"week": 1, "fortnight": 2}.get(str(unit), 0)
    count = whole(phrase.value("fortnight")) or count
    if not 0 < count < 100:
        return None
    weekday = Weekday(whole(phrase.value("weekday")) or 0, None, count)
    return dated(weekday, direction=Direction.FUTURE)


def _either(line: Line, phrase: Phrase) -> Built:
    first, second = (Which(str(which)) for which in phrase.values("which")[:2])
    weekday = whole(phrase.value("weekday"))
    if weekday is not None:
        return dated(Weekday(weekday, first), Weekday(weekday, second))
    if phrase.value("month_unit"):
        return dated(RelativeMonth(first.step), RelativeMonth(second.step))
    day = 5 if phrase.value("weekend") else None
    return dated(Week(first.step, day), Week(second.step, day))


def _week(line: Line, phrase: Phrase) -> Built:
    which = which_of(phrase)
    return dated(Week(which.step)) if which else None


def _week_edge(line: Line, phrase: Phrase) -> Built:
    which, edge = which_of(phrase), edge_of(phrase)
    weekday = EDGE_WEEKDAY[edge] if edge else 4
    return dated(Week(which.step if which else 0, weekday, loose=which is None))


def _week_off(line: Line, phrase: Phrase) -> Built:
    weeks = whole(phrase.value("weekoff")) or 0
    return dated(Week(weeks), direction=toward(weeks))


def _weekend(line: Line, phrase: Phrase) -> Built:
    which = which_of(phrase)
    step = 0 if which is Which.COMING else which.step if which else 0
    step = Which.AFTER_NEXT.step if phrase.value("after_next") else step
    return dated(Week(step, 5, loose=which in (None, Which.COMING)))


def _iso_week(line: Line, phrase: Phrase) -> Built:
    number = whole(phrase.value("week_number") or phrase.value("small"))
    edge = edge_of(phrase)
    weekday = EDGE_WEEKDAY[edge] if edge else 0
    return dated(IsoWeek(number, weekday, year_of(phrase))) if number else None


def _offset(line: Line, phrase: Phrase) -> Built:
    counted = counted_units(phrase, line)
    if counted is None:
        return None
    built = dated(In(*counted), direction=Direction.FUTURE)
    return {**built, "deadline": True} if phrase.value("within") else built


def _offset_from_day(line: Line, phrase: Phrase) -> Built:
    """ "A week from tomorrow", "a week today"; of days only with the word between: "two days after today"."""
    counted = counted_units(phrase, line)
    days = whole(phrase.value("relday"))
    if counted is None or days is None or (counted[1] == "day" and not phrase.value("from_day")):
        return None
    if is_uncounted_plural(phrase):
        return None
    if counted[1] == "workday":
        return dated(Steps((In(days), In(*counted))), direction=Direction.FUTURE)
    if days < 0 and counted[1] != "day":
        return None
    return dated(Shifted(In(*counted), days), direction=Direction.FUTURE)


def _before_day(line: Line, phrase: Phrase) -> Built:
    """ "Two days before yesterday", "a day before Friday"."""
    counted, day = counted_units(phrase, line), whole(phrase.value("relday"))
    if counted is None or counted[1] not in DAYS_OF:
        return None
    back = counted[0] * DAYS_OF[counted[1]]
    if day is not None:
        return dated(In(day - back), direction=toward(day - back))
    return dated(Shifted(Weekday(whole(phrase.value("weekday")) or 0, which_of(phrase)), -back))


def _weekday_instead(line: Line, phrase: Phrase) -> Built:
    """ "Not this Friday but next": next week's."""
    weekday = whole(phrase.value("weekday")) or 0
    return dated(Weekday(weekday, Which.NEXT), direction=Direction.FUTURE)


def _counted_weekday(line: Line, phrase: Phrase) -> Built:
    """ "Three Fridays from now": the third to come; "two Thursdays ago"."""
    count, weekday = whole(phrase.value("num")), whole(phrase.value("weekday_plural"))
    if count is None or weekday is None or not 0 < count < 100:
        return None
    if phrase.value("ago") or phrase.value("before_now"):
        return dated(Weekday(weekday, Which.LAST, 1 - count), direction=Direction.PAST)
    return dated(Weekday(weekday, Which.COMING, count - 1), direction=Direction.FUTURE)


def _steps(line: Line, phrase: Phrase) -> Built:
    """ "A month and 21 days ago", "in 2 weeks and 3 days": the longest unit first."""
    past = phrase.value("ago") is not None or phrase.value("before_now") is not None
    counted = [counted_unit(num, str(unit)) for num, unit in zip(*_counts(phrase), strict=False)]
    steps = [In(-each[0] if past else each[0], each[1]) for each in counted if each]
    if len(steps) != len(counted):
        return None
    steps.sort(key=lambda step: _LONGEST_FIRST.index(step.unit))
    return dated(Steps(tuple(steps)), direction=Direction.PAST if past else Direction.FUTURE)


def _counts(phrase: Phrase) -> tuple[list[object], list[object]]:
    """The numbers of several counts, one where none is said ("a month", "po mėnesio ir"), and their units."""
    numbers: list[object] = []
    number: object = None
    for atom in phrase.atoms:
        if atom.category == "time_unit":
            numbers.append(number)
        number = atom.value if atom.category == "num" else None
    return numbers, phrase.values("time_unit")


_LONGEST_FIRST = ("year", "quarter", "month", "week", "day")


def _week_of(line: Line, phrase: Phrase) -> Built:
    day = whole(phrase.value("date_day") or phrase.value("ordinal_day"))
    month = whole(phrase.value("month"))
    written = cast(DateWords | None, phrase.value("numeric_date"))
    if written:
        return dated(WeekOf(written))
    if day is None:
        return None
    return dated(WeekOf(MonthDay(month, day, year_of(phrase)) if month else DayOfMonth(day)))


def _day_edge(line: Line, phrase: Phrase) -> Built:
    """ "End of tomorrow", "end of Friday"."""
    day = _day(line, phrase) if phrase.value("relday") is not None else _weekday(line, phrase)
    return {**(day or {}), "part": DayPart.DAY_END}


def _day_meal(line: Line, phrase: Phrase) -> Built:
    """ "Tomorrow lunch": the time; a lunch with somebody is a meeting."""
    if line.atom(phrase.last, "name_word"):
        return None
    day = _day(line, phrase) if phrase.value("relday") is not None else _weekday(line, phrase)
    return {**(day or {}), "part": DayPart(str(phrase.value("meal")))}


def _each_day(line: Line, phrase: Phrase) -> Built:
    """Only "every day", which is told from dates before it comes here, is said so."""
    return None


def _next_workday(line: Line, phrase: Phrase) -> Built:
    which = which_of(phrase)
    return dated(In(which.step, "workday")) if which and which.step else None


def _ago(line: Line, phrase: Phrase) -> Built:
    """ "Two days ago", "a week ago yesterday"; "days ago" is no day."""
    counted, days = counted_units(phrase, line), whole(phrase.value("relday"))
    if counted is None or is_uncounted_plural(phrase):
        return None
    back = In(-counted[0], counted[1])
    return dated(Shifted(back, days) if days else back, direction=Direction.PAST)


DAY_RULES: Rules = {
    "day": _day,
    "now": _day,
    "today_part": _today_part,
    "weekday": _weekday,
    "weekday_part": _weekday_part,
    "weekday_instead": _weekday_instead,
    "weekday_week": _weekday_week,
    "either": _either,
    "week": _week,
    "week_edge": _week_edge,
    "week_off": _week_off,
    "weekend": _weekend,
    "iso_week": _iso_week,
    "offset": _offset,
    "offset_from_day": _offset_from_day,
    "before_day": _before_day,
    "counted_weekday": _counted_weekday,
    "steps": _steps,
    "week_of": _week_of,
    "day_edge": _day_edge,
    "day_meal": _day_meal,
    "each_day": _each_day,
    "next_workday": _next_workday,
    "ago": _ago,
}
"""By name in the pattern tables."""
