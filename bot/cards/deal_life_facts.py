"""A deal's circumstances in a line each, as its card and their own screen show them."""

from bot.cards.names import called
from bot.texts import Html, Language, dates, join
from core.notices import DealLife


def short_facts(life: DealLife, words: Language) -> list[Html]:
    """Its tender, the longer of its own break and the customer's, who shares in it, how many bid."""
    lines = []
    if life.tender_on:
        lines.append(words.html("tender", until=dates.until(life.tender_on, life.today, words)))
    until = max(filter(None, (life.paused_until, life.company_paused_until)), default=None)
    if until:
        lines.append(words.html("paused", until=dates.until(until, life.today, words)))
    if life.shares:
        parts = [words.html("share", name=called(each.name), percent=each.percent) for each in life.shares]
        lines.append(words.html("shares", parts=join(", ", parts)))
    if life.alternatives:
        lines.append(words.html("life-one-of", count=len(life.alternatives) + 1))
    return lines
