"""Who is away, who stands in, and who has left."""

from datetime import date

import msgspec

from core.notices.base import Notice
from core.notices.parts import Deed, Named


class Away(Notice, frozen=True, kw_only=True, tag=True):
    """The reader's days off, `starts_on` to `ends_on` (exclusive: the first day back); none without an id.

    `colleagues`: who may stand in.
    """

    today: date
    absence_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    deputy: Named | None = None
    colleagues: list[Named] = []
    deed: Deed | None = None


class StandIn(Notice, frozen=True, kw_only=True, tag=True):
    """To the deputy: for whom they stand in and until when; `is_over`: no longer."""

    name: str
    starts_on: date
    ends_on: date
    today: date
    is_over: bool = False


class MemberLine(msgspec.Struct, frozen=True, kw_only=True):
    """A member as a line of the list: what is open with them, and until when they are away."""

    id: int
    name: str
    team: str | None = None
    open_deals: int = 0
    away_until: date | None = None


class Members(Notice, frozen=True, kw_only=True, tag=True):
    """A page of the members whom the reader manages (`page` from 0)."""

    page: int
    pages: int
    count: int
    members: list[MemberLine]
    today: date


class Leaving(Notice, frozen=True, kw_only=True, tag=True):
    """A member who has left or is about to: what is open with them, and who may take it over.

    `heir`: who has taken it; `has_left`: it is done.
    """

    member: MemberLine
    today: date
    page: int = 0
    open_steps: int = 0
    heirs: list[Named] = []
    has_left: bool = False
    heir: str | None = None


class TakenOver(Notice, frozen=True, kw_only=True, tag=True):
    """To the heir: whose deals and steps are theirs now."""

    giver: str
    deals: int
    steps: int
