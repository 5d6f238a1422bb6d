"""What a trip cost, as a line: "💶 kelias 42 km · degalai 45 €"."""

from collections.abc import Sequence

from babel.numbers import format_decimal

from bot.texts import Html, Language, escape, join
from bot.texts.money import money
from core.notices import Spent

MOST = 6


def expenses_line(spent: Sequence[Spent], words: Language) -> list[Html]:
    """The line; none where nothing was spent."""
    if not spent:
        return []
    shown = [escape(spent_in_words(each, words)) for each in spent[:MOST]]
    shown += [Html("…")] if len(spent) > MOST else []
    return [Html("💶 " + join(" · ", shown))]


def spent_in_words(each: Spent, words: Language) -> str:
    """ "degalai 45 €" or "kelias 42 km"."""
    kind = words.plain("expense", kind=each.kind.value)
    if each.sum is not None:
        return f"{kind} {money(each.sum, words)}"
    way = format_decimal(each.kilometres or 0, locale=words.locale)
    return words.plain("expense-way", what=kind, number=way)
