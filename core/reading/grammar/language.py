"""Which language a message is mainly written in."""

from collections.abc import Sequence

from core.reading.grammar.signs import Sign
from core.reading.words import LANGUAGES, table


def main_language(raw: str, signs: Sequence[Sign]) -> str:
    """The language whose own letters are used, else the one of most known words; the first of all if
    undecided.
    """
    letters = set(raw.lower())
    for language in LANGUAGES:
        if not letters.isdisjoint(table(language, "verbs").get("letters", {}).get("own", "")):
            return language
    counts = dict.fromkeys(LANGUAGES, 0)
    for sign in signs:
        counts[sign.language] = counts.get(sign.language, 0) + 1
    return max(LANGUAGES, key=lambda language: counts[language])
