"""The day's work, one's own and the team's."""

from datetime import date

from core.notices.base import Notice
from core.notices.parts import MemberDay, StepLine


class Agenda(Notice, frozen=True, kw_only=True, tag=True):
    """A day's next steps: overdue first, then by time."""

    on: date
    overdue: list[StepLine] = []
    due: list[StepLine] = []
    done_today: int = 0
    hidden: int = 0
    """How many further steps there are than are shown."""


class StepDone(Notice, frozen=True, kw_only=True, tag=True):
    """A next step was done, and can be undone."""

    operation_id: int
    step: StepLine


class TeamDay(Notice, frozen=True, kw_only=True, tag=True):
    """The team's activity of a day, for its manager."""

    on: date
    members: list[MemberDay]
    quiet: list[str] = []
    """Members without a logged contact on that day."""
