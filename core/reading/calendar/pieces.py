"""One phrase of a date or time turned into what it says."""

from dataclasses import dataclass
from datetime import timedelta

from core.reading.calendar.expressions import Clock, DateWords, DayPart, Direction
from core.reading.calendar.grammar import Phrase
from core.reading.calendar.rules import RULES
from core.reading.calendar.rules.said import toward, whole
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


def piece_of(line: Line, phrase: Phrase) -> Piece | None:
    """What the phrase says, or None if its words together mean no date or time."""
    recurring = "every" in phrase.values("which") or phrase.value("weekdays") is not None
    if recurring or phrase.rule == "each_weekday":
        return Piece(phrase.first, phrase.last, "every")
    if phrase.rule == "nothing":
        return Piece(phrase.first, phrase.last, "nothing")
    built = RULES[phrase.rule](line, phrase)
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
    return toward(whole(phrase.value("year")))
