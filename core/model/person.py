"""People: whom one speaks to at a customer's."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, phone_end, to, words


class Person(Base):
    """A contact person. `company_id` None: not known yet whose they are."""

    __tablename__ = "people"

    id: Mapped[int] = key()
    name: Mapped[str] = words(300)
    created_at: Mapped[datetime] = mapped_column(Instant)
    company_id: Mapped[int | None] = to("companies.id", index=True)
    external_id: Mapped[str | None] = words(200, unique=True)
    role: Mapped[str | None] = words(200)
    phone: Mapped[str | None] = words(100)
    phone_end: Mapped[str | None] = phone_end()
    email: Mapped[str | None] = words(200)
    note: Mapped[str | None] = mapped_column(Text)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
