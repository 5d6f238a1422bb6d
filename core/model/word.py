"""Own words: what a salesperson's own word for a day stands for."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, words


class OwnWord(Base):
    """A word of one member's messages and the usual words it stands for: "tumo" is "tomorrow".

    `word` is casefolded and without diacritics.
    """

    __tablename__ = "own_words"

    id: Mapped[int] = key()
    member_id: Mapped[int] = to("members.id", index=True)
    word: Mapped[str] = words(60)
    meaning: Mapped[str] = words(60)
    created_at: Mapped[datetime] = mapped_column(Instant)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
