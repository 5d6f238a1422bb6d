"""Absences: holidays and illness, and who stands in."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to


class Absence(Base):
    """Days on which a member does not work, `starts_on` (inclusive) to `ends_on` (exclusive), local dates.

    `deputy_id`: who gets the reminders and may act in that time; the credit stays.
    """

    __tablename__ = "absences"
    __table_args__ = (CheckConstraint("starts_on < ends_on", name="period"),)

    id: Mapped[int] = key()
    member_id: Mapped[int] = to("members.id", index=True)
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(Instant)
    deputy_id: Mapped[int | None] = to("members.id", index=True)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
