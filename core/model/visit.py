"""Visits that began by a shared location and end by the next message or a tap."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to


class Visit(Base):
    """A member at a customer's place. `contact_id`: the contact that it became when it ended."""

    __tablename__ = "visits"
    __table_args__ = (Index("ix_visits_member_id_ended_at", "member_id", "ended_at"),)

    id: Mapped[int] = key()
    member_id: Mapped[int] = to("members.id")
    started_at: Mapped[datetime] = mapped_column(Instant)
    company_id: Mapped[int | None] = to("companies.id")
    person_id: Mapped[int | None] = to("people.id")
    deal_id: Mapped[int | None] = to("deals.id")
    contact_id: Mapped[int | None] = to("contacts.id")
    latitude: Mapped[float | None] = mapped_column()
    longitude: Mapped[float | None] = mapped_column()
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
