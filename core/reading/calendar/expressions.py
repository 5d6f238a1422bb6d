"""What words say about time, before "today" is known, and what they mean once it is."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Protocol


class Direction(StrEnum):
    """Which way from now an unanchored date lies: plans and closings ahead, contacts behind."""

    FUTURE = "future"
    PAST = "past"


class Relation(StrEnum):
    """The word in front: by Friday, after ten, from Monday, about three; since May dates nothing itself."""

    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    SINCE = "since"
    ABOUT = "about"


class DateWords(Protocol):
    """A date as said."""

    def on(self, today: date, direction: Direction) -> tuple[date, ...]:
        """The days it may mean: none (too vague), one, or several (ambiguous)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as said. `exact`: morning or evening is settled (13:00, 09:30, "6 ryto", "5 pm")."""

    hour: int
    minute: int = 0
    exact: bool = False


class DayPart(StrEnum):
    """A part of the day; its usual time is `core.reading.calendar.times.USUAL`."""

    MORNING = "morning"
    BEFORE_NOON = "before_noon"
    NOON = "noon"
    AFTERNOON = "afternoon"
    DAY_END = "day_end"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class WhenExpr:
    """One expression of date, time or both; see the package docstring for how to use it.

    `span` is in code points, `first`/`last` are token indexes (last exclusive). `dates`: more than one is
    an alternative ("ketv. ar penkt."). `clocks` likewise ("10 ar 11"); of a span ("10–12", "nuo 5 d. iki 7
    d.") only the start is there and the end is `until`/`until_clock`. `later`: from now ("po valandos"),
    negative in the past. `direction`: what its own words say, over the clause ("praeitą", "ago", "rytoj").
    `case`: grammatical case of the Lithuanian day or month word: nom, gen, dat, acc, ins, loc or "".
    `after_name_word`: stands after "iš", "su", "with" ..., which go with names. `capital`: has an
    upper-case letter inside a sentence that a date would not need. `weak`: could as well be a name or an
    ordinary word, prefer any other reading that fits. `is_now`: "now", "asap". `bare_clock`: the time is a
    number alone ("at 5", "penktadienį 10"). `maybe_duration`: "2 val." may be a length.
    """

    span: tuple[int, int]
    first: int
    last: int
    dates: tuple[DateWords, ...] = ()
    clocks: tuple[Clock, ...] = ()
    part: DayPart | None = None
    later: timedelta | None = None
    direction: Direction | None = None
    relation: Relation | None = None
    until: DateWords | None = None
    until_clock: Clock | None = None
    case: str = ""
    capital: bool = False
    after_name_word: bool = False
    weak: bool = False
    is_now: bool = False
    bare_clock: bool = False
    maybe_duration: bool = False

    @property
    def has_date(self) -> bool:
        """Whether a day is said, be it by "in two hours"."""
        return bool(self.dates) or self.later is not None

    @property
    def is_today(self) -> bool:
        """Whether today itself is said, whatever day it is."""
        return any(day.on(_SOME_DAY, Direction.FUTURE) == (_SOME_DAY,) for day in self.dates)

    @property
    def has_time(self) -> bool:
        """Whether a time or a part of the day is said."""
        return bool(self.clocks) or self.part is not None or self.later is not None


_SOME_DAY = date(2001, 1, 1)


@dataclass(frozen=True, slots=True)
class Resolved:
    """`on` and `at` are local, None when not said or ambiguous; the choices are then in `dates`/`times`.
    `until` ends a span that starts `on`; as the day to which something is moved it is `moved_to`.
    """

    on: date | None = None
    at: time | None = None
    dates: tuple[date, ...] = ()
    times: tuple[time, ...] = ()
    until: date | None = None
    moved_to: date | None = None

    @property
    def ambiguous_date(self) -> bool:
        """Whether the date must be asked."""
        return len(self.dates) > 1

    @property
    def ambiguous_time(self) -> bool:
        """Whether the time must be asked."""
        return len(self.times) > 1
