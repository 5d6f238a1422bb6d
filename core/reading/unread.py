"""The words of a message that reading could make nothing of."""

from core.reading.grammar.text import Text
from core.reading.intent import Span
from core.reading.names.common import common_words
from core.reading.tokens import Kind

_SHORTEST = 3


def unread_words(text: Text) -> tuple[Span, ...]:
    """Where words stand that are no name, date, sum or length, no sign of anything and no ordinary word."""
    known = text.covered() | {i for sign in text.signs for i in range(sign.first, sign.last)}
    exact, beginnings = common_words()
    return tuple(
        (token.start, token.end)
        for index, token in enumerate(text.tokens)
        if token.kind is Kind.WORD
        and index not in known
        and len(token.raw) >= _SHORTEST
        and token.bare not in exact
        and not token.bare.startswith(beginnings)
    )
