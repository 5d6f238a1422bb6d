"""Features that a member has used, so that tips speak of the others only."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, words


class FeatureUse(Base):
    """When a member first did something, and how often since. `feature`: the name of the habit."""

    __tablename__ = "feature_uses"
    __table_args__ = (UniqueConstraint("member_id", "feature"),)

    id: Mapped[int] = key()
    member_id: Mapped[int] = to("members.id")
    feature: Mapped[str] = words(40)
    first_at: Mapped[datetime] = mapped_column(Instant)
    count: Mapped[int] = mapped_column(default=1)
