"""Products: what is sold."""

from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Amount, Base, key, words


class Product(Base):
    """Something on the price list. `price` is for one `unit`, without VAT."""

    __tablename__ = "products"

    id: Mapped[int] = key()
    name: Mapped[str] = words(200, unique=True)
    price: Mapped[Decimal | None] = mapped_column(Amount)
    currency: Mapped[str | None] = words(3)
    unit: Mapped[str | None] = words(20)
