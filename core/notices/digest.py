"""The digest: a week, month or quarter of a team on one screen, as it was when it was made."""

from datetime import date
from enum import StrEnum

import msgspec

from core.notices.base import Notice
from core.notices.parts import StepLine, Sum
from core.notices.report_view import Length
from core.notices.reports import Picture
from core.terms import LostReason


class DigestDeal(msgspec.Struct, frozen=True, kw_only=True):
    """A deal that a digest names. `times`: how often its contract date has moved.

    `said_on`: the contract date of its salesperson; `early_on` to `late_on`: when deals like it are won.
    """

    id: int
    title: str = ""
    company: str | None = None
    sum: Sum | None = None
    who: str | None = None
    reason: LostReason | None = None
    competitor: str | None = None
    times: int = 0
    said_on: date | None = None
    early_on: date | None = None
    late_on: date | None = None


class DigestDeals(msgspec.Struct, frozen=True, kw_only=True):
    """Deals of one kind: how many, what they are worth together, and the first to be named."""

    count: int = 0
    sum: Sum | None = None
    named: list[DigestDeal] = []


class DigestForecast(msgspec.Struct, frozen=True, kw_only=True):
    """The forecasts of the period with the digest's last day in it. Changes are since the digest before.

    `expected` is the weighted figure, without a range, where `closed` deals are too few to learn from.
    """

    start: date
    length: Length
    won: Sum
    floor: Sum
    expected: Sum
    best_case: Sum
    floor_change: Sum | None = None
    expected_change: Sum | None = None
    low: Sum | None = None
    high: Sum | None = None
    target: Sum | None = None
    closed: int | None = None
    because: DigestDeal | None = None


class DigestPart(msgspec.Struct, frozen=True, kw_only=True):
    """What is expected of one pipeline, and its target."""

    name: str
    expected: Sum
    target: Sum | None = None


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """So many customers buy elsewhere; `to` None: nobody said where."""

    to: str | None
    count: int


class Worthwhile(StrEnum):
    """What is worth doing."""

    PREPARE = "prepare"
    HELP = "help"
    TALK = "talk"
    THANK = "thank"


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """One thing worth doing: about a deal put off so many times, or a salesperson with so many deals."""

    what: Worthwhile
    deal: DigestDeal | None = None
    member_id: int = 0
    who: str | None = None
    count: int = 0


class Digest(Notice, frozen=True, kw_only=True, tag=True):
    """A digest. From `start` to `end` (exclusive); `id` 0: it is not kept.

    `orders` are won money beside the deals. Counts of `leads` and `open` are those of its end; changes since
    its beginning. `absent`: how many people were away in it.
    """

    id: int
    start: date
    end: date
    length: Length
    people: int
    forecast: DigestForecast
    won: DigestDeals
    lost: DigestDeals
    slipped: DigestDeals
    moved: DigestDeals
    contracts: list[DigestDeal] = []
    parts: list[DigestPart] = []
    orders: int = 0
    ordered: Sum | None = None
    leads: int = 0
    leads_change: int = 0
    open: int = 0
    open_sum: Sum | None = None
    without_amount: int = 0
    contacts: int = 0
    contacts_change: int = 0
    visits: int = 0
    absent: int = 0
    new_customers: int = 0
    dormant: int = 0
    gone: list[Gone] = []
    advice: list[Advice] = []
    pictures: list[Picture] = []


class Bright(StrEnum):
    """What may be said of a salesperson's week that is good."""

    PROMISES = "promises"
    LARGEST = "largest"
    BUSIEST = "busiest"


class OwnWeek(Notice, frozen=True, kw_only=True, tag=True):
    """A salesperson's own week, to themselves, as it was when it was told. From `start` to `end` (exclusive).

    `won` and `moved` as in digests; `expected` of the month from `month_on` on, where there is something to
    expect, against `target`. `bright`: something good that is true, with `bright_count`. `ahead`: the first
    of the `ahead_count` steps of the week that comes. `to_tidy`: deals that the Friday tidy would go
    through.
    """

    start: date
    end: date
    contacts: int
    visits: int
    done: int
    won: DigestDeals
    moved: DigestDeals
    month_on: date
    expected: Sum | None = None
    target: Sum | None = None
    bright: Bright | None = None
    bright_count: int = 0
    ahead: list[StepLine] = []
    ahead_count: int = 0
    to_tidy: int = 0


class DigestAlbum(Notice, frozen=True, kw_only=True, tag=True):
    """The pictures of a digest, which go out behind it."""

    start: date
    end: date
    length: Length
    pictures: list[Picture]
