"""The small words before a date or time, and between two of them."""

from dataclasses import dataclass

from core.reading.calendar.expressions import Relation
from core.reading.words import Line


@dataclass(frozen=True, slots=True)
class Before:
    """The words right before an expression."""

    first: int
    relation: Relation | None = None
    at: bool = False
    between: bool = False


def words_before(line: Line, first: int) -> Before:
    """Relation, "at" and "between" that stand before this token, and where they begin."""
    at, start = False, first
    relation: Relation | None = None
    while start > max(0, first - 5):
        step = _word_before(line, start)
        if step is None:
            break
        category, value, begin = step
        at = at or category == "at"
        if category == "between":
            return Before(begin, Relation.FROM, at, True)
        if category == "relation" and value != "on":
            return Before(begin, Relation(value), at)
        start = begin
    return Before(first if relation is None and not at else start, relation, at)


_LEADING = ("at", "between", "relation", "the")


def _word_before(line: Line, start: int) -> tuple[str, str, int] | None:
    for back in range(max(0, start - 4), start):
        for category in _LEADING:
            for atom in line.atoms[back]:
                if atom.category == category and atom.last == start and not _is_initials(line, back, start):
                    return category, str(atom.value), back
    return None


def _is_initials(line: Line, at: int, end: int) -> bool:
    """Whether one word is written in capitals among others that are not: "the PO Monday"."""
    raw = line.raw(at)
    return end == at + 1 and len(raw) > 1 and raw.isupper() and not line.raw(end).isupper()


def gap_between(line: Line, start: int, end: int) -> str | None:
    """What stands between two pieces: "", "glue", "comma", "either", "to", "through", "dash"; None for
    other words.
    """
    if start == end:
        return ""
    if end - start > 4:
        return None
    either = line.atom(start, "either")
    if either and (either.last == end or _is_glue(line, either.last, end)):
        return "either"
    after_comma = line.atom(start + 1, "either") if line.raw(start) == "," else None
    if after_comma and after_comma.last == end:
        return "either"
    if line.raw(start) == "," and end == start + 2 and line.atom(start + 1, "maybe"):
        return "either"
    if line.raw(start) == "/" and end == start + 1 and line.touches(start) and line.touches(end):
        return "either"
    if line.raw(start) == "T" and end == start + 1 and line.touches(start) and line.touches(end):
        return ""
    if line.raw(start) in {"-", "–", "—"} and end == start + 1:
        return "dash"
    to = line.atom(start, "span_to")
    if to and (to.last == end or _is_glue(line, to.last, end)):
        return "through" if to.value == 2 else "to"
    if line.raw(start) in {",", "("} and (start + 1 == end or _is_glue(line, start + 1, end)):
        return "comma" if start + 1 == end else "comma glue"
    return "glue" if _is_glue(line, start, end) else None


def _is_glue(line: Line, start: int, end: int) -> bool:
    at = start
    while at < end:
        step = next(
            (atom.last for atom in line.atoms[at] if atom.category in {"glue", "at", "the", "at_date", "of"}),
            0,
        )
        if not step and line.raw(at) in {"~", "@", "(", ")"}:
            step = at + 1
        if not step or step > end:
            return False
        at = step
    return True
