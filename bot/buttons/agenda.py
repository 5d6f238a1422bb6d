"""Buttons of the day, the week, promises and the tidy: their pages, and a step that is done."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("ag")
@dataclass(frozen=True, slots=True)
class ShowAgenda(Button):
    """Show a page of today's next steps, edited in place."""

    page: int


@code("hn")
@dataclass(frozen=True, slots=True)
class ShowHeld(Button):
    """Show what was held for a summary, up to its last."""

    last_id: int


@code("wk")
@dataclass(frozen=True, slots=True)
class ShowWeek(Button):
    """Show the coming seven days, edited in place."""


@code("d")
@dataclass(frozen=True, slots=True)
class Done(Button):
    """A next step is done. `place`: the screen to show anew, agenda or week with its page, or card."""

    step_id: int
    place: str


@code("pr")
@dataclass(frozen=True, slots=True)
class ShowPromises(Button):
    """Show a page of promises, ours or theirs, edited in place."""

    side: str
    page: int


@code("ti")
@dataclass(frozen=True, slots=True)
class TidyFrom(Button):
    """Show the first deal to put in order whose id is this or higher; 0 begins, in a message of its own."""

    deal_id: int


@code("tl")
@dataclass(frozen=True, slots=True)
class TidyLost(Button):
    """The deal that the tidy shows is lost, for a reason; "": asks for it."""

    deal_id: int
    reason: str = ""
