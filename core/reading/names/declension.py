"""The forms that a name takes in a sentence, told from its ending."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from core.reading.tokens import folded, lowered
from core.reading.words import LANGUAGES, table

Cases = frozenset[str]

PLURAL: Cases = frozenset({"pl"})
"""What a form that is only a plural stands in, whichever case it is."""
OF_PEOPLE: Cases = PLURAL | {"voc"}
"""Forms that only people are spoken of in: a family, and someone addressed."""


class Declension(NamedTuple):
    """One row of endings: `nominative` as in the directory, `cases` of each ending without diacritics, and
    `spelled` with them.
    """

    nominative: str
    cases: dict[str, Cases]
    spelled: dict[str, Cases]


class Stem(NamedTuple):
    """What stays of a name in all cases, and the row of its endings."""

    stem: str
    row: int


BARE_ROW = 0
"""The row of names that end in no known ending: they take endings as they are, or none."""

_SHORTEST_STEM = 2


@cache
def rows() -> tuple[Declension, ...]:
    """All rows of all languages; the first is for names without a known ending."""
    found = [Declension("", {"": frozenset({"any"})}, {"": frozenset({"any"})})]
    for language in LANGUAGES:
        for ending, cases in table(language, "names").get("declension", {}).items():
            row = Declension("" if ending == "*" else ending, _by_ending(cases, fold), _by_ending(cases, str))
            if row.nominative:
                found.append(row)
            else:
                found[BARE_ROW].cases.update(row.cases)
                found[BARE_ROW].spelled.update(row.spelled)
    return tuple(found)


@cache
def all_endings() -> frozenset[str]:
    """Every ending of every row, without diacritics."""
    return frozenset(ending for row in rows() for ending in row.cases)


def _by_ending(cases: dict[str, str], spelling: Callable[[str], str]) -> dict[str, Cases]:
    found: dict[str, set[str]] = {}
    for case, endings in cases.items():
        for ending in endings.split(" "):
            found.setdefault(spelling(ending), set()).add(case)
    return {ending: frozenset(those) for ending, those in found.items()}


@cache
def _rows_by_ending() -> dict[str, int]:
    return {row.nominative: number for number, row in enumerate(rows()) if row.nominative}


@cache
def _softened() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for language in LANGUAGES:
        for hard, soft in table(language, "names").get("soften", {}).items():
            pairs[hard] = folded(soft)
    return pairs


def _plain_letters() -> dict[int, str]:
    letters = (chr(code) for code in range(0xC0, 0x250))
    return {ord(letter): folded(letter) for letter in letters if folded(letter) != letter}


_PLAIN = _plain_letters()


def fold(low: str) -> str:
    """A casefolded name without diacritics; quicker than `folded` for the many names of a directory."""
    if low.isascii():
        return low
    plain = low.translate(_PLAIN)
    return plain if plain.isascii() else folded(low)


@lru_cache(maxsize=16_384)
def stems(name: str) -> tuple[Stem, ...]:
    """Stems of one word of a name given in the nominative, casefolded; several where letters change or
    umlauts
    are spelled out.
    """
    low = name if name.isascii() else lowered(name)
    found: list[Stem] = []
    for spelling in _spellings(low):
        found.extend(_stems_of(spelling))
    return tuple(found) if len(found) < _FEW else tuple(dict.fromkeys(found))


_FEW = 2


def _spellings(low: str) -> list[str]:
    """The name, and with ä, ö, ü as ae, oe, ue or the other way."""
    other = low.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    if other == low:
        other = low.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return [low] if other == low else [low, other]


def _stems_of(low: str) -> list[Stem]:
    row = _row_of(low)
    if row == BARE_ROW:
        return [Stem(fold(low), BARE_ROW)]
    stem = fold(low[: -len(rows()[row].nominative)])
    found = [Stem(stem, row)]
    soft = _softened().get(stem[-1:])
    if soft and row in _soft_rows():
        found.append(Stem(stem[:-1] + soft, row))
    if _looks_foreign(low):
        found.append(Stem(fold(low), BARE_ROW))
    return found


@cache
def _soft_rows() -> frozenset[int]:
    """Rows with endings that soften a stem's last letter."""
    return frozenset(
        number
        for number, row in enumerate(rows())
        if any(ending.startswith("i") and len(ending) > 1 for ending in row.cases)
    )


def _row_of(low: str) -> int:
    for length in range(min(6, len(low) - _SHORTEST_STEM), 0, -1):
        row = _rows_by_ending().get(low[-length:])
        if row is not None:
            return row
    return BARE_ROW


_FOREIGN_LETTERS = frozenset("wqxöüäõåøßğçñīāēņļķģ")


def _looks_foreign(low: str) -> bool:
    return not _FOREIGN_LETTERS.isdisjoint(low)


@cache
def _cases_by_ending() -> tuple[tuple[str, Cases], ...]:
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for case, endings in table(language, "names").get("plain_endings", {}).items():
            for ending in endings.split():
                found.setdefault(ending, set()).add(case)
    return tuple(sorted(((e, frozenset(c)) for e, c in found.items()), key=lambda pair: -len(pair[0])))


def cases_by_ending(low: str) -> Cases:
    """Cases that an unknown word may stand in, by its ending alone."""
    for ending, cases in _cases_by_ending():
        if low.endswith(ending):
            return cases
    return frozenset()


@cache
def case_after(word: str) -> str:
    """The case that a preposition asks for; "" if it asks for none."""
    for language in LANGUAGES:
        case = table(language, "names").get("before_case", {}).get(word)
        if case:
            return str(case)
    return ""


LONGEST_ENDING = 7


@lru_cache(maxsize=4096)
def splits(bare: str) -> tuple[tuple[str, str], ...]:
    """Every stem and ending a word of a message may be made of, the longest stem first."""
    word = bare.removesuffix("'s").removesuffix("'")
    return tuple(
        (word[:at], word[at:])
        for at in range(len(word), max(len(word) - LONGEST_ENDING, _SHORTEST_STEM) - 1, -1)
    )
