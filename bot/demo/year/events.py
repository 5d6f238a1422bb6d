"""What happens in the sample's year, one dataclass for each kind; members are named by their Telegram ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core.actions.intent import Plan
from core.actions.new_customer import NewCompany, NewPerson
from core.terms import ContactKind, LostReason, Role, StageMeaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that `by` tells the bot at an instant."""

    at: datetime
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins(Event):
    """The member called `name` gets an invite from `by` and uses it; the owner needs none."""

    member: int
    name: str
    role: Role
    team: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandsOver(Event):
    """The manager gives one heir their part of somebody's deals."""

    giver: int
    taker: int
    deals: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaves(Event):
    """A member leaves; what is still theirs goes to the heir."""

    leaver: int
    heir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PutsProduct(Event):
    name: str
    price: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsTarget(Event):
    """For a team (by name) or a member, from one day to before another."""

    starts_on: date
    ends_on: date
    amount: Decimal
    team: str | None = None
    member: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enters(Event):
    """A customer comes into the directory."""

    customer: int
    company: NewCompany
    people: tuple[NewPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Begins(Event):
    """A deal begins. `lane` and `product` count from 0."""

    deal: int
    customer: int
    lane: int
    title: str
    source: str
    product: int
    amount: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logs(Event):
    """A message about a contact; `deal` None: about no deal. `on`: the day it took place."""

    customer: int
    on: date
    kind: ContactKind
    text: str
    deal: int | None = None
    minutes: int | None = None
    no_answer: bool = False
    stage: StageMeaning | None = None
    amount: Decimal | None = None
    close_on: date | None = None
    probability: int | None = None
    lost_reason: LostReason | None = None
    competitor: str | None = None
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesBack(Event):
    """A deal returns to the stage with this meaning."""

    deal: int
    stage: StageMeaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets(Event):
    """Fields of a deal are set without a message."""

    deal: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropsSteps(Event):
    """What was still planned for a deal is dropped."""

    deal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders(Event):
    customer: int
    amount: Decimal
    product: int
