"""What the atoms of a phrase say, and what a rule makes of them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from core.reading.calendar.dates import Edge, Which
from core.reading.calendar.expressions import DateWords, Direction
from core.reading.calendar.grammar import Phrase
from core.reading.words import Line

Built = dict[str, Any] | None
"""Fields of a `Piece`; None if the words together mean nothing."""

Rules = dict[str, Callable[[Line, Phrase], Built]]
"""What makes a piece of a phrase, by the rule's name in the pattern tables."""


def toward(count: int | None) -> Direction | None:
    if not count or abs(count) >= 1900:
        return None
    return Direction.FUTURE if count > 0 else Direction.PAST


def whole(value: object) -> int | None:
    return int(value) if isinstance(value, int | Decimal) else None


def which_of(phrase: Phrase) -> Which | None:
    which = phrase.value("which")
    return Which(str(which)) if which else None


def edge_of(phrase: Phrase) -> Edge | None:
    edge = phrase.value("edge")
    return Edge(str(edge)) if edge else None


def year_of(phrase: Phrase) -> int | None:
    absolute = whole(phrase.value("year4"))
    return absolute if absolute is not None else whole(phrase.value("year"))


def dated(*dates: DateWords, direction: Direction | None = None) -> dict[str, Any]:
    return {"dates": dates, "direction": direction} if direction else {"dates": dates}


def counted_units(phrase: Phrase, line: Line) -> tuple[int, str] | None:
    """Number and unit of "3 weeks"; half numbers of weeks and years in smaller units."""
    unit = "workday" if phrase.value("workday") else str(phrase.value("time_unit"))
    return counted_unit(phrase.value("num"), unit)


def counted_unit(number: object, unit: str) -> tuple[int, str] | None:
    """One count and its unit; one of it where no number is said."""
    count = Decimal(1) if number is None else Decimal(str(number))
    if unit in _LONGER:
        unit, times = _LONGER[unit]
        count *= times
    if unit not in {"day", "week", "month", "quarter", "year", "workday"} or not 0 < count < 1000:
        return None
    if count == count.to_integral_value():
        return int(count), unit
    smaller, times = {"week": ("day", 7), "year": ("month", 12), "month": ("day", 30)}.get(unit, (unit, 0))
    return (int(count * times), smaller) if times else None


def is_uncounted_plural(phrase: Phrase) -> bool:
    """Whether several units are told, but not how many: English "days ago"."""
    unit = next((atom.sense for atom in phrase.atoms if atom.category == "time_unit"), None)
    if unit is None or unit.language != "en" or phrase.value("num") is not None:
        return False
    return unit.words[0].endswith("s")


_LONGER = {"fortnight": ("week", 2), "half_year": ("month", 6)}

DAYS_OF = {"day": 1, "week": 7}

EDGE_WEEKDAY = {Edge.START: 0, Edge.MID: 2, Edge.END: 4}
