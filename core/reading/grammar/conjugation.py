"""The verbs of the word lists by their stems: a form is looked up by where its stem may end.

Forms are not written out, since a language with thirty forms a verb would fill the memory with them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from core.reading.tokens import bared
from core.reading.words import LANGUAGES, table


class Conjugated(NamedTuple):
    """One form of a listed verb: the word as it is spelled, and what the list says of the verb."""

    word: str
    concept: str
    form: str
    language: str
    particles: tuple[str, ...]


class _Tail(NamedTuple):
    number: int
    spelled: str
    form: str


_Tails = Mapping[str, Sequence[_Tail]]
"""What may follow a stem without its last letter, by its spelling without diacritics."""


class _Stem(NamedTuple):
    order: tuple[int, int, int]
    """Of the verb in the lists, of its prefix, of the principal part."""
    spelled: str
    tails: _Tails
    concept: str
    language: str
    particles: tuple[str, ...]


def conjugated(bare: str) -> list[Conjugated]:
    """What a word without diacritics may be a form of, in the order of the lists; no negation."""
    stems = _stems()
    found: list[tuple[tuple[int, int, int], int, Conjugated]] = []
    for cut in range(len(bare)):
        for stem in stems.get(bare[:cut], ()):
            for tail in stem.tails.get(bare[cut:], ()):
                word = stem.spelled + tail.spelled
                form = Conjugated(word, stem.concept, tail.form, stem.language, stem.particles)
                found.append((stem.order, tail.number, form))
    found.sort(key=lambda row: row[:2])
    return [form for _, _, form in found]


@cache
def _stems() -> Mapping[str, Sequence[_Stem]]:
    """All stems by their spelling without diacritics and without the last letter, which may change."""
    found: dict[str, list[_Stem]] = {}
    number = 0
    for language in LANGUAGES:
        tables = table(language, "verbs")
        conjugation = _Conjugation(tables)
        for concept, entries in tables.get("verbs", {}).items():
            for entry in entries:
                number += 1
                entry, _, particles = entry.partition(":")
                entry, _, prefixes = entry.partition(" +")
                following = tuple(particles.strip().split("|")) if particles else ()
                for order, spelled, tails in conjugation.stems(entry.split(), prefixes.split()):
                    stem = _Stem((number, *order), spelled, tails, concept, language, following)
                    found.setdefault(bared(spelled), []).append(stem)
    return found


class _Conjugation:
    """The paradigms of one language."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._paradigms = tables.get("paradigm", {})
        self._sounds: Mapping[str, str] = tables.get("sounds", {})
        self._soften: Mapping[str, str] = tables.get("soften", {})
        self._known: dict[tuple[str, str, str], _Tails] = {}

    def stems(
        self, parts: Sequence[str], prefixes: Sequence[str]
    ) -> Iterator[tuple[tuple[int, int], str, _Tails]]:
        """The stems of a verb without their last letter, with every prefix, and what may follow each."""
        for number, part in enumerate(parts, 1):
            paradigm = "alone" if len(parts) == 1 and "alone" in self._paradigms else str(number)
            rows = self._paradigms[paradigm]
            ending = max((end for end in rows if part.endswith(end)), key=len, default=None)
            if ending is None:
                continue
            stem = part[: len(part) - len(ending)]
            tails = self._tails(paradigm, ending, stem[-1:])
            for order, start in enumerate(("", *prefixes)):
                yield (order, number), start + stem[:-1], tails
                if start and bared(start)[-1] == bared(part)[0] and len(stem) > 1:
                    yield (order, number), start + stem[1:-1], tails

    def _tails(self, paradigm: str, ending: str, last: str) -> _Tails:
        key = (paradigm, ending, last)
        if key not in self._known:
            found: dict[str, list[_Tail]] = {}
            for form, endings in self._paradigms[paradigm][ending].items():
                for one in endings.split(" "):
                    spelled = self._joined(last, one)
                    tail = _Tail(sum(map(len, found.values())), spelled, form)
                    found.setdefault(bared(spelled), []).append(tail)
            self._known[key] = found
        return self._known[key]

    def _joined(self, last: str, ending: str) -> str:
        """The last letter of a stem and an ending, as they sound together."""
        if ending.startswith("~"):
            ending = ending[1:]
            last = self._soften.get(last, last)
        meeting = self._sounds.get(last[-1:] + ending[:1])
        return last[:-1] + meeting + ending[1:] if meeting else last + ending
