"""Plain rows of history, as storage gives them to the reports: values of a moment, no session behind them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.terms import Category, ContactKind, StageMeaning

UNITS = 10_000
"""Amounts in rows are whole numbers of 1/10 000, as the database keeps them: they sum up exactly."""

DAY = 86_400


class Move(NamedTuple):
    """A deal came to the stage; `at` in seconds since 1970, UTC."""

    stage_id: int
    at: float


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of a pipeline. `probability` in percent; `position` counts within the pipeline."""

    id: int
    pipeline_id: int
    pipeline: str
    name: str
    position: int
    meaning: StageMeaning
    probability: int
    category: Category
    expected_days: int | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True)
class DealRow:
    """A deal as it was known at a moment, with its moves up to then in the order they were recorded.

    `units`: its amount, None: not known then. `category`, `probability`: the salesperson's word, None: the
    stage's. `created_at` in seconds since 1970. `group_id`: alternatives of each other have the same. A deal
    that nobody moved has the move by which it began. `taken`: where this is a part of a shared deal, what of
    its amount went to the parts before it, so that what is worked out of the parts adds up to the whole.
    """

    id: int
    title: str
    pipeline_id: int
    stage_id: int
    created_on: date
    created_at: float
    moves: tuple[Move, ...]
    owner_id: int | None = None
    company_id: int | None = None
    product_id: int | None = None
    source: str | None = None
    units: int | None = None
    currency: str | None = None
    contract_on: date | None = None
    category: Category | None = None
    probability: int | None = None
    closed_on: date | None = None
    group_id: int | None = None
    taken: int = 0


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order: won money without a deal."""

    id: int
    ordered_on: date
    units: int
    currency: str
    owner_id: int | None = None
    company_id: int | None = None
    product_id: int | None = None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """What a team or a member is to win from `starts_on` (inclusive) to `ends_on` (exclusive)."""

    starts_on: date
    ends_on: date
    units: int
    currency: str
    team_id: int | None = None
    member_id: int | None = None
    pipeline_id: int | None = None


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """A member does not work from `starts_on` (inclusive) to `ends_on` (exclusive)."""

    member_id: int
    starts_on: date
    ends_on: date


class LogRow(NamedTuple):
    """A contact as it was logged; instants in seconds since 1970. `message_id` None: by buttons alone.

    `stands`: it was not taken back. Corrections write it anew, as the same part of the same message.
    """

    member_id: int
    created_at: float
    occurred_at: float
    stands: bool
    chat_id: int | None
    message_id: int | None
    part: int


class Worked(NamedTuple):
    """Contacts of one kind that were counted together.

    `key`: whose, with whom or about what, None: nobody's or not known. `measured` of them have a duration,
    `minutes` together. `on`: the first day of their month or the day, where they were counted so.
    """

    key: int | None
    kind: ContactKind
    contacts: int
    measured: int
    minutes: int
    deal_id: int | None = None
    on: date | None = None


class SpentRow(NamedTuple):
    """An expense: `units` in 1/10 000 of `currency`, or a way of so many `metres`.

    `key`: whose, with whom or about what it is counted.
    """

    key: int | None
    deal_id: int | None
    on: date
    units: int | None
    currency: str | None
    metres: int | None


def as_units(amount: Decimal) -> int:
    """An amount as a whole number of 1/10 000."""
    return int(amount * UNITS)


def as_amount(units: int) -> Decimal:
    """The amount of so many 1/10 000, with two decimals, or four where it has more."""
    exact = Decimal(units) / UNITS
    return exact.quantize(Decimal("0.01")) if units % 100 == 0 else exact.quantize(Decimal("0.0001"))
