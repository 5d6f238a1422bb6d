"""Companies: the customers."""

from datetime import date, datetime

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, phone_end, words


class Company(Base):
    """A customer organisation. `name` is as written, legal form included.

    `latitude` and `longitude`: where they are, in degrees, learnt at the first visit. `paused_until`: until
    that day (exclusive) their silence means nothing, a seasonal break. `buys_from`: the competitor they buy
    from now, as was said on `where_said_on`; `where_asked_on`: when a salesperson was last asked about it.
    """

    __tablename__ = "companies"
    __table_args__ = (
        Index(
            "ix_companies_latitude_longitude_id",
            "latitude",
            "longitude",
            "id",
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
    )

    id: Mapped[int] = key()
    name: Mapped[str] = words(300, index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    external_id: Mapped[str | None] = words(200, unique=True)
    code: Mapped[str | None] = words(50)
    segment: Mapped[str | None] = words(50)
    region: Mapped[str | None] = words(100)
    phone: Mapped[str | None] = words(100)
    phone_end: Mapped[str | None] = phone_end()
    email: Mapped[str | None] = words(200)
    website: Mapped[str | None] = words(300)
    latitude: Mapped[float | None] = mapped_column()
    longitude: Mapped[float | None] = mapped_column()
    paused_until: Mapped[date | None] = mapped_column()
    buys_from: Mapped[str | None] = words(200)
    where_said_on: Mapped[date | None] = mapped_column()
    where_asked_on: Mapped[date | None] = mapped_column()
    note: Mapped[str | None] = mapped_column(Text)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
