"""Telephone numbers in a message, as written: "8 612 34567", "+370-612-34567"."""

import re

from core.reading.tokens import Kind, Token

_PHONE = re.compile(r"(?:\+\d{8,14}|(?:370|8)\d{8}|0\d{8,10})")


def phone_end(tokens: tuple[Token, ...], at: int) -> int:
    """Index after a telephone number that starts here; 0 if none does."""
    plus = tokens[at].raw == "+"
    if not plus and tokens[at].raw[0] not in "038":
        return 0
    last = start = at + plus
    digits = "+" if plus else ""
    while last < len(tokens) and len(digits) < 16 and _continues_phone(tokens, last, start):
        digits += tokens[last].raw if tokens[last].raw.isdecimal() else ""
        last += 1
    if not _PHONE.fullmatch(digits):
        return 0
    return last


def _continues_phone(tokens: tuple[Token, ...], at: int, start: int) -> bool:
    token = tokens[at]
    if at > start and token.start > tokens[at - 1].end + 1:
        return False
    return (token.kind is Kind.NUMBER and token.raw.isdecimal()) or (
        at > start and token.raw in {"-", "(", ")"}
    )


def leads_to_phone(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a telephone number is next, a dot or colon between or not."""
    while at < len(tokens) and tokens[at].raw in {".", ":"}:
        at += 1
    return at < len(tokens) and phone_end(tokens, at) > at


def phone_in(raw: str, tokens: tuple[Token, ...], first: int, last: int) -> str | None:
    """The one number that starts at a token from `first` to before `last`; None if none or several do."""
    found: set[str] = set()
    while first < last:
        after = phone_end(tokens, first)
        if after:
            found.add(raw[tokens[first].start : tokens[after - 1].end])
        first = after or first + 1
    return found.pop() if len(found) == 1 else None
