"""A verb as the grammar sees it."""

from typing import NamedTuple


class Verb(NamedTuple):
    """A verb: `tense` is past, pres, fut, inf, imp, cond, pass, active, ing or gerund; `person` 1, 3 or 0
    if open.
    """

    concepts: frozenset[str]
    tense: str
    person: int
    first: int
    last: int
    denied: bool
    language: str
