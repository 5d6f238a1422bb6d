"""The rhythm of a team: time that runs faster on the days on which more deals are closed."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from core.history import DAY

EPOCH = date(1970, 1, 1)

PART_BEGINS = (1, 9, 17, 25)
"""Days of the month at which its parts begin."""

EVEN = 10.0
"""So many closings in each weekday, part of a month, month of a quarter are taken as spread evenly."""

CYCLES = 2.0
"""And what so many cycles would have brought if they had been even: a few quarters alone prove little."""

AHEAD = 800
"""Days after the last closing of which the rhythm is worked out; later all days are alike."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """Something that comes again: which part of it a day is in, of how many, and how long it lasts."""

    part: Callable[[date], int]
    parts: int
    days: float


CYCLES_OF_TIME = (
    Cycle(date.weekday, 7, 7.0),
    Cycle(lambda day: bisect_right(PART_BEGINS, day.day) - 1, len(PART_BEGINS), 30.4),
    Cycle(lambda day: (day.month - 1) % 3, 3, 91.3),
)


@dataclass(frozen=True)
class Rhythm:
    """Weights of the days from `first` on, about 1 on average. `offset`: seconds local time is ahead of UTC.

    The 30 days after a Monday hold two working days more than four weeks do, those after a Friday one; the
    last month of a quarter may hold as much as the other two. In this time they are as long as they are busy.
    """

    first: int = 0
    weights: tuple[float, ...] = ()
    offset: float = 0.0

    @cached_property
    def _before(self) -> Sequence[float]:
        total, sums = 0.0, [0.0]
        for weight in self.weights:
            total += weight
            sums.append(total)
        return sums

    def at(self, seconds: float) -> float:
        """The instant in days of this time; only differences mean something."""
        days = (seconds + self.offset) / DAY - self.first
        whole = int(days)
        if days < 0:
            return days
        if whole >= len(self.weights):
            return self._before[-1] + days - len(self.weights)
        return self._before[whole] + (days - whole) * self.weights[whole]

    def day_after(self, seconds: float, length: float) -> int:
        """How many whole days after the midnight at `seconds` so much of this time is over."""
        begin, count = self.at(seconds), int(length)
        while count and self.at(seconds + count * DAY) - begin >= length:
            count -= 1
        while self.at(seconds + (count + 1) * DAY) - begin < length:
            count += 1
        return count


def rhythm_of(closings: Iterable[float], now: float, offset: float) -> Rhythm:
    """The rhythm of deals closed at these instants, for the time from the first of them on."""
    days = sorted(int((at + offset) // DAY) for at in closings)
    first, today = (days[0] if days else int(now // DAY)), int((now + offset) // DAY)
    calendar = [EPOCH + timedelta(days=day) for day in range(first, today + AHEAD)]
    weights = [1.0] * len(calendar)
    seen = [EPOCH + timedelta(days=day) for day in days]
    past = calendar[: today - first]
    for cycle in CYCLES_OF_TIME:
        factors = _factors(cycle, seen, past)
        weights = [weight * factors[cycle.part(day)] for weight, day in zip(weights, calendar, strict=True)]
    return Rhythm(first, tuple(weights), offset)


def _factors(cycle: Cycle, closings: Sequence[date], past: Sequence[date]) -> Sequence[float]:
    """How much more than evenly is closed in each part of a cycle."""
    found, days = [0] * cycle.parts, [0] * cycle.parts
    for day in closings:
        found[cycle.part(day)] += 1
    for day in past:
        days[cycle.part(day)] += 1
    rate = len(closings) / len(past) if past else 0.0
    even = EVEN + CYCLES * rate * cycle.days / cycle.parts
    return [(seen + even) / (rate * length + even) for seen, length in zip(found, days, strict=True)]
