"""What travelling to customers cost: money spent, and kilometres driven."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Amount, Base, Instant, key, to, vocabulary, words
from core.terms import ExpenseKind


class Expense(Base):
    """Either `amount` in `currency`, or a way of so many `metres`; what a kilometre costs is a setting.

    `spent_on` is the local date, `spent_at` the instant as well as it is known. `contact_id`: the visit that
    it belongs to, if it was told with one.
    """

    __tablename__ = "expenses"
    __table_args__ = (
        Index("ix_expenses_by_id_spent_on", "by_id", "spent_on"),
        CheckConstraint("(amount IS NULL) <> (metres IS NULL)", name="what"),
    )

    id: Mapped[int] = key()
    kind: Mapped[ExpenseKind] = mapped_column(vocabulary(ExpenseKind))
    by_id: Mapped[int] = to("members.id")
    spent_on: Mapped[date] = mapped_column()
    spent_at: Mapped[datetime] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    amount: Mapped[Decimal | None] = mapped_column(Amount)
    currency: Mapped[str | None] = words(3)
    metres: Mapped[int | None] = mapped_column()
    contact_id: Mapped[int | None] = to("contacts.id", index=True)
    company_id: Mapped[int | None] = to("companies.id", index=True)
    deal_id: Mapped[int | None] = to("deals.id", index=True)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
