"""Buttons of answers: another period, team, pipeline, part or page of what a manager asks."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("ra")
@dataclass(frozen=True, slots=True)
class ShowAnswer(Button):
    """Show an answer as the view says (see `core.notices.report_view`), edited in place."""

    view: str
