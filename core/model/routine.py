"""Routines of members: what each of them gets by itself, and when it is due next."""

from datetime import date, datetime, time

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, vocabulary, words
from core.terms import Role, RoutineKind


class MemberRoutine(Base):
    """One routine of one member. `due_at` is the truth about when it is told next; None: it is turned off.

    `role`: that of the member for which it was given, None: not given yet; with another role it is given
    anew. `wanted`: the member's own word on whether it comes, None: as is usual for the role. It is claimed
    by a conditional update of `due_at`, in the transaction that posts what is told. `at`: the local time
    that the member chose, None: the usual one. `zone`: for which `due_at` was computed. `told_on`: the
    local day on which it was told last.
    """

    __tablename__ = "member_routines"
    __table_args__ = (
        UniqueConstraint("member_id", "kind"),
        Index(
            "ix_member_routines_due",
            "due_at",
            sqlite_where=text("due_at IS NOT NULL"),
            postgresql_where=text("due_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = key()
    member_id: Mapped[int] = to("members.id")
    kind: Mapped[RoutineKind] = mapped_column(vocabulary(RoutineKind))
    zone: Mapped[str] = words(64)
    role: Mapped[Role | None] = mapped_column(vocabulary(Role))
    wanted: Mapped[bool | None] = mapped_column()
    at: Mapped[time | None] = mapped_column()
    due_at: Mapped[datetime | None] = mapped_column(Instant)
    told_on: Mapped[date | None] = mapped_column()
