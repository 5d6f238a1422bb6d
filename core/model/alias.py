"""Name aliases: what the team taught the bot to call a company or person."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, words


class NameAlias(Base):
    """A further name of exactly one company or person."""

    __tablename__ = "name_aliases"
    __table_args__ = (CheckConstraint("(company_id IS NULL) <> (person_id IS NULL)", name="one_owner"),)

    id: Mapped[int] = key()
    alias: Mapped[str] = words(300)
    created_at: Mapped[datetime] = mapped_column(Instant)
    company_id: Mapped[int | None] = to("companies.id", index=True)
    person_id: Mapped[int | None] = to("people.id", index=True)
    created_by_id: Mapped[int | None] = to("members.id")
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)
