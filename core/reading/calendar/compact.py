"""Hours of four digits: "at 1530", "call Tom 1600 today"."""

from core.reading.calendar.expressions import Relation
from core.reading.calendar.listed import is_listed
from core.reading.calendar.numerals import atoms_at
from core.reading.calendar.pieces import Piece
from core.reading.calendar.standing import counts_noun, is_counted
from core.reading.calendar.surroundings import words_before
from core.reading.words import Line


def compact_alone(line: Line, at: int) -> Piece | None:
    """ "At 1530", "tomorrow at 1500", "tomorrow around 1030": four digits that nothing counts."""
    clocks = [atom.value for atom in atoms_at(line, at) if atom.category == "compact"]
    if not clocks or len(line.raw(at)) < 4:
        return None
    if not (words_before(line, at).at or _is_rough_time(line, at) or _is_of_contact(line, at)):
        return None
    if is_counted(line, at + 1) or counts_noun(line, at + 1):
        return None
    return Piece(at, at + 1, "compact", clock=clocks[0])


def _is_rough_time(line: Line, at: int) -> bool:
    """Whether a quarter of an hour by day stands right after a day, or after "around"."""
    hour, minute = int(line.raw(at)[:2]), line.raw(at)[2:]
    usual = 7 <= hour <= 19 and minute in {"15", "30", "45"}
    beside = any(line.atom(at - 1, day) is not None for day in ("relday", "weekday")) if at else False
    return usual and (beside or words_before(line, at).relation is Relation.ABOUT)


def _is_of_contact(line: Line, at: int) -> bool:
    """Whether a quarter of an hour stands beside a day and a contact is named before: "call Tom 1600 today",
    "demo on Friday 1100"; not in "quoted Tom 1600 today".
    """
    raw = line.raw(at)
    usual = raw[0] == "0" or (7 <= int(raw[:2]) <= 19 and raw[2:] in {"00", "15", "30", "45"})
    days = [i for i in (at - 1, at + 1) if 0 <= i < len(line.tokens)]
    beside = any(line.atom(i, day) is not None for i in days for day in ("relday", "weekday"))
    before = [line.tokens[i].bare for i in range(max(0, at - _TO_CONTACT), at)]
    if any(is_listed("summed", word) for word in before):
        return False
    return usual and beside and any(is_listed("timed", word) for word in before)


_TO_CONTACT = 6
