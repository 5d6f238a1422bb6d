"""Words, numbers and signs of a message, each with its exact place in the text."""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Kind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    CURRENCY = "currency"
    OTHER = "other"


class Token(NamedTuple):
    """A piece of the text: `text[start:end] == raw`, offsets in code points of the original.

    `low` is casefolded and composed (NFC), `bare` is `low` without diacritics. A NUMBER keeps the
    separators inside it: "12.500", "10:00", "2026-12-05", "50/50" are one token; "4 500" is two, "10–12"
    three, "12k" and "1h30" are split where letters begin.
    """

    start: int
    end: int
    kind: Kind
    raw: str
    low: str
    bare: str

    @property
    def capital(self) -> bool:
        """Whether the token starts with an upper-case letter."""
        return self.raw[:1].isupper()


_PATTERN = re.compile(
    r"(?P<number>\d{4}[-–]\d{1,2}[-–]\d{1,2}(?!\d)|\d+(?:[.,:/'’]\d+)*)"
    r"|(?P<word>[eE]-[mM]ail[^\W\d_]*|[^\W\d_][\u0300-\u036f]*(?:[^\W\d_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*)"
    r"|(?P<currency>[$€£¥₴₽₺₹₿])"
    r"|(?P<space>[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00]+)"
    r"|(?P<mark>[!-/:-@\[-`{-~¡-¿‐-⁞])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_KINDS = {
    "number": Kind.NUMBER,
    "word": Kind.WORD,
    "currency": Kind.CURRENCY,
    "mark": Kind.PUNCTUATION,
    "other": Kind.OTHER,
}
_UNDECOMPOSED = {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}


class _Bare(dict[int, str]):
    """What is left of a character (its code point) without diacritics; worked out once for each."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        bare = "".join(_UNDECOMPOSED.get(c, c) for c in parts if not unicodedata.combining(c))
        self[code] = bare
        return bare


_BARE = _Bare()


@lru_cache(maxsize=16_384)
def lowered(word: str) -> str:
    """The word casefolded and composed, with a straight apostrophe."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.casefold()).replace("’", "'")


@lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """The word casefolded and without diacritics: "Žąsų" → "zasu", "Müller" → "muller"."""
    return bared(lowered(word))


def bared(low: str) -> str:
    """A casefolded word without diacritics; not remembered, for long lists that are gone through once."""
    return low if low.isascii() else low.translate(_BARE)


def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens in order; white space, NUL and direction marks only separate. Linear; never raises."""
    found = []
    for match in _PATTERN.finditer(text):
        group = match.lastgroup or "other"
        if group == "space":
            continue
        raw = match.group()
        if group == "word":
            found.append(Token(match.start(), match.end(), Kind.WORD, raw, lowered(raw), folded(raw)))
        else:
            found.append(Token(match.start(), match.end(), _KINDS[group], raw, raw, raw))
    return tuple(found)


def starts_sentence(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a capital letter at this token says nothing: first of the text or after a sentence's end."""
    if index == 0:
        return True
    before = tokens[index - 1]
    if before.kind is Kind.OTHER:
        return True
    return before.kind is Kind.PUNCTUATION and before.raw in _SENTENCE_ENDS


_SENTENCE_ENDS = frozenset(".!?:;–—-•*…(")


_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?")
_APOSTROPHE = re.compile(r"[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d{1,2})?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
LONGEST_DIGITS = 24


@lru_cache(maxsize=4096)
def digits_value(raw: str) -> Decimal | None:
    """The value of one NUMBER token, groups of three after a dot or comma being thousands; None for
    10:00 etc.
    """
    if len(raw) > LONGEST_DIGITS:
        return None
    if raw.isdecimal():
        return Decimal(raw)
    if _GROUPED.fullmatch(raw):
        comma_groups = "," in raw and ("." not in raw or raw.index(",") < raw.index("."))
        raw = raw.replace(",", "") if comma_groups else raw.replace(".", "").replace(",", ".")
        return Decimal(raw)
    if _APOSTROPHE.fullmatch(raw):
        return Decimal(raw.replace("'", "").replace("’", "").replace(",", "."))
    if _DECIMAL.fullmatch(raw):
        return Decimal(raw.replace(",", "."))
    return None
