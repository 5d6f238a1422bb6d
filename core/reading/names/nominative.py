"""Puts an unknown name into the nominative: "Norlankos" is Norlanka, "Rimantu" is Rimantas."""

from functools import cache

from core.reading.names.declension import OF_PEOPLE, fold, rows
from core.reading.names.variants import FirstName, first_names
from core.reading.tokens import folded, lowered
from core.reading.words import LANGUAGES, table


def person_in_nominative(words: tuple[str, ...], cases: frozenset[str]) -> str:
    """A person's name, first name first; `cases` are those that the words around allow (empty: any)."""
    given = _first_name(words[0], cases)
    if given is None:
        return " ".join(_surname(word, cases, None) for word in words)
    rest = [_surname(word, cases, given.is_woman) for word in words[1:]]
    return " ".join([_spelled_like(words[0], given.name), *rest])


def _first_name(word: str, cases: frozenset[str]) -> FirstName | None:
    found = first_names(folded(word))
    fitting = [name for name, those in found if not cases or those & (cases | {"any"})]
    if not cases:
        plain = [name for name in fitting if folded(name.name) == folded(word)]
        fitting = plain or [name for name, those in found if those - OF_PEOPLE] or fitting
    return fitting[0] if fitting else (found[0][0] if found else None)


def _spelled_like(written: str, name: str) -> str:
    """The listed name; as written where it is already in the nominative."""
    return written if folded(written) == folded(name) else name


def _surname(word: str, cases: frozenset[str], is_woman: bool | None) -> str:
    low = lowered(word)
    for ending, nominative in _surname_endings():
        written = low.endswith(ending) or (low.isascii() and low.endswith(fold(ending)))
        if written and len(low) > len(ending) + 1:
            return word[: len(word) - len(ending)] + nominative
    if not cases or cases == {"nom"}:
        return word
    return guess(word, cases, "a" if is_woman else "as")


@cache
def _surname_endings() -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for language in LANGUAGES:
        for nominative, endings in table(language, "names").get("surname", {}).items():
            pairs.extend((ending, nominative) for ending in endings.split())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def company_in_nominative(words: tuple[str, ...], cases: frozenset[str]) -> str:
    """A company's or rival's name; only its last word is put right, and only if the words around decline
    it.
    """
    if not cases or "nom" in cases:
        return " ".join(words)
    return " ".join([*words[:-1], guess(words[-1], cases, "as")])


def guess(word: str, cases: frozenset[str], preferred: str) -> str:
    """The likeliest nominative of a word that stands in one of the cases; as it is where no ending fits."""
    low = lowered(word)
    for nominative, endings in _guesses(cases):
        for ending in endings:
            if low.endswith(ending) and len(low) - len(ending) >= 3:
                stem = word[: len(word) - len(ending)]
                return stem + (_by_gender(stem, preferred) if nominative == "?" else nominative)
    return word


def case_told(word: str) -> frozenset[str]:
    """The case of an unknown word if its ending can be of no other: "-ui", "-ę"."""
    low = lowered(word)
    for language in LANGUAGES:
        for case, ends in table(language, "names").get("sure_endings", {}).items():
            if low.endswith(tuple(ends.split())):
                return frozenset({case})
    return frozenset()


def is_surname(bare: str) -> bool:
    """Whether a word in the nominative has an ending that hardly any other has: "-auskas", "-ienė"."""
    return bare.endswith(_nominatives())


@cache
def _nominatives() -> tuple[str, ...]:
    return tuple(
        folded(ending) for language in LANGUAGES for ending in table(language, "names").get("surname", {})
    )


def may_stand_in(low: str, cases: frozenset[str]) -> bool:
    """Whether a word has an ending of one of the cases."""
    return any(low.endswith(ending) for _, endings in _guesses(cases) for ending in endings)


def _by_gender(stem: str, preferred: str) -> str:
    """Whether "-ą" comes of -as or -a, by the letters before it."""
    for language in LANGUAGES:
        feminine = table(language, "names").get("feminine", {}).get("stem", "").split()
        if folded(stem).endswith(tuple(feminine)):
            return "a"
    return preferred


@cache
def _guesses(cases: frozenset[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for language in LANGUAGES:
        for case, table_of_case in table(language, "names").get("guess", {}).items():
            if case in cases:
                found.extend((nominative, tuple(ends.split())) for nominative, ends in table_of_case.items())
    return tuple(found)


@cache
def known_endings() -> frozenset[str]:
    """All endings of all rows."""
    return frozenset(ending for row in rows() for ending in row.cases)
