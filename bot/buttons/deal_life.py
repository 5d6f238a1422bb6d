"""Buttons of a deal's circumstances: tender, break, other bidders for the object, shares, a part won."""

from dataclasses import dataclass

from bot.buttons.packing import Button, code


@code("lf")
@dataclass(frozen=True, slots=True)
class ShowLife(Button):
    """Show the circumstances of a deal; `choosing`: "", pause, object, share, or percent.<member id>."""

    deal_id: int
    choosing: str


@code("sl")
@dataclass(frozen=True, slots=True)
class SetLife(Button):
    """Set one of them: tender, pause, object, share, part or order; "none" ends it, "words" asks for it."""

    deal_id: int
    field: str
    value: str


@code("lo")
@dataclass(frozen=True, slots=True)
class LoseOthers(Button):
    """The other deals for the object of this one, which is won, are lost."""

    deal_id: int
