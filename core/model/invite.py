"""Invites: single-use links into a team, of which only a hash is kept."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, vocabulary, words
from core.terms import Role


class Invite(Base):
    """Permission to join once. `member_id`: the known salesperson (from an import) it is for."""

    __tablename__ = "invites"

    id: Mapped[int] = key()
    token_hash: Mapped[str] = words(64, unique=True)
    role: Mapped[Role] = mapped_column(vocabulary(Role))
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    name: Mapped[str | None] = words(200)
    team_id: Mapped[int | None] = to("teams.id")
    member_id: Mapped[int | None] = to("members.id")
    created_by_id: Mapped[int | None] = to("members.id")
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    used_by_id: Mapped[int | None] = to("members.id")
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)

    def is_open(self, now: datetime) -> bool:
        return self.used_at is None and self.revoked_at is None and now < self.expires_at
