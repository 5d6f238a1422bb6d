"""Attachments: photos, documents and voice messages that belong to a logged contact."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, words


class Attachment(Base):
    """A file kept by Telegram. `kind`: photo, document, voice, audio or video; `file_id` fetches it.

    `album`: what Telegram calls the group that it came in.
    """

    __tablename__ = "attachments"

    id: Mapped[int] = key()
    kind: Mapped[str] = words(20)
    file_id: Mapped[str] = words(300)
    file_unique_id: Mapped[str] = words(100)
    by_id: Mapped[int] = to("members.id")
    created_at: Mapped[datetime] = mapped_column(Instant)
    contact_id: Mapped[int | None] = to("contacts.id", index=True)
    company_id: Mapped[int | None] = to("companies.id", index=True)
    person_id: Mapped[int | None] = to("people.id", index=True)
    deal_id: Mapped[int | None] = to("deals.id", index=True)
    name: Mapped[str | None] = words(300)
    album: Mapped[str | None] = words(100, index=True)
    size: Mapped[int | None] = mapped_column()
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
