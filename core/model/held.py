"""Notices that wait for a summary, so that nobody gets too many of them in a day."""

from datetime import datetime

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to


class HeldNotice(Base):
    """A notice that a member did not ask for. `payload`: it as JSON.

    `told_at`: when a summary told that it is there; set in the transaction that posts the summary.
    `opened_at`: when its reader had it shown.
    """

    __tablename__ = "held_notices"
    __table_args__ = (
        Index(
            "ix_held_notices_unopened",
            "member_id",
            sqlite_where=text("opened_at IS NULL"),
            postgresql_where=text("opened_at IS NULL"),
        ),
    )

    id: Mapped[int] = key()
    member_id: Mapped[int] = to("members.id")
    payload: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Instant)
    told_at: Mapped[datetime | None] = mapped_column(Instant)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
