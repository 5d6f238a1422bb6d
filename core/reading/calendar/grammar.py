"""Finds the phrases of the languages' pattern tables in a message.

A pattern is a row of categories: tables of words ("weekday", "edge") and kinds of numbers ("num",
"date_day", "hour", "hm", "length"; see `numerals`). "x?" may be missing; "the" and a hyphen inside a word
may stand between.
"""

from functools import cache
from typing import NamedTuple

from core.reading.calendar.numerals import APOSTROPHES, atoms_at, categories_at
from core.reading.words import LANGUAGES, Atom, Line, table


class Phrase(NamedTuple):
    """A pattern found: the rule it belongs to, its atoms in order, tokens `first` to before `last`."""

    rule: str
    atoms: tuple[Atom, ...]
    first: int
    last: int

    def value(self, category: str) -> object:
        """The value of the first atom of the category; None if there is none."""
        for atom in self.atoms:
            if atom.category == category:
                return atom.value
        return None

    def values(self, category: str) -> list[object]:
        """All values of the category in order."""
        return [atom.value for atom in self.atoms if atom.category == category]


class _Node:
    """A place in the tree of all patterns."""

    __slots__ = ("next", "rules")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.rules: list[str] = []


@cache
def _tree() -> _Node:
    root = _Node()
    for language in LANGUAGES:
        for rule, patterns in table(language, "dates").get("patterns", {}).items():
            for pattern in patterns:
                _add(root, rule, tuple(pattern.split()))
    return root


def _add(node: _Node, rule: str, elements: tuple[str, ...]) -> None:
    if not elements:
        if rule not in node.rules:
            node.rules.append(rule)
        return
    head, rest = elements[0], elements[1:]
    if head.endswith("?"):
        _add(node, rule, rest)
    _add(node.next.setdefault(head.rstrip("?"), _Node()), rule, rest)


def phrases_at(line: Line, at: int) -> list[Phrase]:
    """All patterns that match from this token, longest first."""
    root = _tree()
    found: list[Phrase] = []
    _walk(line, root, at, at, (), found)
    found.sort(key=lambda phrase: (-phrase.last, phrase.rule != "nothing", phrase.rule == "each_weekday"))
    return found


_LONGEST = 9


def _walk(line: Line, node: _Node, first: int, at: int, taken: tuple[Atom, ...], found: list[Phrase]) -> None:
    for rule in node.rules:
        found.append(Phrase(rule, taken, first, at))
    if at >= len(line.tokens) or len(taken) >= _LONGEST or not node.next:
        return
    _step(line, node, first, at, taken, found)
    if not taken:
        return
    raw = line.tokens[at].raw
    if raw == "," and "comma" in node.next:
        _walk(line, node.next["comma"], first, at + 1, taken, found)
    if _is_passed_over(line, at):
        _step(line, node, first, at + 1, taken, found)


def _step(line: Line, node: _Node, first: int, at: int, taken: tuple[Atom, ...], found: list[Phrase]) -> None:
    """Follows every atom at the token that some pattern goes on with."""
    if categories_at(line, at).isdisjoint(node.next):
        return
    for atom in atoms_at(line, at):
        following = node.next.get(atom.category)
        if following and (following.rules or _may_go_on(line, following, atom.last)):
            _walk(line, following, first, atom.last, (*taken, atom), found)


def _may_go_on(line: Line, node: _Node, at: int) -> bool:
    if at >= len(line.tokens):
        return False
    if line.tokens[at].raw in _SIGNS_WITHIN:
        return True
    categories = categories_at(line, at)
    return "the" in categories or not categories.isdisjoint(node.next)


_SIGNS_WITHIN = frozenset({",", "-", "–", ".", "/", *APOSTROPHES})


def _is_passed_over(line: Line, at: int) -> bool:
    """Whether it is a "the", a hyphen inside a word or the dot of "16. November" or the stroke of
    "Oct/2", which end no phrase."""
    if at + 1 >= len(line.tokens):
        return False
    raw = line.tokens[at].raw
    if raw in {"-", "–"}:
        return line.touches(at) and line.touches(at + 1)
    if raw == "/":
        return line.touches(at) and line.touches(at + 1) and "month" in categories_at(line, at - 1)
    if raw == ".":
        return line.touches(at) and line.raw(at - 1).isdecimal() and "month" in categories_at(line, at + 1)
    if raw in APOSTROPHES:
        return line.touches(at + 1) and "month" in categories_at(line, at - 1)
    return "the" in categories_at(line, at)
