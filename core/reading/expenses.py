"""What a trip cost, told beside what happened: "degalai 45 €", "42 km", "hotel 80 eur".

Only a part of the message that says nothing else is taken for an expense, so that what is sold for a sum
("fuel for 45,000 €", a fence of 2 km) stays what it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from core.reading.amounts import find_amounts
from core.reading.tokens import tokenize
from core.reading.words import LANGUAGES, Line, table
from core.terms import ExpenseKind

SUBJECT = "expenses"

START = 4
"""So many letters tell which words are worth a closer look."""

TOO_MUCH = Decimal(5_000)
"""So much money is nobody's fuel or hotel of one trip, but what is sold."""

_KILOMETRES = re.compile(r"(?<![\w.,/])(\d{1,4}(?:[.,]\d)?)\s?km\b(?!/)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Expense:
    """A sum that was spent, in the team's currency where `currency` is None, or a way in kilometres."""

    kind: ExpenseKind
    amount: Decimal | None = None
    currency: str | None = None
    kilometres: Decimal | None = None


def expenses_in(text: str) -> tuple[str, tuple[Expense, ...]]:
    """The text with spaces in place of what tells of expenses, as long as before; and the expenses."""
    words = _words()
    if not words.may_tell(text):
        return text, ()
    found: list[Expense] = []
    said, taken_until = text, 0
    for start, end in _parts(text, words.boundary):
        told = list(_of_part(text[start:end], words))
        found += [expense for _, _, expense in told]
        taken = [(start + first, start + last) for first, last, _ in told]
        if taken_until and not taken and _goes_on(text[start:end], words):
            taken = [(start, end)]  # "42 km there and back"
        for first, last in taken:
            first = taken_until if _is_joint(text[taken_until:first], words) else first
            said = said[:first] + " " * (last - first) + said[last:]
        taken_until = end if taken and taken[-1][1] == end else 0
    return said, tuple(found)


def _goes_on(part: str, words: "_Words") -> bool:
    """Whether a part says nothing but how the way before it went."""
    others = _others(part, [])
    return bool(others) and all(words.beside_way.fullmatch(word) for word in others)


def _is_joint(between: str, words: "_Words") -> bool:
    """Whether what stands between two parts only joins them."""
    return bool(between) and words.boundary.fullmatch(between) is not None


def _parts(text: str, boundary: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for found in boundary.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


@dataclass(frozen=True, slots=True)
class _Words:
    """`starts`: of the words for what is paid; `kinds`: these words; the others as in the word lists."""

    starts: frozenset[str]
    boundary: re.Pattern[str]
    kinds: Mapping[ExpenseKind, re.Pattern[str]]
    beside_money: re.Pattern[str]
    beside_way: re.Pattern[str]
    drove: re.Pattern[str]

    def may_tell(self, text: str) -> bool:
        """Whether it is worth looking: each message is asked, few tell of expenses."""
        if _DIGIT.search(text) is None:
            return False
        low = text.lower()
        return "km" in low or not self.starts.isdisjoint(
            [word[:START] for word in low.replace(",", " ").split()]
        )


def _of_part(part: str, words: _Words) -> Iterator[tuple[int, int, Expense]]:
    """What a part of the message tells: a sum for one thing, or kilometres; where it stands."""
    way = _KILOMETRES.search(part)
    if way is not None:
        others = _others(part, [way.span()])
        alone = all(words.beside_way.fullmatch(word) for word in others)
        if alone or any(words.drove.fullmatch(word) for word in others):
            kilometres = Decimal(way[1].replace(",", "."))
            yield *((0, len(part)) if alone else way.span()), Expense(ExpenseKind.WAY, kilometres=kilometres)
        return
    kind = next((kind for kind, known in words.kinds.items() if known.search(part)), None)
    if kind is None:
        return
    sums = [each for each in find_amounts(Line(tokenize(part))) if each.is_money and each.value is not None]
    if len(sums) != 1 or sums[0].value is None or not 0 < sums[0].value < TOO_MUCH:
        return
    others = [word for word in _others(part, [sums[0].span]) if not words.kinds[kind].fullmatch(word)]
    if all(words.beside_money.fullmatch(word) for word in others):
        yield 0, len(part), Expense(kind, sums[0].value, sums[0].currency)


def _others(part: str, taken: Sequence[tuple[int, int]]) -> list[str]:
    """The words outside of what is taken."""
    return [
        found[0]
        for found in _WORDS.finditer(part)
        if not any(start <= found.start() < end for start, end in taken)
    ]


@cache
def _words() -> _Words:
    """Of all languages together, found with or without diacritics."""
    listed = {kind: _listed("kind", kind.value) for kind in ExpenseKind}
    forms = {form for words in listed.values() for word in words for form in _forms(word)}
    joints = "|".join(map(re.escape, _listed("beside", "joint")))
    return _Words(
        frozenset(form.rstrip("*")[:START] for form in forms),
        re.compile(rf"(?i)[;!?\n]|[.,](?=\s|$)|\s[–—-]\s|\s?\+\s?|\s(?:{joints})\s"),
        {kind: _pattern(words) for kind, words in listed.items() if words},
        *(_pattern(_listed("beside", name)) for name in ("money", "way", "drove")),
    )


def _listed(category: str, name: str) -> list[str]:
    return [
        word for language in LANGUAGES for word in table(language, SUBJECT).get(category, {}).get(name, ())
    ]


def _pattern(entries: Sequence[str]) -> re.Pattern[str]:
    forms = sorted({form for entry in entries for form in _forms(entry)})
    each = (re.escape(form.rstrip("*")) + (r"[^\W\d_]*" if form.endswith("*") else "") for form in forms)
    return re.compile(rf"(?i:\b(?:{'|'.join(each)})\b)")


def _forms(entry: str) -> tuple[str, str]:
    """With and without diacritics."""
    return entry, "".join(token.bare for token in tokenize(entry))
