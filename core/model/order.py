"""Orders: won money of repeat and framework customers, outside win rate and cycle."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Amount, Base, Instant, key, to, words


class Order(Base):
    """What a customer ordered without a deal of its own."""

    __tablename__ = "orders"

    id: Mapped[int] = key()
    company_id: Mapped[int] = to("companies.id", index=True)
    ordered_on: Mapped[date] = mapped_column()
    amount: Mapped[Decimal] = mapped_column(Amount)
    currency: Mapped[str] = words(3)
    created_at: Mapped[datetime] = mapped_column(Instant)
    owner_id: Mapped[int | None] = to("members.id")
    product_id: Mapped[int | None] = to("products.id")
    external_id: Mapped[str | None] = words(200, unique=True)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
