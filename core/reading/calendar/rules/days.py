"""Rules of days, weekdays, weeks and ways from today."""

from core.reading.calendar.dates import In, IsoWeek, Shifted, Week, Weekday, Which
from core.reading.calendar.expressions import DayPart, Direction
from core.reading.calendar.grammar import Phrase
from core.reading.calendar.months import RelativeMonth
from core.reading.calendar.rules.said import (
    EDGE_WEEKDAY,
    Built,
    Rules,
    counted_units,
    dated,
    edge_of,
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
    counted = counted_units(phrase, line)
    days = whole(phrase.value("relday"))
    if counted is None or days is None or days < 0 or counted[1] == "day":
        return None
    return dated(Shifted(In(*counted), days), direction=Direction.FUTURE)


def _next_workday(line: Line, phrase: Phrase) -> Built:
    which = which_of(phrase)
    return dated(In(which.step, "workday")) if which and which.step else None


def _ago(line: Line, phrase: Phrase) -> Built:
    counted = counted_units(phrase, line)
    return dated(In(-counted[0], counted[1]), direction=Direction.PAST) if counted else None


DAY_RULES: Rules = {
    "day": _day,
    "now": _day,
    "today_part": _today_part,
    "weekday": _weekday,
    "weekday_part": _weekday_part,
    "weekday_week": _weekday_week,
    "either": _either,
    "week": _week,
    "week_edge": _week_edge,
    "week_off": _week_off,
    "weekend": _weekend,
    "iso_week": _iso_week,
    "offset": _offset,
    "offset_from_day": _offset_from_day,
    "next_workday": _next_workday,
    "ago": _ago,
}
"""By name in the pattern tables."""
