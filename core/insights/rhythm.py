"""The rhythm of a team: time that runs faster in the parts of a month or quarter in which more is closed."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate

from core.history import DAY

EPOCH = date(1970, 1, 1)

PART_BEGINS = (1, 9, 17, 25)
"""Days of the month at which its parts begin."""

CAUTION = 1.5
"""Parts are believed to differ by what they differed by beyond so many times what luck alone would do."""

AHEAD = 800
"""Days after the last closing of which the rhythm is worked out; later all days are alike."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """Something that comes again: which part of it a day is in, of how many, in which of its turns, and how
    many days, in whole weeks, it lasts."""

    part: Callable[[date], int]
    parts: int
    turn: Callable[[date], int]
    days: int


CYCLES = (
    Cycle(lambda day: bisect_right(PART_BEGINS, day.day) - 1, 4, lambda day: day.year * 12 + day.month, 28),
    Cycle(lambda day: (day.month - 1) % 3, 3, lambda day: day.year * 4 + (day.month - 1) // 3, 91),
)


@dataclass(frozen=True)
class Rhythm:
    """Weights of the days from `first` on, about 1 on average; none: all days are alike. `offset`: seconds
    local time is ahead of UTC.

    The last month of a quarter may hold as much as the other two. In this time it is as long as it is busy.
    """

    first: int = 0
    weights: tuple[float, ...] = ()
    offset: float = 0.0

    @cached_property
    def _before(self) -> Sequence[float]:
        return list(accumulate(self.weights, initial=0.0))

    def at(self, seconds: float) -> float:
        """The instant in days of this time; only differences mean something."""
        days = (seconds + self.offset) / DAY - self.first
        if days < 0 or not self.weights:
            return days
        whole = int(days)
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
    counts = [0] * max(today - first, 0)
    for day in days:
        if day < today:
            counts[day - first] += 1
    calendar = [EPOCH + timedelta(days=day) for day in range(first, today + AHEAD)]
    weights = [1.0] * len(calendar)
    for cycle in CYCLES:
        factors = _factors(cycle, counts, calendar, weights)
        if factors:
            weights = [
                weight * factors[cycle.part(day)] for weight, day in zip(weights, calendar, strict=True)
            ]
    even = all(weight == 1.0 for weight in weights)
    return Rhythm(first, () if even else tuple(weights), offset)


@dataclass(slots=True)
class _Part:
    """Closings in a part of a turn: how many there were, and how many there would be of an even spread."""

    seen: float = 0.0
    even: float = 0.0


def _factors(
    cycle: Cycle, counts: Sequence[int], calendar: Sequence[date], weights: Sequence[float]
) -> Mapping[int, float]:
    """How much more than evenly is closed in each part of a cycle; nothing where that is no more than luck.

    A part that differs from turn to turn as much as from the others says little: its factor is shrunk by the
    share of real difference (empirical Bayes, luck measured between turns).
    """
    turns: dict[tuple[int, int], _Part] = defaultdict(_Part)
    for day, seen, even in _beside_average(cycle.days, counts, weights):
        part = turns[cycle.turn(calendar[day]), cycle.part(calendar[day])]
        part.seen, part.even = part.seen + seen, part.even + even
    together = [_Part() for _ in range(cycle.parts)]
    for (_, number), part in turns.items():
        together[number].seen += part.seen
        together[number].even += part.even
    if len(turns) < 2 * cycle.parts or not all(part.even for part in together):
        return {}
    ratios = [part.seen / part.even for part in together]
    off = [
        (part.seen - ratios[number] * part.even, ratios[number] * part.even)
        for (_, number), part in turns.items()
    ]
    unevenness = sum(error**2 / max(mean, 0.1) for error, mean in off) / max(len(turns) - cycle.parts, 1)
    luck = [
        max(unevenness, 1.0) * max(ratio, 0.2) / part.even
        for ratio, part in zip(ratios, together, strict=True)
    ]
    real = (sum((ratio - 1) ** 2 for ratio in ratios) - CAUTION * sum(luck)) / cycle.parts
    if real <= 0:
        return {}
    factors = [1 + (ratio - 1) * real / (real + chance) for ratio, chance in zip(ratios, luck, strict=True)]
    mean = sum(factors) / cycle.parts
    return {number: factor / mean for number, factor in enumerate(factors)}


def _beside_average(
    length: int, counts: Sequence[int], weights: Sequence[float]
) -> Iterator[tuple[int, float, float]]:
    """Days with what was closed on them and the mean of the days around, one cycle long: growth is no rhythm.

    The ratio to a moving average: F. R. Macaulay, The Smoothing of Time Series (1931).
    """
    sums = list(accumulate(counts, initial=0))
    half = length // 2
    for day in range(half, len(counts) - (length - half) + 1):
        around = sums[day - half + length] - sums[day - half]
        yield day, counts[day], around / length * weights[day]
