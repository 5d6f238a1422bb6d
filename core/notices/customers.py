"""Customers: who was found, the cards of companies and people, and the brief before a visit."""

from datetime import date

import msgspec

from core.notices.base import Notice
from core.notices.parts import ContactLine, DealLine, Deed, Named, Option, StepLine, Sum
from core.terms import LostReason


class PersonLine(msgspec.Struct, frozen=True, kw_only=True):
    """A person as a line: of which company, or in which role there."""

    id: int
    name: str
    company: str | None = None
    role: str | None = None
    phone: str | None = None


class CompanyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A company as a line, with where it is, which tells two of one name apart."""

    id: int
    name: str
    region: str | None = None


class LostLine(msgspec.Struct, frozen=True, kw_only=True):
    """A deal that was lost: when, why and to whom, as far as it is known."""

    title: str
    on: date | None = None
    sum: Sum | None = None
    reason: LostReason | None = None
    competitor: str | None = None


class SaidLine(msgspec.Struct, frozen=True, kw_only=True):
    """A contact in the salesperson's own words."""

    contact: ContactLine
    words: str | None = None


class FoundList(Notice, frozen=True, kw_only=True, tag=True):
    """Whom the words may name, likeliest first. `more`: how many further ones there are than are shown."""

    words: str
    companies: list[CompanyLine] = []
    people: list[PersonLine] = []
    deals: list[DealLine] = []
    more: int = 0


class OrderLine(msgspec.Struct, frozen=True, kw_only=True):
    """An order as a line: the day and the sum."""

    on: date
    sum: Sum


class CompanyCard(Notice, frozen=True, kw_only=True, tag=True):
    """A company of the shared directory; deals, contacts, steps and sums are those the reader may see."""

    company: Named
    today: date
    files: int = 0
    has_place: bool = False
    """Whether it is known where they are."""
    segment: str | None = None
    region: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    paused_until: date | None = None
    buys_from: str | None = None
    """The competitor that they buy from now, as was said on `said_on`."""
    said_on: date | None = None
    is_silent: bool = False
    """Whether the reader's customer has fallen silent, so that it may be said where they buy."""
    people: list[PersonLine] = []
    people_count: int = 0
    deals: list[DealLine] = []
    deal_count: int = 0
    steps: list[StepLine] = []
    contacts: list[ContactLine] = []
    won: list[Sum] = []
    won_count: int = 0
    orders: list[OrderLine] = []
    """The newest orders without a deal of their own."""
    page: int = 0
    """The screen of it that is shown, where one does not hold all."""


class WhereNow(Notice, frozen=True, kw_only=True, tag=True):
    """Asks where a customer buys who has been silent for `days`; 0: it is answered, and `deed` tells how.

    `rivals`: competitors to choose from, by a deal of each. `place`: "tidy", or "c" for the company's card.
    `deed`: what was just said of this customer, or of the one before.
    """

    company: Named
    today: date
    place: str
    days: int = 0
    rivals: list[Option] = []
    deed: Deed | None = None


class Place(Notice, frozen=True, kw_only=True, tag=True):
    """Where a company is, in degrees, for the phone to lead there."""

    company: str
    region: str | None = None
    latitude: float
    longitude: float


class PersonCard(Notice, frozen=True, kw_only=True, tag=True):
    """A person of the shared directory; contacts and steps are those that the reader may see."""

    person: Named
    today: date
    role: str | None = None
    company: Named | None = None
    phone: str | None = None
    email: str | None = None
    files: int = 0
    steps: list[StepLine] = []
    contacts: list[ContactLine] = []
    page: int = 0
    """The screen of it that is shown, where one does not hold all."""


class Brief(Notice, frozen=True, kw_only=True, tag=True):
    """What to know before a visit: who they are, what is open, what was said, promised and lost before."""

    company: Named
    today: date
    people: list[PersonLine] = []
    deals: list[DealLine] = []
    said: list[SaidLine] = []
    ours: list[StepLine] = []
    theirs: list[StepLine] = []
    lost: list[LostLine] = []
    won: list[Sum] = []
    won_count: int = 0
    phone: str | None = None
    page: int = 0


class SharedPerson(Notice, frozen=True, kw_only=True, tag=True):
    """A person's phone number as a contact that the phone can keep. Never without a number."""

    name: str
    phone: str
    company: str | None = None
    email: str | None = None
