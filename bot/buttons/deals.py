"""Buttons of deals: the board and its lists, a deal's own card, and what is done to it there."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("dl")
@dataclass(frozen=True, slots=True)
class ShowDeals(Button):
    """Show open deals as the view says (see `core.notices.deal_view`, "": the first), edited in place."""

    view: str


@code("od")
@dataclass(frozen=True, slots=True)
class OpenDeal(Button):
    """Show a deal from any other screen, to which its card leads back."""

    deal_id: int


@code("da")
@dataclass(frozen=True, slots=True)
class DealAt(Button):
    """Show a deal in place; `place` is the screen to go back to."""

    deal_id: int
    place: str


@code("dm")
@dataclass(frozen=True, slots=True)
class DealMenu(Button):
    """Show other buttons under the deal's card: more, stages, reasons, dates, category, colleagues, or ""."""

    deal_id: int
    menu: str


@code("mv")
@dataclass(frozen=True, slots=True)
class MoveDeal(Button):
    """Move a deal from the stage it is in to another one."""

    deal_id: int
    from_id: int
    to_id: int


@code("ls")
@dataclass(frozen=True, slots=True)
class LoseDeal(Button):
    """A deal is lost, for this reason."""

    deal_id: int
    reason: str


@code("lt")
@dataclass(frozen=True, slots=True)
class LostTo(Button):
    """Who got the deal that the operation lost: the competitor of another deal, 0 nobody, -1 in words."""

    operation_id: int
    rival_deal_id: int


@code("sc")
@dataclass(frozen=True, slots=True)
class SetCategory(Button):
    """How sure a deal is."""

    deal_id: int
    category: str


@code("sy")
@dataclass(frozen=True, slots=True)
class SayOfDeal(Button):
    """Ask for a value of a deal in words: amount, close_date or title."""

    deal_id: int
    field: str


@code("ho")
@dataclass(frozen=True, slots=True)
class HandOver(Button):
    """Hand a deal over to a colleague."""

    deal_id: int
    member_id: int


@code("hy")
@dataclass(frozen=True, slots=True)
class ShowHistory(Button):
    """Show a page of who changed what of a deal."""

    deal_id: int
    page: int


@code("cm")
@dataclass(frozen=True, slots=True)
class Comment(Button):
    """Ask for words to the deal's salesperson: praise or a question."""

    deal_id: int
    kind: str
