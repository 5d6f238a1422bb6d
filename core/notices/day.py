"""The day's work, one's own and the team's."""

from datetime import date

from core.notices.base import Notice
from core.notices.parts import Deed, HeldLine, MemberDay, StepLine, Suggestion


class Agenda(Notice, frozen=True, kw_only=True, tag=True):
    """A page (from 0) of a day's next steps: overdue first, then by time.

    `done_today`: how many steps were done on that day. `deed`: what has just been done on this screen.
    `hidden`: how many more there are that were brought up before or have no room, in a morning's agenda.
    """

    on: date
    overdue: list[StepLine] = []
    due: list[StepLine] = []
    done_today: int = 0
    page: int = 0
    pages: int = 1
    suggestions: list[Suggestion] = []
    to_tidy: int = 0
    """Deals that the Friday tidy would go through, on a Friday."""
    deed: Deed | None = None
    hidden: int = 0
    held: list[HeldLine] = []
    """What found no room in the day's budget, and has not been opened."""


class Week(Notice, frozen=True, kw_only=True, tag=True):
    """The steps of the seven days from `first` on, earliest first; `hidden`: how many more there are."""

    first: date
    steps: list[StepLine]
    hidden: int = 0
    deed: Deed | None = None


class TeamDay(Notice, frozen=True, kw_only=True, tag=True):
    """The team's activity of a day, for its manager."""

    on: date
    members: list[MemberDay]
    quiet: list[str] = []
    """Members without a logged contact on that day."""
