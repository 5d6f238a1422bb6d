"""Words of other programs and languages for our own fixed vocabularies."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TypeVar

from core.exchange.columns import fold
from core.terms import Category, ContactKind, LostReason

Word = TypeVar("Word", bound=StrEnum)


class Outcome(StrEnum):
    """What a column of states says about a deal, whatever its stage is called."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


SECTIONS: Mapping[str, type[StrEnum]] = {
    "outcome": Outcome,
    "lost_reason": LostReason,
    "category": Category,
    "kind": ContactKind,
}


def word_for(vocabulary: type[Word], written: str) -> Word | None:
    """The word of the vocabulary that was meant; None where nobody could know."""
    found = _known()[vocabulary].get(fold(written))
    return vocabulary(found) if found is not None else None


@cache
def _known() -> Mapping[type[StrEnum], Mapping[str, str]]:
    document = tomllib.loads((resources.files(__package__) / "words.toml").read_text(encoding="utf-8"))
    known: dict[type[StrEnum], dict[str, str]] = {}
    for section, vocabulary in SECTIONS.items():
        words = {fold(word): word.value for word in vocabulary}
        for value, names in document[section].items():
            words |= {fold(name): vocabulary(value).value for name in names}
        known[vocabulary] = words
    return known
