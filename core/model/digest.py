"""Digests as they were sent, so that they can be shown again as they were."""

from datetime import date, datetime

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, words


class SentDigest(Base):
    """A member's digest of the period from `starts_on` (inclusive) to `ends_on` (exclusive).

    `length`: of a week, month or quarter. `payload`: the notice as JSON. `opened_at`: when its reader first
    tapped something on it.
    """

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("member_id", "length", "starts_on"),)

    id: Mapped[int] = key()
    member_id: Mapped[int] = to("members.id")
    length: Mapped[str] = words(1)
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    payload: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Instant)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
