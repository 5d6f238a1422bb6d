"""The phrases of dates and times in a message, one after another."""

from core.reading.calendar.compact import compact_alone
from core.reading.calendar.expressions import Clock
from core.reading.calendar.grammar import phrases_at
from core.reading.calendar.listed import is_listed
from core.reading.calendar.months import DayOfMonth
from core.reading.calendar.numerals import atoms_at
from core.reading.calendar.pieces import Piece, piece_of
from core.reading.calendar.standing import (
    COUNTED,
    atoms,
    counts_noun,
    has_before,
    is_counted,
    name_follows,
    stands,
)
from core.reading.numbers import Number, number_at
from core.reading.tokens import Kind
from core.reading.words import Line


def pieces_of(line: Line) -> list[Piece]:
    """All pieces in order, without overlaps; `rule` "nothing" marks words that must not be read as
    times.
    """
    found, at = [], 0
    while at < line.readable:
        if not line.atoms[at] and line.tokens[at].kind is not Kind.NUMBER:
            at += 1
            continue
        piece = _piece_at(line, at)
        if piece:
            found.append(piece)
            at = piece.last
        else:
            number = number_at(line, at)
            at = number.last if number else at + 1
    return found


def _piece_at(line: Line, at: int) -> Piece | None:
    if not _is_glued_to_word(line, at):
        for phrase in phrases_at(line, at):
            if stands(line, phrase):
                piece = piece_of(line, phrase)
                if piece:
                    return _with_other_reading(line, piece)
        if number_at(line, at) or line.tokens[at].kind is Kind.NUMBER:
            days = _day_alone(line, at) or _bare_day_alone(line, at) or _other_day(line, at)
            return days or _dotted_alone(line, at) or compact_alone(line, at) or _hour_alone(line, at)
    return None


def _is_glued_to_word(line: Line, at: int) -> bool:
    """Whether digits follow a letter or a currency sign at once: "A4", "€12"."""
    if line.tokens[at].kind is not Kind.NUMBER or not line.touches(at):
        return False
    if line.raw(at - 1) == "T" and line.touches(at - 1):
        return False
    return line.tokens[at - 1].kind in {Kind.WORD, Kind.CURRENCY} or line.raw(at - 1) in {"#", "№", "+"}


def _with_other_reading(line: Line, piece: Piece) -> Piece:
    """A date in two digits and two digits ("10.30") may be a time where it stands beside a date."""
    if piece.rule == "numeric":
        dotted = [atom.value for atom in atoms_at(line, piece.first) if atom.category == "hm_dot"]
        piece.clock = dotted[0] if dotted else None
    return piece


def _day_alone(line: Line, at: int) -> Piece | None:
    """ "The 15th", "by the 3rd", "iki 15-os": an ordinal with a word before and no noun after."""
    number = number_at(line, at)
    if number is None or not number.ordinal or number.whole is None or not 1 <= number.whole <= 31:
        return None
    the = at > 0 and line.atom(at - 1, "the") is not None
    led = at > 0 and number.digits and is_listed("before_day", line.tokens[at - 1].bare)
    plain = number.digits and (number.whole >= _NO_RANK or has_before(line, at, "weekday"))
    before = the or led or plain or has_before(line, at, "relation")
    before = before or _beside_other_ordinal(line, at, number.last)
    if not before or (not number.digits and not (the and _word_names_day(line, number))):
        return None
    if not _ends_phrase(line, number.last):
        return None
    return Piece(at, number.last, "day_of_month", dates=(DayOfMonth(number.whole),))


def _word_names_day(line: Line, number: Number) -> bool:
    """Whether an ordinal in words after "the" is a day: "Thursday the twenty first", "on the first."."""
    if has_before(line, number.first, "weekday"):
        return True
    if number.whole is not None and number.whole > 3:
        return has_before(line, number.first, "relation")
    leads = number.first >= 2 and is_listed("before_bare_day", line.tokens[number.first - 2].bare)
    return leads and _ends_clause(line, number.last)


def _bare_day_alone(line: Line, at: int) -> Piece | None:
    """A day without its ending: "by the 27", "Friday the fifteen", "on 15 at 8:00"; nothing may follow it."""
    number = number_at(line, at)
    if number is None or number.ordinal or number.whole is None or not 1 <= number.whole <= 31:
        return None
    the = at > 0 and line.atom(at - 1, "the") is not None
    lead = at - 1 - the
    if not _is_short(line, number) or lead < 0 or not _ends_clause(line, number.last):
        return None
    if the:
        led = is_listed("before_bare_day", line.tokens[lead].bare) or has_before(line, at, "weekday")
    else:
        led = line.tokens[lead].bare == "on" and _clock_beside(line, lead, number.last)
    if not led:
        return None
    return Piece(at, number.last, "day_of_month", dates=(DayOfMonth(number.whole),))


def _other_day(line: Line, at: int) -> Piece | None:
    """The second of two days of a month, too high for an hour: "birželio 25 arba 26"."""
    number = number_at(line, at)
    if number is None or number.whole is None or not _HIGHEST_HOUR < number.whole <= _HIGHEST_DAY:
        return None
    months = (line.atom(i, "month") for i in range(max(0, at - _TO_MONTH), at))
    if not has_before(line, at, "either") or not any(months):
        return None
    return Piece(at, number.last, "day_of_month", dates=(DayOfMonth(number.whole),))


_HIGHEST_HOUR, _HIGHEST_DAY = 24, 31
_TO_MONTH = 5


def _clock_beside(line: Line, lead: int, last: int) -> bool:
    """Whether a clock time ends before the word at `lead` or begins right after the number."""
    if has_before(line, lead, "meridiem"):
        return True
    after = last + (line.raw(last) == ",")
    at = next((atom.last for atom in atoms(line, after) if atom.category == "at"), after)
    return any(phrase.rule == "clock" for phrase in phrases_at(line, at))


def _ends_clause(line: Line, at: int) -> bool:
    """Whether the text, a sentence or a clause ends here, or a time follows."""
    if at >= len(line.tokens):
        return True
    if line.tokens[at].kind is Kind.PUNCTUATION:
        return line.raw(at) in _CLAUSE_ENDS
    return any(atom.category in {"at", "daypart"} for atom in line.atoms[at])


_CLAUSE_ENDS = frozenset(".,;:!?)")


_NO_RANK = 4
"""From "4th" on an ordinal alone is rather a day than a rank."""


def _beside_other_ordinal(line: Line, first: int, last: int) -> bool:
    """Whether it is one of "15th or 16th"."""
    either = next((atom.last for atom in atoms(line, last) if atom.category in {"either", "span_to"}), 0)
    following = number_at(line, either) if either else None
    return (following is not None and following.ordinal) or has_before(line, first, "either")


def _ends_phrase(line: Line, at: int) -> bool:
    """Whether no noun follows: the end, a sign, a number, a name, or a small word."""
    if at >= len(line.tokens) or line.tokens[at].kind is not Kind.WORD or line.tokens[at].capital:
        return True
    if is_listed("after_day", line.tokens[at].bare):
        return True
    return any(
        atom.category in {"either", "glue", "at", "daypart", "relation", "span_to"} for atom in line.atoms[at]
    )


def _dotted_alone(line: Line, at: int) -> Piece | None:
    """ "15.30" without "val.": a time only beside a date or after a word that says so; the caller
    decides.
    """
    clocks = [atom.value for atom in atoms_at(line, at) if atom.category == "hm_dot"]
    if not clocks or is_counted(line, at + 1):
        return None
    return Piece(at, at + 1, "dotted", clock=clocks[0])


def _hour_alone(line: Line, at: int) -> Piece | None:
    """A number alone that can be an hour; it counts only beside a date or after "at"."""
    number = number_at(line, at)
    if number is None or number.whole is None or number.scaled or number.pair or number.fraction:
        return None
    if not 0 <= number.whole <= 24 or is_counted(line, number.last) or not _is_short(line, number):
        return None
    if number.ordinal:
        good = number.case in {"acc", "gen"} and not number.digits and number.whole > 0
        good = good and not line.tokens[number.last - 1].low.endswith(("ų", "u"))
        return Piece(at, number.last, "ordinal_hour", clock=Clock(number.whole)) if good else None
    if number.whole == 0 or counts_noun(line, number.last) or _opens_amounts(line, number.last):
        return None
    if _counts_in_genitive(line, at, number):
        return None
    if not number.digits and name_follows(line, number.last) and number.whole == 1:
        return None  # "from one Niamh Corrigan"
    if _is_chosen(line, at) or _is_house(line, number.last) or _is_chained(line, at):
        return None
    return Piece(at, number.last, "hour", clock=Clock(number.whole))


def _counts_in_genitive(line: Line, at: int, number: Number) -> bool:
    """Whether the number is one of things in the genitive: "po trijų bandymų", "po 3 skambučių"."""
    if number.last >= len(line.tokens) or line.atoms[number.last]:
        return False
    told = line.tokens[number.last - 1].low.endswith(_GENITIVE) and not number.digits
    following = line.tokens[number.last]
    if number.digits and at and is_listed("before_genitive", line.tokens[at - 1].bare):
        return not following.capital and following.low.endswith("ų")
    return told and not following.capital and following.low.endswith(_GENITIVE)


_GENITIVE = ("ų", "u")


def _is_chosen(line: Line, at: int) -> bool:
    """Whether "last", "next" or "this past" stands before: a number of things, not an hour."""
    return any(
        atom.category == "which" and atom.last == at and atom.sense and not atom.sense.marks
        for back in range(max(0, at - 3), at)
        for atom in line.atoms[back]
    )


def _is_chained(line: Line, at: int) -> bool:
    """Whether it is one of three numbers with dashes: "9-18-15" is no time, nor is a telephone number."""
    first = last = at
    while (
        last - first < CHAIN
        and line.raw(first - 1) == "-"
        and line.touches(first)
        and line.touches(first - 1)
    ):
        first -= 2
    while (
        last - first < CHAIN
        and line.raw(last + 1) == "-"
        and line.touches(last + 1)
        and line.touches(last + 2)
    ):
        last += 2
    return last - first >= CHAIN


CHAIN = 4
"""Tokens from the first of three numbers to the last, dashes included."""


def _is_house(line: Line, at: int) -> bool:
    """Whether the name of a street follows: "at 5 Main Street"."""
    for token in line.tokens[at : at + _LONGEST_STREET]:
        if token.kind is not Kind.WORD or not token.capital:
            return False
        if line.atom(at, "street"):
            return True
        at += 1
    return False


_LONGEST_STREET = 6


def _opens_amounts(line: Line, at: int) -> bool:
    """Whether the number is the first of "5 and 7k", "10–15 min"; "10–12 val." and "5 ar 6 d." are
    times.
    """
    joint = next((atom.last for atom in atoms(line, at) if atom.category in {"span_to", "either"}), 0)
    second = number_at(line, joint or (at + 1 if line.raw(at) in {"-", "–", "—"} else len(line.tokens)))
    if second is None:
        return False
    if second.scaled or second.value is None or second.value > 59:
        return True
    units = [atom for atom in atoms(line, second.last) if atom.category in COUNTED | {"time_unit"}]
    return bool(units) and not any(atom.value in {"hour", "day"} for atom in units)


def _is_short(line: Line, number: Number) -> bool:
    """Whether digits are written as an hour: one or two, no decimals; "05" is none."""
    raw = line.raw(number.first)
    return not number.digits or (raw.isdecimal() and len(raw) <= 2)
