"""Buttons of deals: pages of the list, and a deal's own card."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("dp")
@dataclass(frozen=True, slots=True)
class DealsPage(Button):
    """Another page of my open deals."""

    page: int


@code("od")
@dataclass(frozen=True, slots=True)
class OpenDeal(Button):
    """Show a deal; `page` is the page of the list to go back to."""

    deal_id: int
    page: int
