"""Listed words that tell names from other words: those in front of names, ordinary ones, towns, days."""

from functools import cache

from core.reading.tokens import folded
from core.reading.words import LANGUAGES, table


@cache
def words_before() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Words in front of names and what they go with ("company", "person", "any", "date"), and the beginnings
    of such.
    """
    exact: dict[str, str] = {}
    open_: list[tuple[str, str]] = []
    for language in LANGUAGES:
        for kind, words in table(language, "names").get("before", {}).items():
            for word in words:
                if word.endswith("*"):
                    open_.append((word[:-1], kind))
                else:
                    exact.setdefault(word, kind)
    return exact, tuple(open_)


@cache
def starts_before() -> tuple[str, ...]:
    """The beginnings of words in front of names."""
    return tuple(start for start, _ in words_before()[1])


@cache
def look_alikes() -> frozenset[tuple[str, str]]:
    """Words that mean something else in a message of the other language: "is" is no "iš" in English."""
    return frozenset(
        (word, language)
        for language in LANGUAGES
        for word in table(language, "names").get("look_alike", {}).get("words", ())
    )


@cache
def common_words(only: str = "") -> tuple[frozenset[str], tuple[str, ...]]:
    """Ordinary words that also serve as names, and the beginnings of such; of one language if told."""
    exact: set[str] = set()
    open_: set[str] = set()
    exact.update(word for word, _ in words_before()[0].items())
    for language in (only,) if only else LANGUAGES:
        listed = table(language, "common")
        for word in f"{listed.get('words', '')} {listed.get('small', '')}".split():
            (open_ if word.endswith("*") else exact).add(folded(word.rstrip("*")))
    return frozenset(exact), tuple(sorted(open_))


@cache
def plain_words(language: str) -> frozenset[str]:
    """Words of a language that without a capital are no misspelt or declined name."""
    return frozenset(folded(word) for word in table(language, "common").get("plain", "").split())


@cache
def heads() -> frozenset[str]:
    """Words of their own with which a company's name may begin: "The Crooked Spoon", "Hotel Belvedere"."""
    words = (
        word
        for language in LANGUAGES
        for word in table(language, "names").get("head", {}).get("words", "").split()
    )
    return frozenset(folded(word) for word in words)


@cache
def announcing(part: str) -> tuple[str, ...]:
    """The beginnings of words that announce a new customer: that it is "new", and the "noun"."""
    return tuple(
        folded(word)
        for language in LANGUAGES
        for word in table(language, "names").get("announced", {}).get(part, "").split()
    )


@cache
def small_words() -> frozenset[str]:
    """Ordinary words that are no part of a name."""
    small = {word for language in LANGUAGES for word in table(language, "common").get("small", "").split()}
    return frozenset(words_before()[0]) | {folded(word) for word in small if not word.endswith("*")}


@cache
def number_words() -> frozenset[str]:
    """Words in front of a telephone number."""
    return frozenset(
        word for each in LANGUAGES for word in table(each, "names").get("number", {}).get("words", "").split()
    )


@cache
def adverbial(language: str) -> tuple[str, ...]:
    """Endings of words that say how something was done, which open a sentence and are no name."""
    return tuple(table(language, "common").get("adverbs", "").split())


@cache
def places() -> tuple[frozenset[str], tuple[str, ...]]:
    """Towns and countries, and the beginnings of such."""
    exact: set[str] = set()
    open_: set[str] = set()
    for language in LANGUAGES:
        for word in table(language, "places").get("words", "").split():
            (open_ if word.endswith("*") else exact).add(word.rstrip("*"))
    return frozenset(exact), tuple(sorted(open_))


@cache
def english_dates() -> frozenset[str]:
    """English weekdays and months, which have a capital anyway."""
    dates = table("en", "dates")
    words = (
        word for name in ("weekday", "month") for entries in dates.get(name, {}).values() for word in entries
    )
    return frozenset(word.rstrip(".!?").lower() for word in words)
