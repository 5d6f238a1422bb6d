"""Next steps and promises: what is to be done, by whom and when."""

from datetime import date, datetime, time

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.base import Base, Instant, key, to, vocabulary
from core.terms import StepKind, StepReason

OPEN = "done_at IS NULL AND dropped_at IS NULL AND deleted_at IS NULL"
UNPLANNED = "due_at IS NOT NULL AND (planned_for IS NULL OR planned_for <> due_at)"


def _of_open_steps(*columns: str) -> Index:
    """An index of what is still to be done, so that a long past costs nothing."""
    return _partial("_".join(("ix_next_steps", *columns, "open")), OPEN, *columns)


def _partial(name: str, condition: str, *columns: str) -> Index:
    where = text(condition)
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


class NextStep(Base):
    """Something planned or promised.

    `due_on` and `due_time` are local to the owner; `due_at` is that instant where a clock time is known.
    `remind_on` is the local day on which it shows up in the agenda: `due_on`, or a day that we computed for
    an undated promise. `remind_at`: the instant of its reminder, None: none to come; `planned_for`: the
    `due_at` for which that was worked out, so that a step that is moved is planned anew. `by_customer`: they
    owe it to us. `reason`: why the rules added it; None: it was said.
    """

    __tablename__ = "next_steps"
    __table_args__ = (
        _of_open_steps("owner_id", "remind_on"),
        _of_open_steps("company_id"),
        _of_open_steps("person_id"),
        Index(
            "ix_next_steps_owner_id_done_at",
            "owner_id",
            "done_at",
            sqlite_where=text("done_at IS NOT NULL"),
            postgresql_where=text("done_at IS NOT NULL"),
        ),
        _partial("ix_next_steps_unplanned", f"{OPEN} AND {UNPLANNED}", "due_at"),
        _partial("ix_next_steps_reminders", f"{OPEN} AND remind_at IS NOT NULL", "remind_at", "owner_id"),
    )

    id: Mapped[int] = key()
    kind: Mapped[StepKind] = mapped_column(vocabulary(StepKind))
    owner_id: Mapped[int] = to("members.id")
    created_at: Mapped[datetime] = mapped_column(Instant)
    company_id: Mapped[int | None] = to("companies.id")
    person_id: Mapped[int | None] = to("people.id")
    deal_id: Mapped[int | None] = to("deals.id", index=True)
    contact_id: Mapped[int | None] = to("contacts.id")
    due_on: Mapped[date | None] = mapped_column()
    due_time: Mapped[time | None] = mapped_column()
    due_at: Mapped[datetime | None] = mapped_column(Instant)
    remind_on: Mapped[date | None] = mapped_column()
    remind_at: Mapped[datetime | None] = mapped_column(Instant)
    planned_for: Mapped[datetime | None] = mapped_column(Instant)
    by_customer: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[StepReason | None] = mapped_column(vocabulary(StepReason))
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    dropped_at: Mapped[datetime | None] = mapped_column(Instant)
    deleted_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.dropped_at is None and self.deleted_at is None
