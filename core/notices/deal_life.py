"""What a deal has beside stage and sum: a tender, a break, other bidders for the same object, shares."""

from datetime import date

import msgspec

from core.notices.base import Notice
from core.notices.parts import DealLine, Deed, Named, Option


class ShareLine(msgspec.Struct, frozen=True, kw_only=True):
    """A salesperson's part in a deal, in percent."""

    member_id: int
    name: str
    percent: int


class DealLife(Notice, frozen=True, kw_only=True, tag=True):
    """One deal's circumstances; `choosing` is what is to be set, with its choices.

    `alternatives`: the other deals for the same object. `shares`: the owner first, together 100; empty where
    the deal is one person's. `company_paused_until`: the customer's own break.
    """

    deal: Named
    company: Named | None = None
    is_open: bool = True
    today: date
    tender_on: date | None = None
    paused_until: date | None = None
    company_paused_until: date | None = None
    alternatives: list[DealLine] = []
    shares: list[ShareLine] = []
    choosing: str | None = None
    """None, pause, object, share, or percent (of the member `member_id`)."""
    choices: list[Option] = []
    member_id: int = 0
    deed: Deed | None = None
    place: str = ""
    """Where the deal's card leads back to."""


class OthersBid(Notice, frozen=True, kw_only=True, tag=True):
    """One of several deals for one object is won: what of the others? `deed`: they are lost now."""

    deal: Named
    others: list[DealLine]
    deed: Deed | None = None


class SharedWith(Notice, frozen=True, kw_only=True, tag=True):
    """To a colleague: a deal is theirs as well, by so many percent; 0: no longer."""

    by: str
    deal: Named
    percent: int
