"""A manager's question answered: what answers it first, what it is made of, and what can be opened."""

from datetime import date
from decimal import Decimal

import msgspec

from core.notices.base import Notice
from core.notices.parts import Named, Sum


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with figures: the key of its text and what fills its gaps, each in the reader's way.

    `minutes` are said as a duration; `number`, `low` and `high` are plain; `sum` and `each` money, and so are
    the ends of a range, `least` and `most`; `early` and `late` are those of a range of days around `on`.
    """

    key: str
    count: int | None = None
    percent: int | None = None
    minutes: int | None = None
    days: int | None = None
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    sum: Sum | None = None
    each: Sum | None = None
    name: str | None = None
    word: str | None = None
    on: date | None = None
    least: Sum | None = None
    most: Sum | None = None
    early: date | None = None
    late: date | None = None


class Opens(msgspec.Struct, frozen=True, kw_only=True):
    """A line that can be opened. `what`: deal, company, person of the team (member) or "" for none.

    `view`: what it opens where that is more of an answer, packed.
    """

    what: str
    id: int
    name: str
    figures: list[Figure] = []
    view: str = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Another part of the same answer: its view; `key` of its text, or the name of a team or a pipeline."""

    view: str
    key: str | None = None
    name: str | None = None
    count: int | None = None
    chosen: bool = False


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a picture, or a column: how long its parts are, and what is said beside it.

    Its name is as the team says it, or the text of a `key`, or the day on which its week begins. `low` and
    `high`: a range drawn over it.
    """

    name: str = ""
    key: str = ""
    on: date | None = None
    parts: list[float] = []
    said: Figure | None = None
    low: float | None = None
    high: float | None = None


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Figures to be drawn, in no language yet. `title` is the key of its text.

    From `start` to `end` (exclusive), by what was known on `as_of`. `colours`: the number of each part's.
    `marked`: a length marked across all, `mark` its name. `upright`: columns side by side, of minutes.
    """

    title: str
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    bars: list[Bar] = []
    legend: list[Figure] = []
    colours: tuple[int, ...] = (0, 1, 2, 3)
    marked: float | None = None
    mark: Figure | None = None
    foot: Figure | None = None
    upright: bool = False


class Answer(Notice, frozen=True, kw_only=True, tag=True):
    """An answer. `view` is packed (see `core.notices.report_view`); `lines` answer first, `rows` open.

    `heading` is the key of its text; `member`: whose deals it is of only. `has_teams`, `has_pipelines`: there
    are several to choose from. `picture`: what is shown above the lines. `back`: the answer that this one was
    opened from, packed. `has_period`: it is another in another period.
    """

    view: str
    heading: str
    today: date
    team: Named | None = None
    pipeline: Named | None = None
    member: Named | None = None
    has_teams: bool = False
    has_pipelines: bool = False
    lines: list[Figure] = []
    rows: list[Opens] = []
    first: int = 1
    """The number of the first row."""
    pages: int = 1
    choices: list[Choice] = []
    notes: list[Figure] = []
    back: str = ""
    has_period: bool = True
    picture: Picture | None = None
