"""Buttons of next steps: opened, dropped, how they went, and new ones."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("os")
@dataclass(frozen=True, slots=True)
class OpenStep(Button):
    """Show a step's card; `place` is the screen to go back to, "" for none."""

    step_id: int
    place: str


@code("dx")
@dataclass(frozen=True, slots=True)
class DropStep(Button):
    """A step is no longer needed; `place` is shown anew."""

    step_id: int
    place: str


@code("ih")
@dataclass(frozen=True, slots=True)
class InAnHour(Button):
    """Put a step off by an hour."""

    step_id: int
    place: str


@code("hw")
@dataclass(frozen=True, slots=True)
class HowItWent(Button):
    """How a step went that was ticked off by the operation: well, no-answer or postponed."""

    operation_id: int
    how: str
    place: str


@code("ps")
@dataclass(frozen=True, slots=True)
class PlanStep(Button):
    """Open the quick picks for a new next step; ids that are 0 are none."""

    deal_id: int
    company_id: int
    person_id: int
