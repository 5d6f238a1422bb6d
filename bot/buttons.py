"""Buttons: what a tap says, as typed values, packed into the 64 bytes that Telegram allows."""

from dataclasses import dataclass, fields
from typing import Any

SEPARATOR = ":"
LIMIT = 64


class UnknownButton(ValueError):
    """Callback data that no button of this version packs: an older card, or forged."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the whole operation back."""

    operation_id: int


@dataclass(frozen=True, slots=True)
class Correct:
    """Show what can be corrected; with `field` (company, deal, kind, date), its choices."""

    operation_id: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Set a field of the operation's record: an id ("0": none), a kind, an ISO date, or "other"."""

    operation_id: int
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Back:
    """From the corrections back to the card."""

    operation_id: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer the open question of an operation with the value of an option, or "other"."""

    question_id: int
    value: str


@dataclass(frozen=True, slots=True)
class Done:
    """A next step is done. `place` is where the button stands: card or agenda."""

    step_id: int
    place: str


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Speak this language to me."""

    language: str


@dataclass(frozen=True, slots=True)
class DealsPage:
    """Another page of my open deals."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenDeal:
    """Show a deal; `page` is the page of the list to go back to."""

    deal_id: int
    page: int


@dataclass(frozen=True, slots=True)
class ShowAgenda:
    """Show today's next steps, edited in place."""


@dataclass(frozen=True, slots=True)
class TaughtPage:
    """Another page of what the bot was taught."""

    page: int


@dataclass(frozen=True, slots=True)
class Forget:
    """Take back something that was taught: a "name" or a "word"; `page` is shown again."""

    what: str
    record_id: int
    page: int


Button = (
    Undo
    | Correct
    | Choose
    | Back
    | Answer
    | Done
    | SetLanguage
    | DealsPage
    | OpenDeal
    | ShowAgenda
    | TaughtPage
    | Forget
)

CODES: dict[str, type[Button]] = {
    "u": Undo,
    "c": Correct,
    "ch": Choose,
    "b": Back,
    "a": Answer,
    "d": Done,
    "l": SetLanguage,
    "dp": DealsPage,
    "od": OpenDeal,
    "ag": ShowAgenda,
    "tp": TaughtPage,
    "fg": Forget,
}
_CODE_OF = {kind: code for code, kind in CODES.items()}


def pack(button: Button) -> str:
    """The callback data of a button. Raises ValueError where it would be over 64 bytes."""
    values = [str(getattr(button, field.name)) for field in fields(button)]
    packed = SEPARATOR.join([_CODE_OF[type(button)], *values])
    if len(packed.encode()) > LIMIT:
        raise ValueError(f"callback data over {LIMIT} bytes: {packed}")
    return packed


def unpack(packed: str) -> Button:
    """The button that was tapped. Raises UnknownButton for anything that `pack` does not make."""
    code, *rest = packed.split(SEPARATOR, 1)
    kind = CODES.get(code)
    values = rest[0].split(SEPARATOR, len(fields(kind)) - 1) if kind and rest else []
    if kind is None or len(values) != len(fields(kind)):
        raise UnknownButton(packed)
    pairs = zip(fields(kind), values, strict=True)
    try:
        typed: list[Any] = [int(value) if field.type is int else value for field, value in pairs]
    except ValueError as error:
        raise UnknownButton(packed) from error
    return kind(*typed)
