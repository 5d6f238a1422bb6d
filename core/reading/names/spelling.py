"""The words of a directory by their spelling: those that a misspelt word may be a form of."""

from array import array
from collections import Counter
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.reading.names.declension import BARE_ROW, Cases, rows, splits, stems
from core.reading.names.slips import is_likely_slip


class Hit(NamedTuple):
    """A word of the directory that a word of a message may be: its number, in which cases, how far
    misspelt; `exact`: the cases that are spelled just so, the others lack their diacritics.
    """

    word: int
    cases: Cases
    errors: int = 0
    spelled: bool = True
    exact: Cases = frozenset()


_COMMONEST = 4000
_TRIED = 40
_SPOILT = 3
_FARTHEST = 6
"""Changes of letters between a misspelt form and the nominative: two slips and an ending."""


class Spelling:
    """Words by the three-letter groups in them."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._groups: dict[str, array[int]] = {}

    def add(self, number: int, word: str) -> None:
        """Adds the word with the next number."""
        self._words.append(word)
        for group in _groups(word):
            numbers = self._groups.get(group)
            if numbers is None:
                numbers = self._groups[group] = array("I")
            numbers.append(number)

    def similar(self, bare: str, *, likely: bool) -> tuple[Hit, ...]:
        """Words near to `bare`, taking its ending into account; `likely`: only those one slip away."""
        if len(bare) < 4:
            return ()
        found: list[Hit] = []
        for number in self._nearest(bare):
            hit = _misspelt(bare, self._words[number], number, likely=likely)
            if hit:
                found.append(hit)
        least = min((hit.errors for hit in found), default=0)
        return tuple(hit for hit in found if hit.errors == least)

    def _nearest(self, bare: str) -> list[int]:
        """The words most like it among those that share enough groups: a slip spoils at most three."""
        shared: Counter[int] = Counter()
        groups = [found for group in _groups(bare) if (found := self._groups.get(group)) is not None]
        usable = [numbers for numbers in groups if len(numbers) <= _COMMONEST]
        for numbers in usable:
            shared.update(numbers)
        least = max(1, len(usable) - _SPOILT)
        words = {number: self._words[number] for number, count in shared.items() if count >= least}
        ranked = process.extract(
            bare, words, scorer=OSA.distance, processor=None, limit=_TRIED, score_cutoff=_FARTHEST
        )
        return [number for _, _, number in ranked]

    def begins(self, number: int, letter: str) -> bool:
        """Whether the word begins so."""
        return self._words[number].startswith(letter)

    def beginning(self, bare: str, longest: int) -> list[int]:
        """Words that begin so and go on for at most `longest` letters."""
        numbers = self._groups.get("^" + bare[:2], ())
        words = self._words
        return [n for n in numbers if words[n].startswith(bare) and 0 < len(words[n]) - len(bare) <= longest]


_TOLD_BY = 7
"""Letters at a word's start, with the mark before it, whose groups are kept; the end changes with the case.
"""


def _groups(word: str) -> set[str]:
    start = "^" + word[: _TOLD_BY - 1]
    return {start[i : i + 3] for i in range(len(start) - 2)}


def _misspelt(bare: str, word: str, number: int, *, likely: bool) -> Hit | None:
    """The word as a misspelt form of it, if near enough; `likely`: by one slip of the usual kinds."""
    best: Hit | None = None
    for stem, row in stems(word):
        if hit := _transposed(bare, stem, row, number):
            return hit
        allowed = 0 if len(stem) < 4 else 1 if len(stem) < 8 else 2
        for start, ending in splits(bare):
            cases = rows()[row].cases.get(ending)
            if not cases or not allowed or abs(len(start) - len(stem)) > allowed:
                continue
            if row == BARE_ROW and ending and len(start) < 5:
                continue
            errors = OSA.distance(start, stem, score_cutoff=allowed)
            if likely and not (errors == 1 and is_likely_slip(start, stem)):
                continue
            if 0 < errors <= allowed and (best is None or errors < best.errors):
                best = Hit(number, cases, errors)
    return best


def _transposed(bare: str, stem: str, row: int, number: int) -> Hit | None:
    """The word in a form of which two neighbouring letters are exchanged, be it across the ending."""
    if len(stem) < _TRANSPOSED_FROM:
        return None
    for ending, cases in rows()[row].cases.items():
        form = stem + ending
        exchanged = len(form) == len(bare) and form != bare and sorted(form) == sorted(bare)
        if exchanged and OSA.distance(form, bare, score_cutoff=1) == 1:
            return Hit(number, cases, 1)
    return None


_TRANSPOSED_FROM = 4
