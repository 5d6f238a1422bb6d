"""Routines: what the bot tells by itself, on which days, and for how long a late one is still of use."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from core.local_time import instant_of
from core.terms import Role, RoutineKind
from core.working_days import add_working_days, free_day, on_or_after

EVERYBODY = frozenset(Role)
MANAGING = frozenset((Role.MANAGER, Role.OWNER))
SELLING = frozenset((Role.REP,))
NOBODY: frozenset[Role] = frozenset()
FRIDAY = 4
A_WEEK = timedelta(days=7)


class Days(Enum):
    """On which days a routine comes; a free day never has one."""

    WORKING = "every working day"
    WEEKLY = "a day of the week; where that is free, the working day after it"
    LAST_OF_WEEK = "a day of the week; where that is free, the working day before it"
    MONTHLY = "the first working day of a month"
    QUARTERLY = "the first working day of a quarter"


@dataclass(frozen=True, slots=True)
class Routine:
    """`at`: the local time where the member has chosen none. `weekday`: 0 is Monday.

    `useful_for`: one that is later than that is not told any more; until it is `kept_for` late, the next
    summary tells that it is there. `on_for`: the roles that get it unless they turn it off; `offered_to`:
    those that can have it at all.
    """

    days: Days
    at: time
    useful_for: timedelta
    weekday: int = 0
    on_for: frozenset[Role] = EVERYBODY
    offered_to: frozenset[Role] = EVERYBODY
    kept_for: timedelta = timedelta()

    def is_on(self, role: Role, wanted: bool | None) -> bool:
        """Whether somebody of that role gets it; `wanted`: their own word, None: they said none."""
        return role in self.offered_to and (role in self.on_for if wanted is None else wanted)


ROUTINES: dict[RoutineKind, Routine] = {
    RoutineKind.AGENDA: Routine(Days.WORKING, time(8), timedelta(hours=4)),
    RoutineKind.DIGEST: Routine(Days.WEEKLY, time(8), timedelta(days=2), 0, MANAGING, MANAGING, A_WEEK),
    RoutineKind.CLOSING: Routine(Days.MONTHLY, time(8), timedelta(days=3), 0, MANAGING, MANAGING, A_WEEK),
    RoutineKind.EVENING: Routine(Days.WORKING, time(17, 30), timedelta(hours=3), on_for=NOBODY),
    RoutineKind.TIDY: Routine(Days.LAST_OF_WEEK, time(15), timedelta(hours=3), FRIDAY, NOBODY, MANAGING),
    RoutineKind.WEEK: Routine(
        Days.LAST_OF_WEEK, time(15), timedelta(hours=5), FRIDAY, SELLING, SELLING, A_WEEK
    ),
}


def next_due(routine: Routine, at: time, after: datetime, zone: ZoneInfo, country: str) -> datetime:
    """The first instant (UTC) after `after` when the routine is due at the local time `at`."""
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        day = _next_day(routine, day, country)
        due = instant_of(day, at, zone)
        if due > after.astimezone(UTC):
            return due
        day += timedelta(days=1)


def last_due(
    routine: Routine, at: time, due: datetime, now: datetime, zone: ZoneInfo, country: str
) -> datetime:
    """Of the instants from `due` to `now` when the routine was due, the last."""
    begin = max(due, now - LONGEST_GAP)
    last = due
    while (later := next_due(routine, at, max(last, begin), zone, country)) <= now:
        last = later
    return last


LONGEST_GAP = timedelta(days=100)
"""No routine is further away than this from the one before it."""


def _next_day(routine: Routine, day: date, country: str) -> date:
    """The first day of the routine that is `day` or later."""
    if routine.days is Days.WORKING:
        return on_or_after(day, country)
    # a named day that is free moves by some days, so those around `day` are all looked at
    moved = sorted(_moved(routine, each, country) for each in _named(routine, day))
    return next(each for each in moved if each >= day)


def _named(routine: Routine, day: date) -> list[date]:
    """The days that the routine names around `day`, before they are moved off a free day."""
    if routine.days in (Days.WEEKLY, Days.LAST_OF_WEEK):
        first = day - timedelta(days=day.weekday()) + timedelta(days=routine.weekday)
        return [first + timedelta(weeks=weeks) for weeks in (-2, -1, 0, 1, 2)]
    step = 3 if routine.days is Days.QUARTERLY else 1
    month = day.year * 12 + (day.month - 1) // step * step
    return [date(each // 12, each % 12 + 1, 1) for each in (month, month + step, month + 2 * step)]


def _moved(routine: Routine, day: date, country: str) -> date:
    if free_day(day, country) is None:
        return day
    return add_working_days(day, -1 if routine.days is Days.LAST_OF_WEEK else 1, country)
