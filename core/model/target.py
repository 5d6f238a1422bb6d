"""Targets: what a team or a member is to sell in a period."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Amount, Base, key, to, words


class Target(Base):
    """The amount to win from `starts_on` (inclusive) to `ends_on` (exclusive), of one team or one member."""

    __tablename__ = "targets"
    __table_args__ = (
        CheckConstraint("starts_on < ends_on", name="period"),
        CheckConstraint("(team_id IS NULL) <> (member_id IS NULL)", name="one_owner"),
    )

    id: Mapped[int] = key()
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    amount: Mapped[Decimal] = mapped_column(Amount)
    currency: Mapped[str] = words(3)
    team_id: Mapped[int | None] = to("teams.id")
    member_id: Mapped[int | None] = to("members.id")
    pipeline_id: Mapped[int | None] = to("pipelines.id")
