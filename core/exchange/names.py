"""Names that files write differently and mean the same: case, marks, word order, legal forms."""

import re
from functools import lru_cache
from typing import NamedTuple

from core.exchange.plain_text import without_marks
from core.reading.names.legal import name_words

WORDS = re.compile(r"\w+")


class NameKey(NamedTuple):
    """`bare` is the name without legal form, `legal` that form; equal keys are the same name."""

    bare: str
    legal: str


@lru_cache(maxsize=50_000)
def company_key(name: str) -> NameKey:
    """The key of a company's name: „UAB "Statyba"“ and „Statyba, UAB“ have the same."""
    bare = [plain(word) for word in name_words(name)]
    rest = plain(name).split()
    for word in bare:
        if word in rest:
            rest.remove(word)
    return NameKey(" ".join(bare), " ".join(sorted(rest)))


def person_key(name: str) -> str:
    """The key of a person's name, in any order of its words."""
    return " ".join(sorted(plain(name).split()))


def owner_key(name: str) -> str:
    """The key of a salesperson, whom files call by name or by e-mail address."""
    return person_key(name.partition("@")[0])


def is_short_for(name: str, whole: str) -> bool:
    """Whether a name says the first names of another by their initials: "J. Kazlauskas"."""
    ours, theirs = plain(name).split(), plain(whole).split()
    return (
        len(ours) == len(theirs) > 1
        and ours != theirs
        and all(
            here == there or (len(here) == 1 and here.isalpha() and there.startswith(here))
            for here, there in zip(ours, theirs, strict=True)
        )
    )


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """The words of a name without case, diacritics and marks."""
    bare = name.lower() if name.isascii() else without_marks(name.casefold())
    return " ".join(WORDS.findall(bare))


def squashed(name: str) -> str:
    """The letters and digits of a name alone: "GTXPro" and "GTX Pro" have the same."""
    return plain(name).replace(" ", "")
