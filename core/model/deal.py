"""Deals, and the history of the stages they went through."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Amount, Base, Instant, key, to, vocabulary, words
from core.money import Money
from core.terms import Category, LostReason


class Deal(Base):
    """A possible sale to a company.

    `amount` is without VAT, None: not known. `category` and `probability` (percent) are the salesperson's
    word, None: the stage's. `expected_close_on` is the contract date they expect, `closed_on` the day it was
    won or lost; both local dates, as is `created_on`.

    `group_id`: alternatives for one object, of which at most one is won. `split_from_id`: the deal of which
    this is the other part after a partial win. `tender_on`: the last day to hand in a tender's offer.
    `paused_until`: the day (exclusive) on which a seasonal break ends.
    """

    __tablename__ = "deals"
    __table_args__ = (
        CheckConstraint("(amount IS NULL) = (currency IS NULL)", name="amount_has_currency"),
        CheckConstraint("probability BETWEEN 0 AND 100", name="probability"),
        Index("ix_deals_owner_id_closed_on", "owner_id", "closed_on"),
    )

    id: Mapped[int] = key()
    title: Mapped[str] = words(300)
    pipeline_id: Mapped[int] = to("pipelines.id")
    stage_id: Mapped[int] = to("stages.id", index=True)
    created_on: Mapped[date] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(Instant)
    stage_entered_at: Mapped[datetime] = mapped_column(Instant)
    external_id: Mapped[str | None] = words(200, unique=True)
    company_id: Mapped[int | None] = to("companies.id", index=True)
    person_id: Mapped[int | None] = to("people.id")
    owner_id: Mapped[int | None] = to("members.id")
    product_id: Mapped[int | None] = to("products.id")
    amount: Mapped[Decimal | None] = mapped_column(Amount)
    currency: Mapped[str | None] = words(3)
    source: Mapped[str | None] = words(100)
    expected_close_on: Mapped[date | None] = mapped_column()
    closed_on: Mapped[date | None] = mapped_column()
    lost_reason: Mapped[LostReason | None] = mapped_column(vocabulary(LostReason))
    competitor: Mapped[str | None] = words(200)
    category: Mapped[Category | None] = mapped_column(vocabulary(Category))
    probability: Mapped[int | None] = mapped_column()
    group_id: Mapped[int | None] = to("deal_groups.id", index=True)
    split_from_id: Mapped[int | None] = to("deals.id")
    tender_on: Mapped[date | None] = mapped_column()
    paused_until: Mapped[date | None] = mapped_column()
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def money(self) -> Money | None:
        if self.amount is None or self.currency is None:
            return None
        return Money(self.amount, self.currency)

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


class DealGroup(Base):
    """One object that several bidders ask us to quote for: their deals are alternatives of each other."""

    __tablename__ = "deal_groups"

    id: Mapped[int] = key()
    name: Mapped[str] = words(300)
    created_at: Mapped[datetime] = mapped_column(Instant)


class DealShare(Base):
    """A salesperson's part in a deal, in percent; with the owner's, who has the rest, they are 100."""

    __tablename__ = "deal_shares"
    __table_args__ = (CheckConstraint("percent BETWEEN 1 AND 99", name="percent"),)

    id: Mapped[int] = key()
    deal_id: Mapped[int] = to("deals.id", index=True)
    member_id: Mapped[int] = to("members.id", index=True)
    percent: Mapped[int] = mapped_column()
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)


class StageChange(Base):
    """One move of a deal. `from_stage_id` None: it began here. `undone_at`: the move was taken back."""

    __tablename__ = "stage_changes"
    __table_args__ = (Index("ix_stage_changes_deal_id_entered_at", "deal_id", "entered_at"),)

    id: Mapped[int] = key()
    deal_id: Mapped[int] = to("deals.id")
    to_stage_id: Mapped[int] = to("stages.id")
    entered_at: Mapped[datetime] = mapped_column(Instant)
    known_at: Mapped[datetime] = mapped_column(Instant)
    from_stage_id: Mapped[int | None] = to("stages.id")
    by_id: Mapped[int | None] = to("members.id")
    operation_id: Mapped[int | None] = to("operations.id", index=True)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)
