"""What a clause sends or speaks of, and over which channel."""

from core.reading.grammar.signs import Sign
from core.reading.grammar.text import Clause


def channel_of(clause: Clause) -> str:
    """The channel that is named first; "" if none is."""
    for sign in clause.all("channel"):
        return sign.value
    return ""


def thing_of(clause: Clause) -> str:
    """What the clause is about sending: "offer" before anything else."""
    things = list(clause.all("thing"))
    values = [s.value for s in things if not any(_is_inside(s, other) for other in things)]
    for value in ("offer", "price", "order", "contract", "sample", "invoice", "document", "product", "reply"):
        if value in values:
            return "offer" if value == "price" else value
    return ""


def _is_inside(sign: Sign, other: Sign) -> bool:
    """Whether the word is a part of the name of something else: "tender" in "tender docs"."""
    longer = other.last - other.first > sign.last - sign.first
    return longer and other.first <= sign.first and sign.last <= other.last
