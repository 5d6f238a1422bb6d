"""A message as the grammar sees it: tokens, signs, names, dates, amounts and lengths, each in its place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol, TypeVar

from core.reading.amounts import Amount
from core.reading.calendar import WhenExpr
from core.reading.durations import Duration
from core.reading.grammar.signs import Sign
from core.reading.grammar.verb import Verb
from core.reading.names.mention import Mention
from core.reading.tokens import Token

_first = attrgetter("first")


class _Placed(Protocol):
    @property
    def first(self) -> int:
        """The token it starts at."""


_P = TypeVar("_P", bound=_Placed)


def starting_in(found: list[_P], first: int, last: int) -> list[_P]:
    """Those of what was found, in order of place, that start at a token from `first` to before `last`."""
    start = bisect_left(found, first, key=_first)
    return found[start : bisect_left(found, last, lo=start, key=_first)]


@dataclass(slots=True)
class Text:
    """All that was found in one message, in order of place."""

    raw: str
    tokens: tuple[Token, ...]
    signs: list[Sign]
    mentions: list[Mention]
    whens: list[WhenExpr]
    amounts: list[Amount]
    durations: list[Duration]
    language: str = ""
    verbs: list[Verb] = field(default_factory=list)

    def signs_in(self, first: int, last: int) -> list[Sign]:
        """The signs that start at a token from `first` to before `last`."""
        return starting_in(self.signs, first, last)

    def covered(self) -> set[int]:
        """Tokens inside a date, amount, length or name, where no clause ends."""
        spans: Iterable[WhenExpr | Amount | Duration | Mention] = (
            *self.whens,
            *self.amounts,
            *self.durations,
            *self.mentions,
        )
        return {i for span in spans for i in range(span.first, span.last)}


@dataclass(slots=True)
class Clause:
    """A part of a message with its own verb or event; tokens `first` to before `last`.

    `joined`: the kind of word that introduces it ("because", "that", "when", ...), "" if none. `sentence`
    numbers the
    sentences.
    """

    first: int
    last: int
    sentence: int
    joined: str = ""
    signs: list[Sign] = field(default_factory=list)
    verbs: list[Verb] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    whens: list[WhenExpr] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    durations: list[Duration] = field(default_factory=list)
    _sorted: dict[str, list[Sign]] = field(init=False, repr=False)
    _doing: dict[str, Verb] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._sorted = {}
        for sign in self.signs:
            self._sorted.setdefault(sign.category, []).append(sign)
        self._doing = {concept: verb for verb in reversed(self.verbs) for concept in verb.concepts}

    def has(self, category: str, *values: str) -> bool:
        """Whether one of the signs is there; any value of the category if none is given."""
        signs = self._sorted.get(category, ())
        return bool(signs) and (not values or any(s.value in values for s in signs))

    def all(self, category: str) -> Iterator[Sign]:
        """The signs of a category."""
        return iter(self._sorted.get(category, ()))

    def verb(self, *concepts: str) -> Verb | None:
        """The first verb that does one of these."""
        found = [self._doing[concept] for concept in concepts if concept in self._doing]
        return min(found, key=_first) if found else None
