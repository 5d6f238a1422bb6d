"""Comments on deals: what a manager says to a deal's salesperson, and what is answered."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Id, Instant, key, to, vocabulary
from core.terms import Remark


class DealComment(Base):
    """Words of one member to another about a deal. `parent_id`: the comment that it answers.

    `letter_id`: what its author was told when it was passed on, under which the answer comes.
    """

    __tablename__ = "deal_comments"

    id: Mapped[int] = key()
    deal_id: Mapped[int] = to("deals.id", index=True)
    by_id: Mapped[int] = to("members.id")
    to_id: Mapped[int] = to("members.id")
    kind: Mapped[Remark] = mapped_column(vocabulary(Remark))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Instant)
    parent_id: Mapped[int | None] = to("deal_comments.id")
    letter_id: Mapped[int | None] = mapped_column(Id)
