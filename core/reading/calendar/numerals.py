"""Numbers as parts of dates and times: days, hours, years, "12-05", "10:30", "Q2"."""

from core.reading.calendar.shapes import CLOCK, DAY_FIRST, clock, full_date, month_and_day, shapes_of
from core.reading.durations import length_at
from core.reading.numbers import NUMBER_STARTS, Number, number_at
from core.reading.tokens import Kind
from core.reading.words import Atom, Line


def atoms_at(line: Line, at: int) -> list[Atom]:
    """The senses of the word at this token and what a number there may be in a date or time."""
    if at >= len(line.tokens):
        return []
    if line.tokens[at].kind is not Kind.NUMBER and not any(a.category in _COUNTING for a in line.atoms[at]):
        return line.atoms[at]
    key = ("atoms", at)
    if key not in line.memo:
        line.memo[key] = [*line.atoms[at], *_numeric(line, at)]
    found: list[Atom] = line.memo[key]
    return found


def categories_at(line: Line, at: int) -> frozenset[str]:
    """The categories of `atoms_at`."""
    if at >= len(line.tokens) or not (line.atoms[at] or line.tokens[at].kind is Kind.NUMBER):
        return _NOTHING
    key = ("categories", at)
    if key not in line.memo:
        line.memo[key] = frozenset(atom.category for atom in atoms_at(line, at))
    found: frozenset[str] = line.memo[key]
    return found


_NOTHING: frozenset[str] = frozenset()
_COUNTING = NUMBER_STARTS | {"time_unit", "length", "roman", "q_letter"}
"""Categories of words that may begin a number or a length."""


def _numeric(line: Line, at: int) -> list[Atom]:
    found = []
    token = line.tokens[at]
    if token.kind is Kind.NUMBER:
        found += _written(line, at)
        found += _pair_of_numbers(line, at)
    number = number_at(line, at)
    if number:
        found += _ordinals(number) if number.ordinal else _cardinals(line, at, number)
    elif line.atoms[at]:
        found += _quarters(line, at)
    length = length_at(line, at)
    if length and length.minutes:
        found.append(Atom("length", length, length.last))
    return found


def _written(line: Line, at: int) -> list[Atom]:
    raw = line.raw(at)
    shapes = [Atom(category, value, at + 1) for category, value in shapes_of(raw)]
    number = number_at(line, at)
    if _is_cut_year(line, at):
        return [Atom("year4", 2000 + int(raw), at + 1)]
    if number and number.last > at + 1 and not number.ordinal:
        return shapes
    if raw.isdecimal() and len(raw) <= 2 and (value := int(raw)) <= 59 and not (number and number.ordinal):
        shapes += _small(value, at + 1)
        if 1 <= value <= 31:
            shapes.append(Atom("date_day", value, at + 1))
        if value % 5 == 0 and len(raw) == 2:
            shapes.append(Atom("minute_digits", value, at + 1))
    elif raw.isdecimal() and len(raw) == 4 and 1990 <= int(raw) <= 2099:
        shapes.append(Atom("year4", int(raw), at + 1))
    return shapes + _with_letter(line, at)


def _is_cut_year(line: Line, at: int) -> bool:
    """Whether an apostrophe stands for the century: "Jan '27"."""
    written = line.raw(at)
    return (
        at > 0
        and len(written) == 2
        and written.isdecimal()
        and line.raw(at - 1) in APOSTROPHES
        and line.touches(at)
    )


APOSTROPHES = frozenset("'’‘")


def _with_letter(line: Line, at: int) -> list[Atom]:
    """ "15h30": hour, o'clock and two digits written together; up to six hours it is a length."""
    hour, minute = line.raw(at), line.raw(at + 2)
    oclock = line.atom(at + 1, "oclock")
    together = oclock and oclock.last == at + 2 and line.touches(at + 1) and line.touches(at + 2)
    if not together or not hour.isdecimal() or int(hour[:2]) <= 6 or not CLOCK.fullmatch(f"{hour}:{minute}"):
        return []
    return [Atom("hm_h", clock(hour, minute), at + 3)]


def _small(value: int, last: int) -> list[Atom]:
    found = [Atom("minute", value, last)]
    if value <= 24:
        found.append(Atom("hour", value, last))
    if 1 <= value <= 53:
        found += [Atom("small", value, last), Atom("week_number", value, last)]
    return found


def _cardinals(line: Line, at: int, number: Number) -> list[Atom]:
    value, last = number.value, number.last
    if value is None or value >= 1000 or number.scaled:
        return []
    found = [Atom("num", value, last)]
    if number.digits or value != int(value) or number.pair:
        return found
    whole = int(value)
    if whole <= 59:
        found += _small(whole, last)
    if 1 <= whole <= 23 and last == at + 1:
        found.append(Atom("hour_word", whole, last))
    if 1 <= whole <= 31:
        found.append(Atom("day_said", whole, last))
    if 10 <= whole <= 59:
        found.append(Atom("minute_word", whole, last))
    return found + _word_clock(line, at, whole)


def _word_clock(line: Line, at: int, whole: int) -> list[Atom]:
    """The first word of "two thirty": the whole number would be another one, or none."""
    card = line.atom(at, "card")
    if card is None or not 1 <= card.value <= 12 or card.value == whole:
        return []
    return [Atom("hour_word", card.value, card.last)]


def _ordinals(number: Number) -> list[Atom]:
    value = number.whole
    if value is None or value < 1 or number.scaled:
        return []
    found = [Atom("ordinal_day", value, number.last)] if value <= 31 else []
    if value <= 24:
        found.append(Atom("ordinal_hour", value, number.last))
    if value <= 53:
        found += [Atom("small", value, number.last), Atom("week_number", value, number.last)]
    return found


def _quarters(line: Line, at: int) -> list[Atom]:
    """Roman numerals in capitals before "ketv.", and "Q2"."""
    found = []
    roman = line.atom(at, "roman")
    if roman and line.raw(at).isupper():
        found.append(Atom("small", roman.value, roman.last))
    letter, digit = line.atom(at, "q_letter"), line.raw(at + 1)
    if letter and line.touches(at + 1) and digit in {"1", "2", "3", "4"}:
        found.append(Atom("q", int(digit), at + 2))
    return found


def _pair_of_numbers(line: Line, at: int) -> list[Atom]:
    """ "12-05" and "2026-12": a dash with nothing around it. "10–12" is left to spans of hours."""
    first, dash, second = line.raw(at), line.raw(at + 1), line.raw(at + 2)
    whole = DAY_FIRST.fullmatch(".".join((first, second, line.raw(at + 4))))
    if whole and dash == line.raw(at + 3) == "-" and line.touches(at + 3) and line.touches(at + 4):
        full = full_date(int(whole[3]), int(whole[2]), int(whole[1]))
        return [Atom("numeric_date", full, at + 5)] if full else []
    if dash not in {"-", "–"} or not (line.touches(at + 1) and line.touches(at + 2)):
        return []
    if not (first.isdecimal() and second.isdecimal() and len(second) == 2) or (
        line.touches(at + 3) and line.raw(at + 3) not in {",", ".", ")", ";", "!", "?"}
    ):
        return []
    if len(first) == 2 and (day := month_and_day(int(first), int(second))):
        told = _no_hours(first, second) or _is_due(line, at) or _is_wide(line, at)
        return [Atom("numeric_date", day, at + 3)] if told else []
    if len(first) == 4 and 1990 <= int(first) <= 2099 and 1 <= int(second) <= 12:
        return [Atom("year_month", (int(first), int(second)), at + 3)]
    return []


def _is_due(line: Line, at: int) -> bool:
    """Whether "by" or "on" stands before: "iki 12-17", "on 11-12"."""
    before = [atom for atom in line.atoms[at - 1] if atom.last == at] if at else []
    due = any(atom.category == "relation" and atom.value == "by" for atom in before)
    return due or line.raw(at - 1) == "on"


def _is_wide(line: Line, at: int) -> bool:
    """Whether it would be too long a span of hours, with no day, "from" or "o'clock" beside: "12-17"."""
    if int(line.raw(at + 2)) - int(line.raw(at)) < _WIDE:
        return False
    ending = [a for i in range(max(0, at - 2), at) for a in line.atoms[i] if a.last == at]
    before = {"between" if a.value == "from" else a.category for a in ending}
    after = {a.category for a in line.atoms[at + 3]} if at + 3 < len(line.tokens) else set()
    return before.isdisjoint(_TIMED | {"at", "between"}) and after.isdisjoint(_TIMED | {"oclock", "meridiem"})


_WIDE = 5
"""So many hours nobody is busy with a customer."""
_TIMED = frozenset({"relday", "weekday", "todaypart", "daypart", "day_word", "month"})


def _no_hours(first: str, second: str) -> bool:
    """Whether two numbers are no span of working hours: "12-05", "11-24", "09-15"."""
    start, end = int(first), int(second)
    return first[0] == "0" or second[0] == "0" or start >= end or end > 18 or start < 7
