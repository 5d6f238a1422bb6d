"""Other usual forms of a first name: Mike and Michael, Vytas and Vytautas; and first names by sex."""

from functools import cache, lru_cache
from typing import NamedTuple

from core.reading.names.declension import PLURAL, rows, splits, stems
from core.reading.tokens import folded
from core.reading.words import LANGUAGES, table


class FirstName(NamedTuple):
    """A first name in the nominative, and whether women bear it."""

    name: str
    is_woman: bool


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for group in table(language, "first_names").get("variants", ()):
            names = group.split()
            for name in names:
                found.setdefault(folded(name), set()).update(other.casefold() for other in names)
    return {bare: tuple(names) for bare, names in found.items()}


@cache
def _index() -> dict[str, tuple[tuple[int, FirstName], ...]]:
    """First names by stem, with the row of endings."""
    found: dict[str, list[tuple[int, FirstName]]] = {}
    for language in LANGUAGES:
        lists = table(language, "first_names")
        for kind in ("men", "women"):
            for name in lists.get(kind, "").split():
                for stem, row in stems(name.casefold()):
                    found.setdefault(stem, []).append((row, FirstName(name, kind == "women")))
    return {stem: tuple(names) for stem, names in found.items()}


@lru_cache(maxsize=8192)
def first_names(bare: str) -> tuple[tuple[FirstName, frozenset[str]], ...]:
    """First names of which a folded word may be a form, with the cases it may stand in."""
    found = []
    for stem, ending in splits(bare):
        for row, name in _index().get(stem, ()):
            cases = rows()[row].cases.get(ending)
            if cases and cases != PLURAL:
                found.append((name, cases))
    return tuple(found)


def variants(bare: str) -> tuple[str, ...]:
    """Other forms of the first name that a folded word is a form of, casefolded."""
    names = {folded(name.name) for name, _ in first_names(bare)} | {bare}
    return tuple(dict.fromkeys(other for name in names for other in _groups().get(name, ())))
