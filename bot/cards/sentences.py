"""Screens of one sentence: refusals, faults, strangers, and what could not be read."""

from bot.cards.frame import Rendered, screen
from bot.texts import Language, languages
from core.notices import Fault, NotALog, Refusal, Stranger, Unreadable

ANY_REFUSAL = "error-refused"


def stranger(_notice: Stranger, _words: Language) -> Rendered:
    """The same polite sentence in every language: nothing is known of who reads it."""
    return screen([words.html("stranger") for words in languages().values()])


def refusal(notice: Refusal, words: Language) -> Rendered:
    """Why not, and what to do instead."""
    key = notice.key if notice.key in words.keys else ANY_REFUSAL
    return screen([words.html(key, **notice.fields)])


def fault(notice: Fault, words: Language) -> Rendered:
    return screen([words.html("fault", reference=notice.reference)])


def not_a_log(notice: NotALog, words: Language) -> Rendered:
    return screen([words.html("not-a-log", aside=notice.aside)])


def unreadable(notice: Unreadable, words: Language) -> Rendered:
    return screen([words.html("unreadable", what=notice.what)])
