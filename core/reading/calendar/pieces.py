"""One phrase of a date or time turned into what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, cast

from core.reading.calendar.dates import (
    DayOfMonth,
    Edge,
    Feast,
    In,
    IsoWeek,
    Month,
    MonthDay,
    NthWeekday,
    Quarter,
    RelativeMonth,
    Shifted,
    Week,
    Weekday,
    Which,
    YearEdge,
)
from core.reading.calendar.expressions import Clock, DateWords, DayPart, Direction
from core.reading.calendar.grammar import Phrase
from core.reading.calendar.times import before, with_meridiem
from core.reading.words import Line


@dataclass(slots=True)
class Piece:
    """What one phrase says; `dates` are alternatives. `settled`: a clock whose half of the day is said."""

    first: int
    last: int
    rule: str
    dates: tuple[DateWords, ...] = ()
    clock: Clock | None = None
    part: DayPart | None = None
    later: timedelta | None = None
    direction: Direction | None = None
    deadline: bool = False


Built = dict[str, Any] | None


def piece_of(line: Line, phrase: Phrase) -> Piece | None:
    """What the phrase says, or None if its words together mean no date or time."""
    if phrase.rule == "nothing" or "every" in phrase.values("which"):
        return Piece(phrase.first, phrase.last, "nothing")
    built = _BUILDERS[phrase.rule](line, phrase)
    if built is None:
        return None
    built.setdefault("direction", _direction(phrase))
    return Piece(phrase.first, phrase.last, phrase.rule, **built)


def _direction(phrase: Phrase) -> Direction | None:
    which = phrase.value("which")
    if which in {"last", "before_last"}:
        return Direction.PAST
    if which in {"next", "coming", "after_next"}:
        return Direction.FUTURE
    return _toward(_int(phrase.value("year")))


def _toward(count: int | None) -> Direction | None:
    if not count or abs(count) >= 1900:
        return None
    return Direction.FUTURE if count > 0 else Direction.PAST


def _int(value: object) -> int | None:
    return int(value) if isinstance(value, int | Decimal) else None


def _which(phrase: Phrase) -> Which | None:
    which = phrase.value("which")
    return Which(str(which)) if which else None


def _edge(phrase: Phrase) -> Edge | None:
    edge = phrase.value("edge")
    return Edge(str(edge)) if edge else None


def _year(phrase: Phrase) -> int | None:
    absolute = _int(phrase.value("year4"))
    return absolute if absolute is not None else _int(phrase.value("year"))


def _date(*dates: DateWords, direction: Direction | None = None) -> dict[str, Any]:
    return {"dates": dates, "direction": direction} if direction else {"dates": dates}


def _day(line: Line, phrase: Phrase) -> Built:
    days = _int(phrase.value("relday")) or 0
    return _date(In(days), direction=_toward(days))


def _today_part(line: Line, phrase: Phrase) -> Built:
    days, part = str(phrase.value("todaypart")).split()
    return {**_date(In(int(days)), direction=_toward(int(days))), "part": DayPart(part)}


def _weekday(line: Line, phrase: Phrase) -> Built:
    return _date(Weekday(_int(phrase.value("weekday")) or 0, _which(phrase)))


def _weekday_week(line: Line, phrase: Phrase) -> Built:
    unit = phrase.value("time_unit") or "week"
    count = (_int(phrase.value("num")) or 1) * {"week": 1, "fortnight": 2}.get(str(unit), 0)
    if not 0 < count < 100:
        return None
    weekday = Weekday(_int(phrase.value("weekday")) or 0, None, count)
    return _date(weekday, direction=Direction.FUTURE)


def _either(line: Line, phrase: Phrase) -> Built:
    first, second = (Which(str(which)) for which in phrase.values("which")[:2])
    weekday = _int(phrase.value("weekday"))
    if weekday is not None:
        return _date(Weekday(weekday, first), Weekday(weekday, second))
    if phrase.value("month_unit"):
        return _date(RelativeMonth(first.step), RelativeMonth(second.step))
    day = 5 if phrase.value("weekend") else None
    return _date(Week(first.step, day), Week(second.step, day))


def _week(line: Line, phrase: Phrase) -> Built:
    which = _which(phrase)
    return _date(Week(which.step)) if which else None


_EDGE_WEEKDAY = {Edge.START: 0, Edge.MID: 2, Edge.END: 4}


def _week_edge(line: Line, phrase: Phrase) -> Built:
    which, edge = _which(phrase), _edge(phrase)
    weekday = _EDGE_WEEKDAY[edge] if edge else 4
    return _date(Week(which.step if which else 0, weekday, loose=which is None))


def _week_off(line: Line, phrase: Phrase) -> Built:
    weeks = _int(phrase.value("weekoff")) or 0
    return _date(Week(weeks), direction=_toward(weeks))


def _weekend(line: Line, phrase: Phrase) -> Built:
    which = _which(phrase)
    step = 0 if which is Which.COMING else which.step if which else 0
    return _date(Week(step, 5, loose=which in (None, Which.COMING)))


def _iso_week(line: Line, phrase: Phrase) -> Built:
    number = _int(phrase.value("week_number") or phrase.value("small"))
    edge = _edge(phrase)
    weekday = _EDGE_WEEKDAY[edge] if edge else 0
    return _date(IsoWeek(number, weekday, _year(phrase))) if number else None


def _count(phrase: Phrase, line: Line) -> tuple[int, str] | None:
    """Number and unit of "3 weeks"; half numbers of weeks and years in smaller units."""
    unit = "workday" if phrase.value("workday") else str(phrase.value("time_unit"))
    number = phrase.value("num")
    count = Decimal(1) if number is None else Decimal(str(number))
    if unit == "fortnight":
        unit, count = "week", count * 2
    if unit not in {"day", "week", "month", "quarter", "year", "workday"} or not 0 < count < 1000:
        return None
    if count == count.to_integral_value():
        return int(count), unit
    smaller, times = {"week": ("day", 7), "year": ("month", 12), "month": ("day", 30)}.get(unit, (unit, 0))
    return (int(count * times), smaller) if times else None


def _offset(line: Line, phrase: Phrase) -> Built:
    counted = _count(phrase, line)
    if counted is None:
        return None
    built = _date(In(*counted), direction=Direction.FUTURE)
    return {**built, "deadline": True} if phrase.value("within") else built


def _offset_from_day(line: Line, phrase: Phrase) -> Built:
    counted = _count(phrase, line)
    days = _int(phrase.value("relday"))
    if counted is None or days is None or days < 0 or counted[1] == "day":
        return None
    return _date(Shifted(In(*counted), days), direction=Direction.FUTURE)


def _next_workday(line: Line, phrase: Phrase) -> Built:
    which = _which(phrase)
    return _date(In(which.step, "workday")) if which and which.step else None


def _ago(line: Line, phrase: Phrase) -> Built:
    counted = _count(phrase, line)
    return _date(In(-counted[0], counted[1]), direction=Direction.PAST) if counted else None


def _month(line: Line, phrase: Phrase) -> Built:
    month = _int(phrase.value("month")) or 1
    return _date(Month(month, _edge(phrase), _year(phrase), _which(phrase)))


def _month_day(line: Line, phrase: Phrase) -> Built:
    day = _int(phrase.value("date_day") or phrase.value("ordinal_day"))
    month, year, which = _int(phrase.value("month")), _year(phrase), _which(phrase)
    if day is None or month is None:
        return None
    if which and which is not Which.THIS and year is None:
        return _date(MonthDay(month, day))
    return _date(MonthDay(month, day, year))


def _rel_month(line: Line, phrase: Phrase) -> Built:
    months = _int(phrase.value("relmonth"))
    which = _which(phrase)
    if months is None and which is None:
        return None
    step = months if months is not None else which.step if which else 0
    return _date(RelativeMonth(step), direction=_toward(step))


def _rel_month_edge(line: Line, phrase: Phrase) -> Built:
    period = phrase.value("end_of")
    if period:
        return _date(_END_OF[str(period)])
    which = _which(phrase)
    return _date(RelativeMonth(which.step if which else 0, _edge(phrase), said=False))


_END_OF: dict[str, DateWords] = {
    "week": Week(0, 4, loose=True),
    "month": RelativeMonth(0, Edge.END, said=False),
    "quarter": Quarter(edge=Edge.END),
    "year": YearEdge(0, Edge.END),
}


def _rel_month_day(line: Line, phrase: Phrase) -> Built:
    day = _int(phrase.value("date_day") or phrase.value("ordinal_day"))
    which = _which(phrase)
    return _date(RelativeMonth(which.step if which else 0, day=day)) if day else None


def _day_of_month(line: Line, phrase: Phrase) -> Built:
    day = _int(phrase.value("date_day") or phrase.value("ordinal_day") or phrase.value("definite_day"))
    return _date(DayOfMonth(day)) if day else None


def _quarter(line: Line, phrase: Phrase) -> Built:
    number, which = _int(phrase.value("q") or phrase.value("small")), _which(phrase)
    if number is None:
        return _date(Quarter(None, which.step if which else 0, _edge(phrase)))
    year = 0 if phrase.value("year_word") else _year(phrase)
    return _date(Quarter(number, 0, _edge(phrase), year)) if number <= 4 else None


def _half_year(line: Line, phrase: Phrase) -> Built:
    number, which = _int(phrase.value("small")), _which(phrase)
    if number is None:
        return _date(Quarter(None, which.step if which else 0, _edge(phrase), months=6))
    return _date(Quarter(number, 0, _edge(phrase), _year(phrase), months=6)) if number <= 2 else None


def _year_edge(line: Line, phrase: Phrase) -> Built:
    which, year = _which(phrase), _year(phrase)
    step = year if year is not None else which.step if which else 0
    edge = _edge(phrase)
    return None if edge is Edge.MID else _date(YearEdge(step, edge))


def _year_alone(line: Line, phrase: Phrase) -> Built:
    return _date(YearEdge(_year(phrase) or 0))


def _holiday(line: Line, phrase: Phrase) -> Built:
    return _date(Feast(str(phrase.value("holiday")), 0, _year(phrase)))


def _near_feast(line: Line, phrase: Phrase) -> Built:
    """ "Two days before Christmas", "savaitė po Velykų"."""
    counted = (1, "day") if phrase.value("day_word") else _count(phrase, line)
    before = phrase.value("before_word") is not None
    if counted is None or counted[1] not in _DAYS:
        return None
    feast = Feast(str(phrase.value("holiday")), 0 if before else 1)
    days = counted[0] * _DAYS[counted[1]]
    return _date(Shifted(feast, -days if before else days - 1))


_DAYS = {"day": 1, "week": 7}


def _nth(phrase: Phrase) -> int | None:
    """The place in the month: 1 to 5, or -1 for the last."""
    number, which = _int(phrase.value("small")), phrase.values("which")
    if number is not None:
        return number if number <= 5 else None
    return -1 if which and which[0] == "last" else None


def _nth_weekday(line: Line, phrase: Phrase) -> Built:
    nth, weekday = _nth(phrase), _int(phrase.value("weekday"))
    if nth is None or weekday is None:
        return None
    found = NthWeekday(nth, weekday, _int(phrase.value("month")), _months_away(phrase))
    return {"dates": (found,), "direction": None}


def _months_away(phrase: Phrase) -> int:
    which = [Which(str(which)) for which in phrase.values("which")]
    return which[-1].step if len(which) > 1 or (which and phrase.value("small") is not None) else 0


def _nth_day(line: Line, phrase: Phrase) -> Built:
    if _nth(phrase) != -1:
        return None
    month = _int(phrase.value("month"))
    found = Month(month, Edge.END) if month else RelativeMonth(_months_away(phrase), Edge.END, said=False)
    return {"dates": (found,), "direction": None}


def _first_week(line: Line, phrase: Phrase) -> Built:
    if phrase.value("small") != 1:
        return None
    month = _int(phrase.value("month"))
    return _date(Month(month, Edge.START) if month else RelativeMonth(_months_away(phrase), Edge.START))


def _numeric(line: Line, phrase: Phrase) -> Built:
    return _date(cast(DateWords, phrase.value("numeric_date")))


def _clock(line: Line, phrase: Phrase) -> Built:
    written = phrase.value("hm") or phrase.value("hm_dot") or phrase.value("hm_h")
    if isinstance(written, Clock):
        return _settled(written, phrase)
    hour = _int(phrase.value("hour") if phrase.value("hour") is not None else phrase.value("ordinal_hour"))
    minute = _int(phrase.value("minute")) or 0
    if hour is None or (hour == 24 and minute):
        return None
    return _settled(Clock(hour, minute), phrase)


def _settled(clock: Clock | None, phrase: Phrase) -> Built:
    meridiem = phrase.value("meridiem") or phrase.value("meridiem_after")
    if clock and meridiem:
        clock = with_meridiem(clock, str(meridiem))
    return {"clock": clock} if clock else None


def _half_to(line: Line, phrase: Phrase) -> Built:
    hour = _int(phrase.value("small"))
    return _settled(before(hour, 30), phrase) if hour and hour <= 12 else None


def _half_past(line: Line, phrase: Phrase) -> Built:
    hour = _int(phrase.value("small"))
    return _settled(Clock(hour, 30), phrase) if hour and hour <= 12 else None


def _minutes(phrase: Phrase) -> int | None:
    quarter = phrase.value("quarter_hour")
    return _int(quarter if quarter is not None else phrase.value("minute"))


def _minutes_to(line: Line, phrase: Phrase) -> Built:
    hour, minutes = _int(phrase.value("small")), _minutes(phrase)
    if not hour or not minutes or hour > 24 or not 0 < minutes < 60:
        return None
    return _settled(before(hour, minutes), phrase)


def _minutes_to_after(line: Line, phrase: Phrase) -> Built:
    """ "Ten to three", "20 to 3"; "10 to 12" in digits is a span."""
    hour, minutes = _int(phrase.value("small")), _minutes(phrase)
    if not hour or not minutes or hour > 12:
        return None
    said = phrase.value("quarter_hour") or phrase.value("minute_unit")
    in_digits = any(line.raw(i).isdecimal() for i in range(phrase.first, phrase.last))
    if not said and (minutes % 5 or (in_digits and minutes <= 12) or minutes > 30):
        return None
    return _minutes_to(line, phrase)


def _minutes_past(line: Line, phrase: Phrase) -> Built:
    hour, minutes = _int(phrase.value("small")), _minutes(phrase)
    if not hour or not minutes or hour > 12 or not 0 < minutes < 60:
        return None
    return _settled(Clock(hour, minutes), phrase)


def _word_clock(line: Line, phrase: Phrase) -> Built:
    hour, minute = _int(phrase.value("hour_word")), _int(phrase.value("minute_word"))
    return _settled(Clock(hour, minute), phrase) if hour and minute else None


def _part(line: Line, phrase: Phrase) -> Built:
    return {"part": DayPart(str(phrase.value("daypart")))}


def _later(line: Line, phrase: Phrase) -> Built:
    length = phrase.value("length")
    hour = getattr(length, "clock_hour", None)
    minutes = getattr(length, "minutes", None)
    before_clock = phrase.value("in") == 1 or phrase.value("before_now")
    if not minutes or (hour is not None and hour >= 7 and before_clock):
        return None
    return {"later": timedelta(minutes=minutes), "direction": Direction.FUTURE}


def _earlier(line: Line, phrase: Phrase) -> Built:
    built = _later(line, phrase)
    return built and {"later": -built["later"], "direction": Direction.PAST}


_BUILDERS: dict[str, Callable[[Line, Phrase], Built]] = {
    "day": _day,
    "now": _day,
    "today_part": _today_part,
    "weekday": _weekday,
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
    "month": _month,
    "month_edge": _month,
    "month_day": _month_day,
    "rel_month": _rel_month,
    "rel_month_edge": _rel_month_edge,
    "rel_month_day": _rel_month_day,
    "day_of_month": _day_of_month,
    "quarter": _quarter,
    "quarter_edge": _quarter,
    "half_year": _half_year,
    "half_year_edge": _half_year,
    "year_edge": _year_edge,
    "year": _year_alone,
    "holiday": _holiday,
    "near_feast": _near_feast,
    "nth_weekday": _nth_weekday,
    "nth_day": _nth_day,
    "first_week": _first_week,
    "numeric": _numeric,
    "clock": _clock,
    "half_to": _half_to,
    "half_past": _half_past,
    "minutes_to": _minutes_to,
    "minutes_to_after": _minutes_to_after,
    "minutes_past": _minutes_past,
    "word_clock": _word_clock,
    "part": _part,
    "later": _later,
    "earlier": _earlier,
}
