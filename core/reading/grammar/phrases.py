"""The listed phrases, as patterns of words that are found by their first."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from operator import itemgetter
from typing import NamedTuple

from core.reading.tokens import Kind, Token, tokenize
from core.reading.words import LANGUAGES, table

_GAP = "…"
_END = "$"
_LONGEST_GAP = 3
_MARKS = frozenset({Kind.PUNCTUATION, Kind.OTHER})
_DAYS = frozenset({"today", "yesterday", "again", "now"})
"""Words after which a clause has said all but when: "closed today"."""


class Pattern(NamedTuple):
    """The words of a listed phrase: "*" at a word's end stands for any ending, "…" for up to three words,
    "$" for the end of a clause: of the text, or a mark.
    """

    category: str
    value: str
    words: tuple[str, ...]
    language: str

    def may_go_on(self, following: str) -> bool:
        """Whether there is more than the first word and this one may be the next."""
        return len(self.words) > 1 and (self.words[1] in {_GAP, _END} or _fits(self.words[1], following))

    def end(self, tokens: tuple[Token, ...], at: int) -> int:
        """Index after the rest of the phrase, whose first word is just before `at`; 0 if it does not fit."""
        return at if len(self.words) == 1 else _end(tokens, at, self.words, 1)


def _end(tokens: tuple[Token, ...], at: int, words: tuple[str, ...], number: int) -> int:
    """Index after the rest of the pattern from word `number`; 0 if it does not fit."""
    while number < len(words):
        word = words[number]
        if word == _GAP:
            ends = (_end(tokens, at + skip, words, number + 1) for skip in range(_LONGEST_GAP + 1))
            return next((end for end in ends if end), 0)
        if word == _END:
            return at if at >= len(tokens) or tokens[at].kind in _MARKS or tokens[at].bare in _DAYS else 0
        if at >= len(tokens) or not _fits(word, tokens[at].bare):
            return 0
        at, number = at + 1, number + 1
    return at


def _fits(word: str, bare: str) -> bool:
    return bare.startswith(word[:-1]) if word.endswith("*") else bare == word


class Starting(NamedTuple):
    """The patterns that one word starts, in the order of the lists: those that are this word alone or whose
    second word may be many, and those of one second word.
    """

    anywhere: Sequence[tuple[int, Pattern]]
    by_second: Mapping[str, Sequence[tuple[int, Pattern]]]

    def before(self, following: str) -> Sequence[tuple[int, Pattern]]:
        """Those that may fit before this word."""
        told = self.by_second.get(following)
        return sorted((*self.anywhere, *told), key=itemgetter(0)) if told else self.anywhere


_KEPT_WORDS = 4096


class Phrases:
    """Listed phrases of all languages by their first word."""

    def __init__(self) -> None:
        self._known: dict[str, Starting] = {}
        self.exact: dict[str, list[Pattern]] = {}
        self.open: dict[str, list[Pattern]] = {}
        for language in LANGUAGES:
            shortened = tuple(table(language, "verbs").get("short", {}).items())
            for category, values in table(language, "phrases").items():
                for value, entries in values.items():
                    for entry in entries:
                        for written in _spellings(entry, shortened):
                            self._add(Pattern(category, value, _words(written), language))
        self.lengths = sorted({len(start) for start in self.open})

    def _add(self, pattern: Pattern) -> None:
        first = pattern.words[0]
        if first.endswith("*"):
            self.open.setdefault(first[:-1], []).append(pattern)
        else:
            self.exact.setdefault(first, []).append(pattern)

    def starting(self, bare: str) -> Starting:
        """Patterns whose first word fits; they are kept, since messages are made of few words."""
        known = self._known.get(bare)
        if known is None:
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            known = self._known[bare] = _sorted_by_second(self._fitting(bare))
        return known

    @cached_property
    def inner_words(self) -> frozenset[str]:
        """Words that stand in phrases after the first."""
        lists = (*self.exact.values(), *self.open.values())
        return frozenset(word for patterns in lists for each in patterns for word in each.words[1:])

    def _fitting(self, bare: str) -> Iterable[Pattern]:
        yield from self.exact.get(bare, ())
        for length in self.lengths:
            if length > len(bare):
                break
            yield from self.open.get(bare[:length], ())


def _spellings(entry: str, shortened: Sequence[tuple[str, str]]) -> set[str]:
    """How a phrase may be written: "don't" as "dont" too, "pakelti" as "pakelt" where speech drops it."""
    found = {entry, entry.replace("n't", "nt")}
    for ending, spoken in shortened:
        short = (
            word[: len(word) - len(ending)] + spoken
            if word.endswith(ending) and len(word) > len(ending) + _SHORTEST_STEM
            else word
            for word in entry.split()
        )
        found.add(" ".join(short))
    return found


_SHORTEST_STEM = 2


def _sorted_by_second(patterns: Iterable[Pattern]) -> Starting:
    anywhere: list[tuple[int, Pattern]] = []
    by_second: dict[str, list[tuple[int, Pattern]]] = {}
    for number, pattern in enumerate(patterns):
        second = pattern.words[1] if len(pattern.words) > 1 else _GAP
        told = second not in {_GAP, _END} and not second.endswith("*")
        (by_second.setdefault(second, []) if told else anywhere).append((number, pattern))
    return Starting(anywhere, by_second)


def _words(entry: str) -> tuple[str, ...]:
    words: list[str] = []
    for piece in entry.split():
        if piece in {_GAP, _END}:
            words.append(piece)
            continue
        bares = [token.bare for token in tokenize(piece.rstrip("*"))]
        if piece.endswith("*"):
            bares[-1] += "*"
        words.extend(bares)
    return tuple(words)


@cache
def phrases() -> Phrases:
    """All of them, built at the first call."""
    return Phrases()
