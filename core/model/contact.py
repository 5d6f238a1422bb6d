"""Contacts logged: what took place with a customer."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, vocabulary, words
from core.terms import ContactKind


class Contact(Base):
    """A call, visit, meeting … or a note about a customer, by one salesperson.

    `occurred_on` is the local date; `occurred_at` the instant as well as it is known (the message's own time
    when it was today, else noon of the day in the salesperson's zone). `note` is the message as written.
    """

    __tablename__ = "contacts"
    __table_args__ = (
        Index("ix_contacts_by_id_occurred_on", "by_id", "occurred_on"),
        Index("ix_contacts_company_id_occurred_at", "company_id", "occurred_at"),
        Index("ix_contacts_created_at", "created_at"),
        CheckConstraint("duration_min >= 0", name="duration"),
    )

    id: Mapped[int] = key()
    kind: Mapped[ContactKind] = mapped_column(vocabulary(ContactKind))
    by_id: Mapped[int | None] = to("members.id")
    occurred_on: Mapped[date] = mapped_column()
    occurred_at: Mapped[datetime] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    external_id: Mapped[str | None] = words(200, unique=True)
    company_id: Mapped[int | None] = to("companies.id")
    person_id: Mapped[int | None] = to("people.id", index=True)
    deal_id: Mapped[int | None] = to("deals.id", index=True)
    no_answer: Mapped[bool] = mapped_column(default=False)
    duration_min: Mapped[int | None] = mapped_column()
    note: Mapped[str | None] = mapped_column(Text)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
