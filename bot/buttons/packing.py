"""What a tap says, packed into the 64 bytes that Telegram allows, and unpacked again."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

SEPARATOR = ":"
LIMIT = 64

LAST_ID = 2**63 - 1
"""Databases keep ids in 64 bits."""


class UnknownButton(ValueError):
    """Callback data that no button of this version packs: an older card, or forged."""


class Button:
    """A button: a frozen dataclass of whole numbers and words, the last of which may hold anything."""

    __slots__ = ()


Kind = TypeVar("Kind", bound=type[Button])

CODES: dict[str, type[Button]] = {}
"""Every kind of button by the code that it is packed with."""

_CODE_OF: dict[type[Button], str] = {}


def code(letters: str) -> Callable[[Kind], Kind]:
    """Gives a kind of button its code, a few letters that no other kind has."""

    def register(kind: Kind) -> Kind:
        if letters in CODES:
            raise ValueError(f"two kinds of button are packed with {letters!r}")
        CODES[letters] = kind
        _CODE_OF[kind] = letters
        return kind

    return register


def pack(button: Button) -> str:
    """The callback data of a button. Raises ValueError where it would be over 64 bytes."""
    values = [str(getattr(button, field.name)) for field in _fields(type(button))]
    packed = SEPARATOR.join([_CODE_OF[type(button)], *values])
    if len(packed.encode()) > LIMIT:
        raise ValueError(f"callback data over {LIMIT} bytes: {packed}")
    return packed


def unpack(packed: str) -> Button:
    """The button that was tapped. Raises UnknownButton for anything that `pack` does not make."""
    letters, *rest = packed.split(SEPARATOR, 1)
    kind = CODES.get(letters)
    if kind is None:
        raise UnknownButton(packed)
    named = _fields(kind)
    values = rest[0].split(SEPARATOR, len(named) - 1) if rest else []
    if len(values) != len(named):
        raise UnknownButton(packed)
    try:
        typed = [
            _number(value) if field.type is int else value for field, value in zip(named, values, strict=True)
        ]
    except ValueError as error:
        raise UnknownButton(packed) from error
    return kind(*typed)


def _number(value: str) -> int:
    """Raises ValueError for what no record's id or page can be."""
    number = int(value)
    if not -LAST_ID <= number <= LAST_ID:
        raise ValueError(f"not a number of 64 bits: {value}")
    return number


def _fields(kind: Any) -> Any:
    return fields(kind)
