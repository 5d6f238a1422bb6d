"""Which question a report's screen answers: it goes out with the screen and comes back with the tap."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.errors import NoLongerApplies
from core.insights.period import Span, month_of, parse, quarter_of, week_of, year_of


class Asked(StrEnum):
    """The question, short, as buttons hold it."""

    EFFORT = "ef"
    COST = "co"
    CAPACITY = "ca"
    PROCESS = "pr"
    CUSTOMERS = "cu"
    ADOPTION = "ad"
    WEEK = "wk"
    FUNNEL = "fu"
    LEADS = "le"
    FORECAST = "fo"
    WHEN = "wh"
    ACCURACY = "ac"
    TEAM = "tm"


OWN_TOO = frozenset({Asked.FUNNEL, Asked.LEADS, Asked.FORECAST, Asked.WHEN, Asked.ACCURACY})
"""What salespeople may ask as well, of their own deals."""


class Length(StrEnum):
    """How long the period is; weeks are those of digests."""

    WEEK = "w"
    MONTH = "m"
    QUARTER = "q"
    YEAR = "y"


OF_LENGTH = {
    Length.WEEK: week_of,
    Length.MONTH: month_of,
    Length.QUARTER: quarter_of,
    Length.YEAR: year_of,
}

FIRST_LENGTH = {Asked.TEAM: Length.WEEK, Asked.EFFORT: Length.MONTH, Asked.ADOPTION: Length.MONTH}

TEAMS, PIPELINES = "t", "p"
"""Parts that are a choice: of a team, of a pipeline."""

MEMBER = "m"
"""The part that is one member's records, with the id behind it."""

PEOPLE = "r"
"""The part that is the same answer person by person."""

PICTURE = "g"
"""The part that is a picture of the answer."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """`team_id`, `pipeline_id` 0: all that the asker sees. `part`: what of the answer is shown, "" the first.

    `start` and `length`: the calendar period. `of_member`: whose deals only, in place of a team's; 0: all.
    """

    asked: Asked
    start: date
    length: Length
    team_id: int = 0
    pipeline_id: int = 0
    part: str = ""
    page: int = 0
    of_member: int = 0

    def __str__(self) -> str:
        """As buttons and places hold it: "rco26Q4.0.0..0", "rfo26Q4.m12.0..0" of a member's deals."""
        whose = f"{MEMBER}{self.of_member}" if self.of_member else self.team_id
        return f"r{self.asked}{self._period}.{whose}.{self.pipeline_id}.{self.part}.{self.page}"

    @classmethod
    def read(cls, packed: str) -> "ReportView":
        """The view in what a button holds. Raises NoLongerApplies for what no version has packed."""
        found = _PACKED.fullmatch(packed)
        if found is None:
            raise NoLongerApplies()
        asked, year, within, is_member, whose, pipeline, part, page = found.groups()
        member, team = (int(whose), 0) if is_member else (0, int(whose))
        try:
            start = parse(f"20{year}" + (f"-{within}" if within else "")).start
            return cls(Asked(asked), start, _length(within), team, int(pipeline), part, int(page), member)
        except ValueError:
            raise NoLongerApplies() from None

    @property
    def span(self) -> Span:
        return OF_LENGTH[self.length](self.start)

    @property
    def member_id(self) -> int:
        """Whose records are shown, 0: nobody's."""
        return int(self.part[1:]) if self.part.startswith(MEMBER) and self.part[1:] else 0

    def of(self, part: str, page: int = 0) -> "ReportView":
        """Another part of the same answer, or another page of it."""
        return replace(self, part=part, page=page)

    def of_whom(self, member_id: int) -> "ReportView":
        """The same answer of one member's deals; 0: of all again."""
        return replace(self, of_member=member_id, team_id=0, part="", page=0)

    @property
    def is_choice(self) -> bool:
        """Whether a team or a pipeline is to be chosen."""
        return self.part in _CHOOSING

    @property
    def chosen_for(self) -> str:
        """The part that a choice leads back to."""
        return _CHOOSING.get(self.part, "")

    def to_choose(self, what: str) -> "ReportView":
        """The choice of a team or a pipeline, which a picture comes back from as a picture."""
        return self.of(what + PICTURED if self.part == PICTURE else what)

    def moved(self, periods: int) -> "ReportView":
        """The same of the period before (-1) or after (1); a member's records stay theirs."""
        span = self.span
        day = span.start - timedelta(days=1) if periods < 0 else span.end
        return replace(self, start=OF_LENGTH[self.length](day).start, page=0)

    def in_length(self, length: Length, today: date) -> "ReportView":
        """A longer or shorter period: that with today in it, where it is in this one, else with its start."""
        day = today if today in self.span else self.start
        return replace(self, start=OF_LENGTH[length](day).start, length=length, page=0)

    @property
    def _period(self) -> str:
        if self.length is Length.WEEK:
            year, week, _ = self.start.isocalendar()
            return f"{year % 100:02}W{week:02}"
        within = {
            Length.MONTH: f"{self.start.month:02}",
            Length.QUARTER: f"Q{(self.start.month + 2) // 3}",
            Length.YEAR: "",
        }
        return f"{self.start.year % 100:02}{within[self.length]}"


def is_report(place: str) -> bool:
    """Whether a place to come back to is a report's screen."""
    return _PACKED.fullmatch(place) is not None


def first_view(asked: Asked, today: date, part: str = "") -> ReportView:
    """What is shown first: the team's week, effort and adoption of the month, all else of the quarter."""
    length = FIRST_LENGTH.get(asked, Length.QUARTER)
    return ReportView(asked, OF_LENGTH[length](today).start, length, part=part)


PICTURED = "1"
"""Behind the choice of a team or pipeline: a picture is wanted of it."""

_CHOOSING = {
    what + mark: back for what in (TEAMS, PIPELINES) for mark, back in (("", ""), (PICTURED, PICTURE))
}

_PACKED = re.compile(
    r"r([a-z]{2})(\d\d)(Q[1-4]|W\d\d|\d\d)?\.(m?)(\d{1,18})\.(\d{1,18})\.([a-z]?\d{0,18})\.(\d{1,9})"
)


def _length(within: str | None) -> Length:
    if not within:
        return Length.YEAR
    lengths = {"Q": Length.QUARTER, "W": Length.WEEK}
    return lengths.get(within[0], Length.MONTH)
