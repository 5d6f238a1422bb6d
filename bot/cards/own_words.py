"""A step in the words of the message that promised it, without those that said when."""

from functools import lru_cache

from bot.texts import languages, shorten
from core.notices import StepLine
from core.reading.calendar import find_whens
from core.reading.tokens import tokenize
from core.reading.words import Line

LONGEST_WORDS = 80
LOOSE = " \n\t.,;:–-"


def own_words(step: StepLine) -> str:
    """What the message said of it, shortened; empty where it said nothing else than the day."""
    said = (step.text or "")[: LONGEST_WORDS * 4]
    if step.on:
        said = without_when(said)
    said = said.strip(LOOSE)
    return shorten(said, LONGEST_WORDS) if said else ""


@lru_cache(maxsize=4096)
def without_when(said: str) -> str:
    """The words without a day and time, which the line says in full: "perskambinti penktadienį 10:00"."""
    for when in reversed(find_whens(Line(tokenize(said)))):
        if not when.weak and not when.after_name_word:
            start, end = when.span
            said = f"{_without_preposition(said[:start])} {said[end:].lstrip(LOOSE)}"
    return said


def _without_preposition(before: str) -> str:
    """Without an "on" or "iki" that is left with nothing behind it."""
    rest, _, last = before.rstrip(LOOSE).rpartition(" ")
    return rest if last.casefold() in _prepositions() else before.rstrip(LOOSE)


@lru_cache
def _prepositions() -> frozenset[str]:
    listed = (words.plain("words-before-a-day") for words in languages().values())
    return frozenset(word.strip() for line in listed for word in line.split(","))
