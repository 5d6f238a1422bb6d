"""Numbers in digits and in words: "12 500", "pusantro tūkstančio", "twelve and a half k", "trečią"."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from core.reading.tokens import LONGEST_DIGITS, Kind, digits_value
from core.reading.words import Atom, Line, suffixes


class Number(NamedTuple):
    """A number from token `first` to before `last`.

    `value` is None for "keli", "few". `digits`: has a part in digits; `scaled`: has a word like "tūkst." or
    "k"; `pair`: "pora", "a couple"; `fraction`: a bare "pusė", "pusantro" with nothing counted yet;
    `ordinal`: "trečią", "3rd"; `case`: of the last declined word; `scale`: the last such word's, 1 without.
    """

    value: Decimal | None
    first: int
    last: int
    digits: bool = False
    scaled: bool = False
    pair: bool = False
    fraction: bool = False
    ordinal: bool = False
    case: str = ""
    scale: Decimal = Decimal(1)

    @property
    def whole(self) -> int | None:
        """The value if it is a whole number."""
        return (
            int(self.value)
            if self.value is not None and self.value == self.value.to_integral_value()
            else None
        )


_TRIPLE = re.compile(r"\d{3}(?:[.,]\d{1,2})?")


def grouped_digits(line: Line, index: int) -> tuple[Decimal, int] | None:
    """Value and end of digits that start here, with groups set apart by single blanks: "4 500", "1 250
    000,50".
    """
    token = line.tokens[index]
    if token.kind is not Kind.NUMBER:
        return None
    text, last = token.raw, index + 1
    if text.isdecimal() and len(text) <= 3 and text[0] != "0":
        while _continues_group(line, last):
            text += line.tokens[last].raw
            last += 1
    value = digits_value(text) if last == index + 1 else digits_value(text.replace(",", "."))
    return None if value is None else (value, last)


def _continues_group(line: Line, index: int) -> bool:
    if index >= len(line.tokens):
        return False
    token, before = line.tokens[index], line.tokens[index - 1]
    return (
        token.kind is Kind.NUMBER
        and token.start == before.end + 1
        and before.raw.isdecimal()
        and _TRIPLE.fullmatch(token.raw) is not None
        and len(token.raw) + len(before.raw) < LONGEST_DIGITS
    )


def number_at(line: Line, index: int) -> Number | None:
    """The longest number that starts at this token, if one does. "a" and "ir" alone are none."""
    key = ("number", index)
    if key not in line.memo:
        line.memo[key] = _Count(line, index).read() if _may_start(line, index) else None
    found: Number | None = line.memo[key]
    return found


NUMBER_STARTS = frozenset(
    {
        "card",
        "hundreds",
        "scale",
        "fraction",
        "whole_fraction",
        "vague",
        "pair",
        "dozen",
        "ordinal",
        "article",
    }
)
"""Categories of words that may begin a number."""


def _may_start(line: Line, index: int) -> bool:
    if index >= len(line.tokens):
        return False
    if line.tokens[index].kind is Kind.NUMBER:
        return True
    return any(atom.category in NUMBER_STARTS for atom in line.atoms[index])


_ENDLESS = Decimal(10) ** 15


class _Count:
    """Adds up one number, word by word."""

    def __init__(self, line: Line, index: int) -> None:
        self.line, self.first, self.at = line, index, index
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.room, self.scale = _ENDLESS, _ENDLESS
        self.seen: set[str] = set()
        self.case = ""

    def read(self) -> Number | None:
        while self.at < len(self.line.tokens) and "ordinal" not in self.seen and self._step():
            pass
        if self.at == self.first:
            return None
        value = None if "vague" in self.seen else self.total + (self.current or 0)
        return Number(
            value, self.first, self.at, "digits" in self.seen, "scale" in self.seen, "pair" in self.seen,
            "fraction" in self.seen and self.seen <= {"fraction", "article"},
            "ordinal" in self.seen, self.case,
            self.scale if "scale" in self.seen else Decimal(1),
        )  # fmt: skip

    def _step(self) -> bool:
        if self.line.tokens[self.at].kind is Kind.NUMBER:
            return self._digits()
        if self.line.raw(self.at) == "-":
            return self._hyphen()
        for atom in self.line.atoms[self.at]:
            take = _TAKES.get(atom.category)
            if take and take(self, atom):
                self.seen.add(atom.category)
                self.case = atom.sense.case if atom.sense and atom.sense.case else self.case
                self.at = max(self.at, atom.last)
                return True
        return False

    def _digits(self) -> bool:
        found = grouped_digits(self.line, self.at)
        if found is None or self.current is not None or found[0] >= self.scale or not self._closes_scale():
            return False
        self.current, self.at = found
        self.room = Decimal(0)
        self.seen.add("digits")
        self._suffix()
        return True

    def _closes_scale(self) -> bool:
        """Digits go on after a scale only as its whole rest: "2 tūkst. 500"."""
        return not self.total or re.fullmatch(r"\d{3}", self.line.raw(self.at)) is not None

    def _suffix(self) -> None:
        at = self.at + 1 if self.line.raw(self.at) in _HYPHENS and self.line.touches(self.at) else self.at
        if not self.line.touches(at) or self.line.tokens[at].kind is not Kind.WORD:
            return
        bare = self.line.tokens[at].bare
        kinds = (
            (("ordinal", "ordinal"), ("cardinal", "cardinal")) if at > self.at else (("touching", "ordinal"),)
        )
        for endings, kind in kinds:
            if bare in suffixes(endings):
                self.seen.add(kind)
                self.at = at + 1
                return

    def _hyphen(self) -> bool:
        """Passes over the hyphen of "twenty-five" and "two-hundred", and takes what follows."""
        at = self.at
        if self.current is None or "digits" in self.seen:
            return False
        if not (self.line.touches(at) and self.line.touches(at + 1)):
            return False
        self.at += 1
        if self.line.tokens[self.at].kind is Kind.WORD and self._step():
            return True
        self.at = at
        return False

    def card(self, atom: Atom) -> bool:
        value = Decimal(atom.value)
        if value == 100 and self.current and self.current < 100 and "hundred" not in self.seen:
            self.current *= 100
        elif value < self.room and (value or self.current is None):
            self.current = (self.current or 0) + value
        else:
            return False
        self.room = Decimal(100 if value >= 100 else 10 if value >= 20 else 0)
        return True

    def fraction(self, atom: Atom) -> bool:
        if self.current is not None or self.total:
            return False
        self.current, self.room = Decimal(atom.value), Decimal(0)
        return True

    def pair(self, atom: Atom) -> bool:
        return self.fraction(atom)

    def vague(self, atom: Atom) -> bool:
        return self.fraction(atom)

    def dozen(self, atom: Atom) -> bool:
        if self.total:
            return False
        self.current, self.room = (self.current or Decimal(1)) * 12, Decimal(0)
        return True

    def ordinal(self, atom: Atom) -> bool:
        value = Decimal(atom.value)
        if value >= self.room or self.total or "digits" in self.seen:
            return False
        self.current = (self.current or 0) + value
        return True

    def times_scale(self, atom: Atom) -> bool:
        scale = Decimal(atom.value)
        praise = self.at == self.first and self.line.atom(self.at, "praise")
        if praise and not self.line.atom(atom.last, "and_half"):
            return False  # "he's grand with the price"
        if scale >= self.scale or (self.current is None and (self.total or _is_abbreviation(atom))):
            return False
        self.total += (1 if self.current is None else self.current) * scale
        self.current, self.room, self.scale = None, scale, scale
        return True

    def and_half(self, atom: Atom) -> bool:
        if self.current is not None and not self.seen & {"and_half", "fraction"}:
            self.current += Decimal(atom.value)
        elif self.current is None and self.total:
            self.total += self.scale * Decimal(atom.value)
        else:
            return False
        self.room = Decimal(0)
        return True

    def joins(self, atom: Atom) -> bool:
        """Lets "and" stand after a hundred or a thousand if a smaller number in words follows."""
        if not (self.total or (self.current and self.current % 100 == 0)):
            return False
        following = self.line.atom(atom.last, "card")
        return following is not None and 0 < following.value < min(self.room, 100)

    def point(self, atom: Atom) -> bool:
        """Takes "one point five" and "2 point 25"."""
        if self.current is None:
            return False
        decimals, at = "", atom.last
        while (digit := self.line.atom(at, "card")) and digit.value < 10:
            decimals, at = decimals + str(digit.value), digit.last
        if not decimals and self.line.raw(at).isdecimal():
            decimals, at = self.line.raw(at)[:6], at + 1
        if not decimals:
            return False
        self.current += Decimal(f"0.{decimals}")
        self.room, self.at = Decimal(0), at
        return True

    def article(self, atom: Atom) -> bool:
        """Takes "a" before "hundred", "thousand", "dozen"."""
        if self.at != self.first:
            return False
        follows = self.line.atoms[atom.last] if atom.last < len(self.line.tokens) else []
        return any(
            (a.category == "scale" and not _is_abbreviation(a))
            or (a.category == "card" and a.value == 100)
            or (a.category == "fraction" and a.last > atom.last + 1)
            for a in follows
        )


_HYPHENS = frozenset("-–‑")
_TAKES: dict[str, Callable[[_Count, Atom], bool]] = {
    "card": _Count.card,
    "hundreds": _Count.card,
    "whole_fraction": _Count.fraction,
    "fraction": _Count.fraction,
    "scale": _Count.times_scale,
    "and_half": _Count.and_half,
    "joins": _Count.joins,
    "point": _Count.point,
    "pair": _Count.pair,
    "vague": _Count.vague,
    "dozen": _Count.dozen,
    "ordinal": _Count.ordinal,
    "article": _Count.article,
}


def _is_abbreviation(atom: Atom) -> bool:
    return atom.sense is not None and (bool(atom.sense.marks) or len(atom.sense.words[0]) == 1)
