"""Buttons of the day: a step that is done, and the way back to the agenda."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("d")
@dataclass(frozen=True, slots=True)
class Done(Button):
    """A next step is done. `place` is where the button stands: card or agenda."""

    step_id: int
    place: str


@code("ag")
@dataclass(frozen=True, slots=True)
class ShowAgenda(Button):
    """Show today's next steps, edited in place."""
