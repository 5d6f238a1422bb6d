"""Snapshots: each Monday's forecasts as they were made, with the deals that they were made from."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Amount, Base, Instant, key, to, vocabulary, words
from core.terms import Category, Scope


class Snapshot(Base):
    """What was known at the beginning of `taken_on`, a Monday of the team's zone; sums are in `currency`.

    A process that works at it has claimed it until `claimed_until`. Nothing stands on it before `done_at`.
    """

    __tablename__ = "snapshots"

    id: Mapped[int] = key()
    taken_on: Mapped[date] = mapped_column(unique=True)
    currency: Mapped[str] = words(3)
    claimed_until: Mapped[datetime | None] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)


class SnapshotForecast(Base):
    """A frozen forecast: of whom, for which period (`ends_on` is not in it), in the snapshot's currency.

    `scope_id` is the id of the team, the member or the pipeline; 0: of everybody. Where there was too little
    to learn from `expected` is the weighted figure and its ends are None; `target` is where there was none.
    """

    __tablename__ = "snapshot_forecasts"

    snapshot_id: Mapped[int] = to("snapshots.id", primary_key=True)
    scope: Mapped[Scope] = mapped_column(vocabulary(Scope), primary_key=True)
    scope_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    starts_on: Mapped[date] = mapped_column(primary_key=True)
    ends_on: Mapped[date] = mapped_column(primary_key=True)
    won: Mapped[Decimal] = mapped_column(Amount)
    floor: Mapped[Decimal] = mapped_column(Amount)
    expected: Mapped[Decimal] = mapped_column(Amount)
    expected_low: Mapped[Decimal | None] = mapped_column(Amount)
    expected_high: Mapped[Decimal | None] = mapped_column(Amount)
    new_business: Mapped[Decimal | None] = mapped_column(Amount)
    best_case: Mapped[Decimal] = mapped_column(Amount)
    weighted: Mapped[Decimal] = mapped_column(Amount)
    target: Mapped[Decimal | None] = mapped_column(Amount)
    without_amount: Mapped[int] = mapped_column()


class SnapshotDeal(Base):
    """A deal that a snapshot's forecasts were made from: open, or won since the year began (`closed_on`).

    `worth` is its amount in the snapshot's currency, None: not known. `category` is the salesperson's word or
    the stage's; with `contract_on` or `closed_on` it says whether the deal is in a period's floor and best
    case. `probability` is the stage's, in percent; `chance` is ours of ever winning it, `in_month` and the
    like of winning it in that period, `median_on` the day if so: None where there was too little to learn
    from. `counted`: whether it is in the sums; of alternatives only one is.

    The deal's id is no reference: an import that is taken back takes its deals along, but not what was said.
    """

    __tablename__ = "snapshot_deals"

    snapshot_id: Mapped[int] = to("snapshots.id", primary_key=True)
    deal_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    owner_id: Mapped[int | None] = mapped_column(BigInteger)
    pipeline_id: Mapped[int] = mapped_column(BigInteger)
    stage_id: Mapped[int] = mapped_column(BigInteger)
    amount: Mapped[Decimal | None] = mapped_column(Amount)
    currency: Mapped[str | None] = words(3)
    worth: Mapped[Decimal | None] = mapped_column(Amount)
    category: Mapped[Category] = mapped_column(vocabulary(Category))
    contract_on: Mapped[date | None] = mapped_column()
    closed_on: Mapped[date | None] = mapped_column()
    probability: Mapped[int] = mapped_column()
    chance: Mapped[float | None] = mapped_column()
    median_on: Mapped[date | None] = mapped_column()
    in_month: Mapped[float | None] = mapped_column()
    in_quarter: Mapped[float | None] = mapped_column()
    in_year: Mapped[float | None] = mapped_column()
    next_quarter: Mapped[float | None] = mapped_column()
    counted: Mapped[bool] = mapped_column()
