"""Members: salespeople, managers and the owner."""

from datetime import date, datetime, time

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, vocabulary, words
from core.terms import Role


class Member(Base):
    """A person of the selling team.

    `telegram_id` None: known by name only (from an import), can be invited later. `left_at` set: no access.
    `language` None: not chosen yet, the team's is used. `zone` None: the team's. `asked_id`: the letter
    in the outbox that asks them for words. `visit_id`: their last visit. `last_tip_on`: local day of
    the last tip; `tips_off_at`: no more. `quiet_from` and `quiet_to`: the local hours in which nothing comes
    whose time the bot chose; `snoozed_until`: nothing comes by itself before that. `told_count`: the notices
    that came unasked on the local day `told_on`, reminders with an hour apart.
    """

    __tablename__ = "members"

    id: Mapped[int] = key()
    name: Mapped[str] = words(200)
    role: Mapped[Role] = mapped_column(vocabulary(Role))
    team_id: Mapped[int | None] = to("teams.id", index=True)
    telegram_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    language: Mapped[str | None] = words(8)
    zone: Mapped[str | None] = words(64)
    joined_at: Mapped[datetime | None] = mapped_column(Instant)
    left_at: Mapped[datetime | None] = mapped_column(Instant)
    blocked_at: Mapped[datetime | None] = mapped_column(Instant)
    asked_id: Mapped[int | None] = mapped_column(BigInteger)
    visit_id: Mapped[int | None] = mapped_column(BigInteger)
    told_on: Mapped[date | None] = mapped_column()
    told_count: Mapped[int] = mapped_column(default=0, server_default="0")
    last_tip_on: Mapped[date | None] = mapped_column()
    tips_off_at: Mapped[datetime | None] = mapped_column(Instant)
    quiet_from: Mapped[time | None] = mapped_column()
    quiet_to: Mapped[time | None] = mapped_column()
    snoozed_until: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def has_access(self) -> bool:
        return self.telegram_id is not None and self.left_at is None

    @property
    def manages(self) -> bool:
        return self.role in (Role.MANAGER, Role.OWNER)
