"""Buttons of the day and the week: their pages, and a step that is done."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("ag")
@dataclass(frozen=True, slots=True)
class ShowAgenda(Button):
    """Show a page of today's next steps, edited in place."""

    page: int


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
