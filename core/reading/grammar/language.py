"""Which language a message is mainly written in."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from core.reading.grammar.signs import Sign
from core.reading.tokens import Token, starts_sentence
from core.reading.words import LANGUAGES, table

_NAMES_ALONE = 5
"""So many words more of another language tell that the letters are only those of a name."""


def main_language(raw: str, signs: Sequence[Sign], hint: str | None = None) -> str:
    """The language whose own letters are used, else the one of most known words, the hint counting as one
    more; the first of all if undecided.
    """
    counts = Counter(sign.language for sign in signs)
    words = Counter(language for language, _ in {(sign.language, sign.first) for sign in signs})
    letters = set(raw.lower())
    for language in LANGUAGES:
        own = table(language, "verbs").get("letters", {}).get("own", "")
        if not letters.isdisjoint(own) and max(counts.values(), default=0) - counts[language] <= _NAMES_ALONE:
            return language
    return max(LANGUAGES, key=lambda each: (words[each] + (each == hint), counts[each]))


def native(signs: list[Sign], tokens: tuple[Token, ...], language: str) -> list[Sign]:
    """The signs without those of other languages in words that are the language's own: small ones as "po",
    "is", and the ways by which something is said, as "WhatsApp".
    """
    ways = {s.first for s in signs if s.category == "channel" and s.language == language}
    signs = [s for s in signs if s.first not in ways or s.category != "verb" or s.language == language]
    own = _own_words(language)
    if not own:
        return signs
    return [
        s
        for s in signs
        if s.language == language
        or s.last - s.first > 1
        or (tokens[s.first].bare not in own and not _is_name_of_others(s, tokens))
    ]


def _is_name_of_others(sign: Sign, tokens: tuple[Token, ...]) -> bool:
    """Whether a verb of another language is rather a name, by its capital: "met Bruno from Verdant Foods"."""
    token = tokens[sign.first]
    return sign.category == "verb" and token.capital and not starts_sentence(tokens, sign.first)


@cache
def _own_words(language: str) -> frozenset[str]:
    return frozenset(table(language, "common").get("own", "").split())
