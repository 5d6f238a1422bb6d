"""The one change log: history, undo, audit and as-of in one."""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, words

UNDO_LIVES = timedelta(hours=24)
"""For so long a button takes back what was done."""


class Operation(Base):
    """One thing that somebody did, and that can be undone as a whole.

    `name` is the use case. `chat_id` and `message_id` name the Telegram message that said it, if one did:
    an edit of that message corrects what the operation wrote. `part` counts the customers of one message.
    `intent` is what was understood, as JSON: answers and corrections write it anew with a field changed.
    """

    __tablename__ = "operations"
    __table_args__ = (Index("ix_operations_chat_id_message_id", "chat_id", "message_id"),)

    id: Mapped[int] = key()
    name: Mapped[str] = words(40)
    at: Mapped[datetime] = mapped_column(Instant)
    by_id: Mapped[int | None] = to("members.id")
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    part: Mapped[int] = mapped_column(default=0)
    intent: Mapped[str | None] = mapped_column(Text)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)

    def is_recent(self, now: datetime) -> bool:
        """Whether a button may still take it back."""
        return now - self.at <= UNDO_LIVES


class Change(Base):
    """One field of one record that got a new value. `old` and `new` are JSON; `old` NULL: it was created so.

    `valid_at`: since when it is true; `known_at`: since when we know (an import's known_at is its valid_at).
    """

    __tablename__ = "changes"
    __table_args__ = (Index("ix_changes_record_record_id_field", "record", "record_id", "field"),)

    id: Mapped[int] = key()
    operation_id: Mapped[int] = to("operations.id", index=True)
    record: Mapped[str] = words(40)
    record_id: Mapped[int] = mapped_column(BigInteger)
    field: Mapped[str] = words(40)
    valid_at: Mapped[datetime] = mapped_column(Instant)
    known_at: Mapped[datetime] = mapped_column(Instant)
    old: Mapped[str | None] = mapped_column(Text)
    new: Mapped[str | None] = mapped_column(Text)
