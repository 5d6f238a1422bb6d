"""Finding: the companies and people that a few words name, in any case, by their beginnings, or misspelt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from core.reading.directory import Directory
from core.reading.intent import Key
from core.reading.names.legal import name_words, words_of
from core.reading.tokens import folded

WHOLE, BEGINNING, OTHER_FORM, MISSPELT = 4, 3, 2, 1
"""How well a word that was looked for fits a word of a name."""

MOST_OF_A_WORD = 3_000
"""Bearers of one word that are looked at: with more of them, further words have to tell."""


class Found(NamedTuple):
    """Keys, those that fit best first; `fit` is the same number for who fits equally well."""

    companies: tuple[Key, ...]
    people: tuple[Key, ...]
    fit: Mapping[tuple[str, Key], int]


def find(words: str, directory: Directory) -> Found:
    """Who is named: all of the words where somebody bears them all, else as many of them as anybody does.

    A person is also found by a word of their own name and further ones of their company's.
    """
    looked_for = name_words(words) or words_of(words)
    companies: defaultdict[Key, dict[int, int]] = defaultdict(dict)
    people: defaultdict[Key, dict[int, int]] = defaultdict(dict)
    for index, word in enumerate(looked_for):
        for number, fit in _meant(word, directory).items():
            _note(companies, directory.companies_with(number)[:MOST_OF_A_WORD], index, fit)
            _note(people, directory.people_with(number)[:MOST_OF_A_WORD], index, fit)
    for person, fits in people.items():
        company = directory.company_of(person)
        if company is not None and len(fits) < len(looked_for):
            people[person] = companies.get(company, {}) | fits
    return _best(companies, people)


def _meant(word: str, directory: Directory) -> dict[int, int]:
    """Words of the directory that the word may be, and how well it fits each."""
    bare = folded(word)
    found = dict.fromkeys(directory.beginning(bare), BEGINNING) if len(bare) > 1 else {}
    found |= {hit.word: WHOLE for hit in directory.hits(bare, word.casefold())}
    found |= {hit.word: max(OTHER_FORM, found.get(hit.word, 0)) for hit in directory.variants(bare)}
    return found or {hit.word: MISSPELT for hit in directory.similar(bare)}


def _note(fits: defaultdict[Key, dict[int, int]], keys: Iterable[Key], index: int, fit: int) -> None:
    for key in keys:
        fits[key][index] = max(fit, fits[key].get(index, 0))


def _best(companies: Mapping[Key, dict[int, int]], people: Mapping[Key, dict[int, int]]) -> Found:
    most = max((len(fits) for fits in (*companies.values(), *people.values())), default=0)
    fit = {
        (kind, key): sum(fits.values())
        for kind, group in (("company", companies), ("person", people))
        for key, fits in group.items()
        if len(fits) == most
    }
    ranked = sorted(fit, key=lambda each: -fit[each])
    return Found(
        tuple(key for kind, key in ranked if kind == "company"),
        tuple(key for kind, key in ranked if kind == "person"),
        fit,
    )
