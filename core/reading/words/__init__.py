"""The word lists of the languages: one folder a language, one TOML file a subject.

    table("lt", "dates")        the file core/reading/words/lt/dates.toml as a mapping
    LANGUAGES                   the folders there are, ours first
    Line(tokens)                the senses of every word of a message

A list is `[category]` with `value = [entries]`. An entry is a word or phrase as written ("po pietų"), or a
stem and the name of a paradigm ("penktadien|is"; paradigms are tables of endings by grammatical case in the
language's numbers.toml). Marks at its end: "ketv." is an abbreviation that may lack its dot, "pr.!" must have
it, "sun?" counts only where the words around it support the sense.
"""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from core.reading.tokens import Kind, Token, tokenize


def _languages() -> tuple[str, ...]:
    folders = {place.name for place in resources.files(__package__).iterdir() if place.is_dir()}
    others = sorted(name for name in folders if len(name) == 2 and name not in _OURS)
    return (*_OURS, *others)


_OURS = ("lt", "en")
LANGUAGES = _languages()
Value = int | Decimal | str


@cache
def table(language: str, subject: str) -> Mapping[str, Any]:
    """The list `subject` of a language, read once a process; empty where the language has none.

    Raises tomllib.TOMLDecodeError if the file is broken.
    """
    place = resources.files(__package__) / language / f"{subject}.toml"
    if not place.is_file():
        return {}
    return tomllib.loads(place.read_text(encoding="utf-8"))


class Form(NamedTuple):
    """An inflected word or a phrase; `case` is "" where nothing is declined; `marks` as in the
    module's text.
    """

    text: str
    case: str = ""
    marks: str = ""


def forms(entry: str, language: str) -> Iterator[Form]:
    """Every form that an entry of a word list stands for."""
    stem, bar, paradigm = entry.partition("|")
    if not bar:
        text = entry.rstrip(".!?")
        yield Form(text, "", entry[len(text) :])
        return
    for case, endings in table(language, "numbers")["paradigm"][paradigm].items():
        for ending in endings.split(","):
            yield Form(stem + ending, case)


class Sense(NamedTuple):
    """One meaning of a word or phrase: its category, its value there, and how it was written."""

    category: str
    value: Value
    case: str
    language: str
    marks: str
    words: tuple[str, ...]


class Lexicon:
    """All senses of the words and phrases of some subjects in all languages, found with or without
    diacritics.
    """

    def __init__(self, subjects: tuple[str, ...], languages: tuple[str, ...] = LANGUAGES) -> None:
        self._by_first: dict[str, list[Sense]] = {}
        for language in languages:
            for subject in subjects:
                self._add(language, table(language, subject))
        for senses in self._by_first.values():
            senses.sort(key=lambda sense: -len(sense.words))
        self._near: dict[str, list[Sense]] = {}
        self._day_words: dict[str, set[str]] = {}
        for first, senses in self._by_first.items():
            if len(first) >= _MISTYPED_FROM and any(s.category in _OFTEN_MISTYPED for s in senses):
                for cut in _cuts(first):
                    self._day_words.setdefault(cut, set()).add(first)

    def _add(self, language: str, tables: Mapping[str, Any]) -> None:
        for category, values in tables.items():
            if category in _NOT_WORDS:
                continue
            for value, entries in values.items():
                for entry in entries:
                    self._add_entry(language, category, _number_or_text(value), entry)

    def _add_entry(self, language: str, category: str, value: Value, entry: str) -> None:
        for form in forms(entry, language):
            tokens = tokenize(form.text)
            words = tuple(token.bare for token in tokens)
            sense = Sense(category, value, form.case, language, form.marks, words)
            for first in {tokens[0].low, words[0]}:
                known = self._by_first.setdefault(first, [])
                if sense not in known:
                    known.append(sense)

    def starting_with(self, token: Token) -> list[Sense]:
        """Senses of the words and phrases that start so, longest first; the caller matches the rest.

        A word written with diacritics has only the senses that are spelled so, if there are any.
        """
        exact = self._by_first.get(token.low)
        if exact is None:
            exact = self._by_first.get(token.bare)
        if exact is None:
            exact = self._mistyped(token) if len(token.bare) >= _MISTYPED_FROM else _NO_SENSES
        return exact

    def _mistyped(self, token: Token) -> list[Sense]:
        """Senses of a long day word one slip of the finger away: "wendesday", "penktadini"."""
        word = token.bare
        if len(word) > _MISTYPED_TO or token.kind is not Kind.WORD:
            return _NO_SENSES
        if word not in self._near:
            if len(self._near) > 20_000:
                self._near.clear()
            near = {form for cut in _cuts(word) for form in self._day_words.get(cut, ())}
            close = sorted(form for form in near if OSA.distance(word, form) == 1)
            self._near[word] = self._by_first[close[0]] if close else _NO_SENSES
        return self._near[word]


_NO_SENSES: list[Sense] = []
_OFTEN_MISTYPED = frozenset({"weekday", "relday"})
_MISTYPED_FROM, _MISTYPED_TO = 7, 16


def _cuts(word: str) -> list[str]:
    """The word and all that is left of it when one letter is dropped."""
    return [word, *(word[:i] + word[i + 1 :] for i in range(len(word)))]


_NOT_WORDS = frozenset({"paradigm", "patterns", "suffix", "settings"})


def _number_or_text(value: str) -> Value:
    if value.lstrip("-").isdecimal():
        return int(value)
    return Decimal(value) if value.replace(".", "").isdecimal() else value


@cache
def lexicon(*subjects: str) -> Lexicon:
    """The one lexicon of these subjects, built at the first call (some 20 ms)."""
    return Lexicon(subjects)


@cache
def suffixes(kind: str) -> frozenset[str]:
    """Bare endings written after digits: of kind "ordinal" (48-oji), "cardinal" (5-ių) or "touching"
    (3rd).
    """
    found: set[str] = set()
    for language in LANGUAGES:
        for ending in table(language, "numbers").get("suffix", {}).get(kind, ()):
            found.update(token.bare for token in tokenize(ending))
    return frozenset(found)


class Atom(NamedTuple):
    """A sense found in a message; `last` is the index after its last token."""

    category: str
    value: Any
    last: int
    sense: Sense | None = None


_NO_ATOMS: list[Atom] = []
_COUNTING = frozenset({"card", "ordinal", "scale", "fraction", "time_unit", "weekday", "month"})


_MOST_TOKENS, _MOST_NUMBERS = 1000, 200
"""A message with more is no message but a pasted table; a long dictation has 700 words."""


class Line:
    """A message's tokens with the senses of its words; one is shared by all that read the message.

    Numbers, lengths and dates are looked for in the first `readable` tokens, so that no text takes long.
    """

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.memo: dict[tuple[str, int], Any] = {}
        known = lexicon("numbers", "units", "dates").starting_with
        self.atoms: list[list[Atom]] = [
            self._match(i, senses) if (senses := known(token)) else _NO_ATOMS
            for i, token in enumerate(tokens)
        ]

        self.readable = len(tokens) if len(tokens) <= _MOST_NUMBERS else self._readable()

    def _readable(self) -> int:
        numbers = 0
        for index, token in enumerate(self.tokens[:_MOST_TOKENS]):
            numbers += token.kind is Kind.NUMBER or any(a.category in _COUNTING for a in self.atoms[index])
            if numbers > _MOST_NUMBERS:
                return index
        return min(len(self.tokens), _MOST_TOKENS)

    def _match(self, index: int, senses: list[Sense]) -> list[Atom]:
        return [Atom(s.category, s.value, last, s) for s in senses if (last := self._end(index, s))]

    def _end(self, index: int, sense: Sense) -> int:
        last = index + len(sense.words)
        if len(sense.words) > 1:
            if last > len(self.tokens) or self.tokens[index + 1].bare != sense.words[1]:
                return 0
            for word, token in zip(sense.words[2:], self.tokens[index + 2 : last], strict=True):
                if token.bare != word:
                    return 0
        if sense.marks:
            if sense.marks != "?" and last < len(self.tokens) and self.tokens[last].raw == ".":
                return last + 1
            if "!" in sense.marks:
                return 0
        return last

    def atom(self, index: int, category: str) -> Atom | None:
        """The longest sense of this category that starts at the token."""
        if index < len(self.tokens):
            for atom in self.atoms[index]:
                if atom.category == category:
                    return atom
        return None

    def raw(self, index: int) -> str:
        """The token's text; "" past the end."""
        return self.tokens[index].raw if 0 <= index < len(self.tokens) else ""

    def touches(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start
