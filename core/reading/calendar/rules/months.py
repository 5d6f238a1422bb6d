"""Rules of months, quarters, years, feasts and numeric dates."""

from typing import cast

from core.reading.calendar.dates import Edge, Shifted, Week, WeekdayBy, Which
from core.reading.calendar.expressions import DateWords
from core.reading.calendar.grammar import Phrase
from core.reading.calendar.months import (
    DayOfMonth,
    Feast,
    Month,
    MonthDay,
    NthWeekday,
    NthWorkday,
    Quarter,
    RelativeMonth,
    YearEdge,
)
from core.reading.calendar.rules.said import (
    DAYS_OF,
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
from core.reading.numbers import number_at
from core.reading.words import Line


def _month(line: Line, phrase: Phrase) -> Built:
    month, year = whole(phrase.value("month")) or 1, year_of(phrase)
    if phrase.value("time_unit"):
        if phrase.value("time_unit") != "year":
            return None
        year = 1  # "March in a year"
    return dated(Month(month, edge_of(phrase), year, which_of(phrase)))


def _month_day(line: Line, phrase: Phrase) -> Built:
    day = whole(phrase.value("date_day") or phrase.value("ordinal_day") or phrase.value("day_said"))
    month, year, which = whole(phrase.value("month")), year_of(phrase), which_of(phrase)
    if day is None or month is None:
        return None
    if which and which is not Which.THIS and year is None:
        return dated(MonthDay(month, day))
    return dated(MonthDay(month, day, year))


def _year_month(line: Line, phrase: Phrase) -> Built:
    year, month = cast(tuple[int, int], phrase.value("year_month"))
    return dated(Month(month, None, year))


def _rel_month(line: Line, phrase: Phrase) -> Built:
    months = whole(phrase.value("relmonth"))
    which = which_of(phrase)
    if months is None and which is None:
        return None
    step = months if months is not None else which.step if which else 0
    return dated(RelativeMonth(step), direction=toward(step))


_END_OF: dict[str, DateWords] = {
    "week": Week(0, 4, loose=True),
    "mid_week": Week(0, 2, loose=True),
    "month": RelativeMonth(0, Edge.END, said=False),
    "quarter": Quarter(edge=Edge.END),
    "year": YearEdge(0, Edge.END),
}


def _rel_month_edge(line: Line, phrase: Phrase) -> Built:
    period = phrase.value("end_of")
    if period:
        return dated(_END_OF[str(period)])
    which = which_of(phrase)
    return dated(RelativeMonth(which.step if which else 0, edge_of(phrase), said=False))


def _rel_month_day(line: Line, phrase: Phrase) -> Built:
    day = whole(phrase.value("date_day") or phrase.value("ordinal_day"))
    which = which_of(phrase)
    if day is None:
        return None
    return dated(RelativeMonth(which.step, day=day) if which else DayOfMonth(day))


_IN_A_ROW = 10
"""So many days in words are rather counted: "tyli antrą dieną", but "penkioliktą dieną" is a date."""


def _day_of_month(line: Line, phrase: Phrase) -> Built:
    day = whole(phrase.value("date_day") or phrase.value("ordinal_day") or phrase.value("definite_day"))
    word = next((a.sense for a in phrase.atoms if a.category == "day_word"), None)
    counts = word is not None and not (word.case or word.marks)  # "1 day"
    spoken = phrase.value("ordinal_day") and not any(c.isdigit() for c in line.raw(phrase.first))
    counts = counts or (word is not None and word.case == "acc" and bool(spoken) and (day or 0) <= _IN_A_ROW)
    return dated(DayOfMonth(day)) if day and not counts and not _is_hour_of_day(line, phrase) else None


def _day_of_weekday(line: Line, phrase: Phrase) -> Built:
    """ "Wed 20th"; no "Monday first thing"."""
    numbers = [number_at(line, at) for at in range(phrase.first + 1, phrase.last)]
    written = any(number is not None and number.digits and number.ordinal for number in numbers)
    month = line.atom(phrase.last, "month") or line.atom(phrase.last, "of")
    return dated(DayOfMonth(whole(phrase.value("ordinal_day")) or 1)) if written and not month else None


def _is_hour_of_day(line: Line, phrase: Phrase) -> bool:
    """Whether the cases tell an hour: "antrą dienos", two in the afternoon, not "antrą dieną"."""
    word = next((a for a in phrase.atoms if a.category == "day_word"), None)
    number = number_at(line, phrase.first)
    if word is None or word.sense is None or word.sense.case != "gen" or number is None:
        return False
    return number.ordinal and not number.digits and number.case in {"acc", "nom"}


def _quarter(line: Line, phrase: Phrase) -> Built:
    number, which = whole(phrase.value("q") or phrase.value("small")), which_of(phrase)
    if number is None:
        return dated(Quarter(None, which.step if which else 0, edge_of(phrase)))
    year = 0 if phrase.value("year_word") else year_of(phrase)
    return dated(Quarter(number, 0, edge_of(phrase), year)) if number <= 4 else None


def _half_year(line: Line, phrase: Phrase) -> Built:
    number, which = whole(phrase.value("small")), which_of(phrase)
    if number is None:
        return dated(Quarter(None, which.step if which else 0, edge_of(phrase), months=6))
    return dated(Quarter(number, 0, edge_of(phrase), year_of(phrase), months=6)) if number <= 2 else None


def _year_edge(line: Line, phrase: Phrase) -> Built:
    which, year = which_of(phrase), year_of(phrase)
    step = year if year is not None else which.step if which else 0
    edge = edge_of(phrase)
    return None if edge is Edge.MID else dated(YearEdge(step, edge))


def _year_alone(line: Line, phrase: Phrase) -> Built:
    return dated(YearEdge(year_of(phrase) or 0))


def _holiday(line: Line, phrase: Phrase) -> Built:
    return dated(Feast(str(phrase.value("holiday")), 0, year_of(phrase)))


def _feast_day(line: Line, phrase: Phrase) -> Built:
    """ "The second day of Christmas", "Velykų antrą dieną"."""
    nth = whole(phrase.value("small"))
    if nth is None or not 1 <= nth <= 3:
        return None
    return dated(Shifted(Feast(str(phrase.value("holiday")), 0, year_of(phrase)), nth - 1))


def _feast_eve(line: Line, phrase: Phrase) -> Built:
    return dated(Feast(str(phrase.value("holiday")), -1, year_of(phrase)))


def _near_feast(line: Line, phrase: Phrase) -> Built:
    """ "Two days before Christmas", "savaitė po Velykų": counted from its first day."""
    counted = (1, "day") if phrase.value("day_word") else counted_units(phrase, line)
    before = phrase.value("before_word") is not None
    if counted is None or counted[1] not in DAYS_OF:
        return None
    name, year = str(phrase.value("holiday")), year_of(phrase)
    days = counted[0] * DAYS_OF[counted[1]]
    return dated(Shifted(Feast(name, 0, year), -days if before else days))


def _weekday_near_feast(line: Line, phrase: Phrase) -> Built:
    """ "The Friday before Christmas", "the Tuesday after Easter"."""
    feast, weekday = str(phrase.value("holiday")), whole(phrase.value("weekday")) or 0
    if phrase.value("before_word") is not None:
        return dated(WeekdayBy(weekday, Feast(feast), before=True))
    return dated(WeekdayBy(weekday, Feast(feast, 1), before=False))


def _nth(phrase: Phrase) -> int | None:
    """The place in the month: 1 to 5, or -1 for the last."""
    number, which = whole(phrase.value("small")), phrase.values("which")
    if number is not None:
        return number if number <= 5 else None
    return -1 if which and which[0] == "last" else None


def _nth_weekday(line: Line, phrase: Phrase) -> Built:
    nth, weekday = _nth(phrase), whole(phrase.value("weekday"))
    if nth is None or weekday is None:
        return None
    month = whole(phrase.value("month"))
    found = NthWeekday(nth, weekday, month, _months_away(phrase), year_of(phrase))
    return {"dates": (found,), "direction": None}


def _nth_weekend(line: Line, phrase: Phrase) -> Built:
    nth = _nth(phrase)
    if nth is None:
        return None
    found = NthWeekday(nth, 5, whole(phrase.value("month")), _months_away(phrase), year_of(phrase))
    return {"dates": (found,), "direction": None}


def _months_away(phrase: Phrase) -> int:
    which = [Which(str(which)) for which in phrase.values("which")]
    return which[-1].step if len(which) > 1 or (which and phrase.value("small") is not None) else 0


def _nth_day(line: Line, phrase: Phrase) -> Built:
    nth, month = _nth(phrase), whole(phrase.value("month"))
    if nth is not None and nth > 0 and month is not None:
        return dated(MonthDay(month, nth, year_of(phrase)))
    if nth is not None and nth > 0:
        away = _months_away(phrase)
        return dated(RelativeMonth(away, day=nth) if away else DayOfMonth(nth))
    if nth != -1:
        return None
    last = RelativeMonth(_months_away(phrase), Edge.END, said=False)
    found = Month(month, Edge.END, year_of(phrase)) if month else last
    return {"dates": (found,), "direction": None}


_ANY = -1
"""No day of the week in particular."""


def _nth_workday(line: Line, phrase: Phrase) -> Built:
    """The first or last working day of a month."""
    nth = _nth(phrase)
    if nth is None:
        return None
    found = NthWorkday(nth, _ANY, whole(phrase.value("month")), _months_away(phrase), year_of(phrase))
    return {"dates": (found,), "direction": None}


def _nth_week(line: Line, phrase: Phrase) -> Built:
    """The first week starts with the month; of the others, and the last, Monday of a whole one."""
    nth, month, away = _nth(phrase), whole(phrase.value("month")), _months_away(phrase)
    if nth is None:
        return None
    if nth == 1:
        year = year_of(phrase)
        return dated(Month(month, Edge.START, year) if month else RelativeMonth(away, Edge.START))
    found = Shifted(NthWeekday(nth, 6, month, away, year_of(phrase)), -6)
    return {"dates": (found,), "direction": None}


def _numeric(line: Line, phrase: Phrase) -> Built:
    return dated(cast(DateWords, phrase.value("numeric_date")))


MONTH_RULES: Rules = {
    "month": _month,
    "month_edge": _month,
    "month_day": _month_day,
    "year_month": _year_month,
    "rel_month": _rel_month,
    "rel_month_edge": _rel_month_edge,
    "rel_month_day": _rel_month_day,
    "day_of_month": _day_of_month,
    "day_of_weekday": _day_of_weekday,
    "quarter": _quarter,
    "quarter_edge": _quarter,
    "half_year": _half_year,
    "half_year_edge": _half_year,
    "year_edge": _year_edge,
    "year": _year_alone,
    "holiday": _holiday,
    "near_feast": _near_feast,
    "weekday_near_feast": _weekday_near_feast,
    "feast_day": _feast_day,
    "feast_eve": _feast_eve,
    "nth_weekday": _nth_weekday,
    "nth_day": _nth_day,
    "nth_workday": _nth_workday,
    "nth_week": _nth_week,
    "nth_weekend": _nth_weekend,
    "numeric": _numeric,
}
"""By name in the pattern tables."""
