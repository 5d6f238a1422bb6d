"""The week of a team: time that runs faster on the days on which deals are closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.history import DAY

EVEN = 70
"""So many closings spread evenly over the week are taken as known beforehand."""


@dataclass(frozen=True)
class Rhythm:
    """Weights of the days from Monday on, 1 on average. `offset`: seconds that local time is ahead of UTC.

    The 30 days after a Monday hold two working days more than four weeks do, those after a Friday one; in
    this time they are as long as they are busy.
    """

    weights: tuple[float, ...] = (1.0,) * 7
    offset: float = 0.0

    @cached_property
    def _before(self) -> Sequence[float]:
        return [sum(self.weights[:day]) for day in range(7)]

    def at(self, seconds: float) -> float:
        """The instant in days of this time; only differences mean something."""
        days = (seconds + self.offset) / DAY + 3  # 1970 began on a Thursday
        whole = int(days)
        day = whole % 7
        return whole - day + self._before[day] + (days - whole) * self.weights[day]

    def day_after(self, seconds: float, length: float) -> int:
        """How many whole days after the midnight at `seconds` so much of this time is over."""
        begin, count = self.at(seconds), max(int(length) - 8, 0)
        while self.at(seconds + (count + 1) * DAY) - begin < length:
            count += 1
        return count


def rhythm_of(closings: Iterable[float], offset: float) -> Rhythm:
    """The rhythm of deals closed at these instants."""
    counts = [EVEN / 7] * 7
    for at in closings:
        counts[int(((at + offset) / DAY + 3) // 1) % 7] += 1
    return Rhythm(tuple(7 * count / sum(counts) for count in counts), offset)
