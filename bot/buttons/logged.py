"""Buttons of the card that answers a message: Undo, corrections, and answers to its question."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("u")
@dataclass(frozen=True, slots=True)
class Undo(Button):
    """Take the whole operation back."""

    operation_id: int


@code("c")
@dataclass(frozen=True, slots=True)
class Correct(Button):
    """Show what can be corrected; with `field` (company, deal, kind, date), its choices."""

    operation_id: int
    field: str = ""


@code("ch")
@dataclass(frozen=True, slots=True)
class Choose(Button):
    """Set a field of the operation's record: an id ("0": none), a kind, an ISO date, or "other"."""

    operation_id: int
    field: str
    value: str


@code("b")
@dataclass(frozen=True, slots=True)
class Back(Button):
    """From the corrections back to the card."""

    operation_id: int


@code("a")
@dataclass(frozen=True, slots=True)
class Answer(Button):
    """Answer the open question of an operation with the value of an option, or "other"."""

    question_id: int
    value: str
