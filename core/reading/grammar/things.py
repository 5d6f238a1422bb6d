"""What a clause sends or speaks of, and over which channel."""

from collections.abc import Iterable

from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause


def channel_of(clause: Clause) -> str:
    """The channel that is named first; "" if none is."""
    for sign in clause.all("channel"):
        return sign.value
    return ""


def thing_of(clause: Clause) -> str:
    """What the clause is about sending: "offer" before anything else."""
    values = _outermost(clause.all("thing"))
    for value in ("offer", "price", "order", "contract", "sample", "invoice", "document", "product", "reply"):
        if value in values:
            return "offer" if value == "price" else value
    return ""


def _outermost(things: Iterable[Sign]) -> set[str]:
    """What is named by no part of the name of something else: "tender docs", not its "tender"."""
    values: set[str] = set()
    first = last = -1
    for sign in sorted(things, key=lambda s: (s.first, -s.last)):
        if sign.last > last or (sign.first, sign.last) == (first, last):
            values.add(sign.value)
            first, last = sign.first, sign.last
    return values
