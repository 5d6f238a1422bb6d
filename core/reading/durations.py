"""Lengths in minutes: "15 min", "pusantros valandos", "1h30", "half an hour"; told from clock times and ways.

for length in find_durations(line):
    length.minutes         # None for a range ("15–20 min")
    length.maybe_clock     # "2 val.", "10 h": by the clause a clock time (N >= 7, or a plan) or a length
    length.is_offset       # "po valandos", "in 20 min", "an hour ago": from now, a date expression
    length.is_travel       # "20 min kelio", "an hour's drive", "30 min late"
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from core.reading.numbers import Number, number_at
from core.reading.tokens import Kind
from core.reading.words import Atom, Line


@dataclass(frozen=True, slots=True)
class Duration:
    """A length; tokens `first` to before `last`, `span` in code points. `minutes` is at least 1.

    `clock_hour` is the hour that it would be as a clock time, if it may be one.
    """

    minutes: int | None
    span: tuple[int, int]
    first: int
    last: int
    clock_hour: int | None = None
    is_offset: bool = False
    is_travel: bool = False

    @property
    def maybe_clock(self) -> bool:
        """Whether it may as well be a clock time."""
        return self.clock_hour is not None


def find_durations(line: Line) -> list[Duration]:
    """Every length of the message in order; they do not overlap."""
    found, at = [], 0
    while at < line.readable:
        if not line.atoms[at] and line.tokens[at].kind is not Kind.NUMBER:
            at += 1
            continue
        length = length_at(line, at)
        if length is None:
            number = number_at(line, at)
            at = number.last if number else at + 1
            continue
        found.append(_described(line, at, length))
        at = length.last
    return found


class Length(NamedTuple):
    """Minutes that start at a token, and where they end."""

    minutes: int | None
    last: int
    clock_hour: int | None = None


_LONGEST = 24 * 60


def length_at(line: Line, at: int) -> Length | None:
    """The length that starts at this token; days and longer are none."""
    key = ("length", at)
    if key not in line.memo:
        length = _phrase(line, at) or _counted(line, at) or _one_hour(line, at)
        sane = length is not None and (length.minutes is None or 0 < length.minutes <= _LONGEST)
        line.memo[key] = length if sane else None
    found: Length | None = line.memo[key]
    return found


def _phrase(line: Line, at: int) -> Length | None:
    phrase = line.atom(at, "length")
    if phrase is None:
        return None
    extra = _extra_minutes(line, phrase.last) if phrase.value == 60 else None
    return Length(phrase.value + extra.minutes, extra.last) if extra else Length(phrase.value, phrase.last)


class _Part(NamedTuple):
    minutes: int
    last: int


def _counted(line: Line, at: int) -> Length | None:
    number = number_at(line, at) or _written_fraction(line, at)
    if number is None or number.ordinal or number.scaled:
        return None
    after = _past_range(line, number.last)
    more = line.atom(number.last, "more") or _of_an(line, number)
    unit_at = _past_hyphen(line, after or (more.last if more else number.last))
    unit = line.atom(unit_at, "time_unit") or _minutes_written_short(line, number, unit_at)
    if unit is None or unit.value not in _MINUTES or _is_dotted(line, number.first):
        return None
    if after:
        return Length(None, unit.last)
    if number.value is None:
        return None
    minutes = number.value * _MINUTES[unit.value]
    if minutes > _LONGEST:
        return None
    extra = _extra_minutes(line, unit.last) if unit.value == "hour" else None
    clock_hour = _clock_hour(unit, number.value, number.digits)
    if extra:
        return Length(int(minutes) + extra.minutes, extra.last, clock_hour)
    return Length(round(minutes), unit.last, clock_hour)


def _written_fraction(line: Line, at: int) -> Number | None:
    """ "1/2 hour"."""
    part = _FRACTIONS.get(line.raw(at))
    return Number(part, at, at + 1, digits=True) if part else None


_FRACTIONS = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}


def _of_an(line: Line, number: Number) -> Atom | None:
    """The "of an" in "3/4 of an hour"."""
    of = line.atom(number.last, "of") if line.raw(number.first) in _FRACTIONS else None
    return line.atom(of.last, "a") if of else None


def _minutes_written_short(line: Line, number: Number, at: int) -> Atom | None:
    """The "m" of "met Ieva, 40m" or "40'": minutes where it ends a phrase and touches a number up to 90."""
    if line.raw(at) not in _SHORT_MINUTES or not line.touches(at):
        return None
    if line.raw(at + 1) not in _ENDS_PHRASE:
        return None
    if number.value is None or number.value % 1 or number.value > _LONGEST_SHORT:
        return None
    is_money = line.raw(number.first - 1) in {"€", "£", "$"}
    return None if is_money else Atom("time_unit", "minute", at + 1)


_SHORT_MINUTES = frozenset("m'’′")
_ENDS_PHRASE = frozenset({"", ",", ".", ";", ")", "–", "!"})
_LONGEST_SHORT = 90
_HOURS = frozenset({"h", "hr", "hrs"})
_MINUTES: dict[object, Decimal] = {"minute": Decimal(1), "hour": Decimal(60)}
_DASHES = frozenset("-–—")


def _is_dotted(line: Line, at: int) -> bool:
    """Whether the number looks like "15.30", which before "val." is a clock time."""
    hours, dot, minutes = line.raw(at).partition(".")
    return bool(dot) and len(minutes) == 2 and hours.isdecimal()


def _past_range(line: Line, at: int) -> int:
    """Index after the second number of "15–20" or "15 ar 20"; 0 if there is none."""
    either = line.atom(at, "or")
    after = at + 1 if line.raw(at) in _DASHES else either.last if either else 0
    number = number_at(line, after) if after else None
    return number.last if number and not number.ordinal else 0


def _past_hyphen(line: Line, at: int) -> int:
    return at + 1 if line.raw(at) in _DASHES and line.touches(at) and line.touches(at + 1) else at


def _clock_hour(unit: Atom, value: Decimal, digits: bool) -> int | None:
    """The hour of "2 val." or "10 h"; declined in full as a plural ("2 valandas") it is a length only."""
    sense = unit.sense
    written_short = sense is not None and (sense.marks != "" or len(sense.words[0]) == 1)
    if digits and unit.value == "hour" and written_short and value == int(value) and value <= 24:
        return int(value)
    return None


def _extra_minutes(line: Line, at: int) -> _Part | None:
    """The minutes after hours: "1h30", "1 val. 15 min.", "an hour and 20 minutes"."""
    joined = line.atom(at, "joins") or line.atom(at, "also")
    start = joined.last if joined else at
    number = number_at(line, start)
    if number is None or number.value is None or number.ordinal or not 0 < number.value < 60:
        return None
    unit = line.atom(number.last, "time_unit") or _minutes_written_short(line, number, number.last)
    if unit and unit.value == "minute":
        return _Part(int(number.value), unit.last)
    if not unit and (_is_said_minutes(line, number) or _is_digits_after_hour(line, at, number)):
        return _Part(int(number.value), number.last)
    ends = line.raw(at - 1) in _HOURS and line.raw(at + 1) in _ENDS_PHRASE
    if joined or unit or not (line.touches(at) or ends):
        return None
    if len(line.raw(at)) == 2 and line.raw(at).isdecimal():
        return _Part(int(number.value), at + 1)
    return None


def _is_digits_after_hour(line: Line, at: int, number: Number) -> bool:
    """Whether two digits are the minutes of "an hour 20": where the phrase ends or a day follows."""
    raw = line.raw(number.first)
    if number.first != at or len(raw) != 2 or not raw.isdecimal() or number.last != at + 1:
        return False
    said = any(atom.category in {"length", "time_unit"} and atom.last == at for atom in _ending_at(line, at))
    after = {atom.category for atom in line.atoms[at + 1]} if at + 1 < len(line.tokens) else set()
    ends = line.raw(at + 1) in _ENDS_PHRASE or not after.isdisjoint(_DATED)
    return said and ends


_DATED = frozenset({"relation", "relday", "weekday"})


def _ending_at(line: Line, at: int) -> list[Atom]:
    """The senses of whole words right before a token: "an hour", no "h"."""
    before = range(max(0, at - 3), at)
    return [atom for i in before for atom in line.atoms[i] if atom.sense and not atom.sense.marks]


def _is_said_minutes(line: Line, number: Number) -> bool:
    """Whether a number in words right after an hour is its minutes: "valandą dvidešimt"."""
    if number.digits or number.scaled or number.value is None or number.value % 5:
        return False
    after = {atom.category for atom in line.atoms[number.last]} if number.last < len(line.tokens) else set()
    return after.isdisjoint({"currency", "percent", "unit", "scale", "oclock", "scaled_currency"})


def _one_hour(line: Line, at: int) -> Length | None:
    """The hour without a number: "kalbėjomės valandą"; not "val." and not after a number or ordinal."""
    unit = line.atom(at, "time_unit")
    sense = unit.sense if unit else None
    if unit is None or sense is None or unit.value != "hour" or sense.case not in {"acc", "gen", "nom"}:
        return None
    if at and number_at(line, at - 1):
        return None
    extra = _extra_minutes(line, unit.last)
    return Length(60 + extra.minutes, extra.last) if extra else Length(60, unit.last)


def _described(line: Line, at: int, length: Length) -> Duration:
    return Duration(
        minutes=None if _is_few(line, at, length) else length.minutes,
        span=(line.tokens[at].start, line.tokens[length.last - 1].end),
        first=at,
        last=length.last,
        clock_hour=length.clock_hour,
        is_offset=_is_offset(line, at, length),
        is_travel=_is_travel(line, at, length.last),
    )


def _is_few(line: Line, at: int, length: Length) -> bool:
    """Whether only a few minutes are said: "a couple of minutes"."""
    number = number_at(line, at)
    return number is not None and number.pair and length.minutes is not None and length.minutes < _FEW


_FEW = 5


def _is_offset(line: Line, at: int, length: Length) -> bool:
    """ "Po 2 val.", "in 20 min", "an hour ago"; "po 15 val." is after a clock time."""
    if line.atom(length.last, "ago") or line.atom(length.last, "from_now"):
        return True
    clock = length.clock_hour is not None and length.clock_hour > 6
    return any(
        atom.last == at and atom.category in {"in", "before_now", "soon_after"}
        for back in range(max(0, at - 3), at)
        for atom in line.atoms[back]
        if not (clock and atom.value == 1)
    )


def _is_travel(line: Line, at: int, last: int) -> bool:
    near = (*range(max(0, at - 2), at), last, last + 1)
    return any(line.atom(index, "travel") for index in near if not _sentence_between(line, at, last, index))


def _sentence_between(line: Line, at: int, last: int, index: int) -> bool:
    between = range(last, index) if index >= last else range(index + 1, at)
    return any(line.raw(i) in {",", ".", ";", "!", "?"} for i in between)
