"""Windows of time before now: what the deals then open should have brought by what was known, and did."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.history import DAY, DealRow
from core.insights.evidence import HALF_LIFE, WEEKS, Place, places, week_before, weeks_between
from core.insights.process import Processes
from core.insights.rhythm import Rhythm

LENGTHS = (14, 28, 56, 91)
"""Days of a window: whole weeks. One begins each week."""

AGES = (2, 4, 7, 11, 16, 23, 32, 45, 65, 95, 140, 220)
"""Days in a stage at which cells begin."""

CELL = 3.0
"""A cell's share of deals won leans on its place's, and that on the one of all, as if so many more had it."""

FEWEST = 5
"""Deals won in windows that are over, without which nothing is expected of the next."""

FADE = 0.5 ** (7 / HALF_LIFE)
"""What a week leaves of the weight of what happened."""

Cell = tuple[Place, int]


@dataclass(frozen=True, slots=True)
class Window:
    """What the deals open at its beginning should bring, what they did, and the variance by luck alone."""

    expected: float
    brought: float
    luck: float


class _Seen:
    """The deals open in a cell at the beginning of a week: how many, their worth, its squares; and for each
    length how many were won in it and what they brought."""

    __slots__ = ("brought", "deals", "squares", "won", "worth")

    def __init__(self) -> None:
        self.deals, self.worth, self.squares = 0, 0.0, 0.0
        self.won = [0] * len(LENGTHS)
        self.brought = [0.0] * len(LENGTHS)

    def add(self, worth: float, days: float | None) -> None:
        """`days`: until the deal was won, None: it was not."""
        self.deals += 1
        self.worth += worth
        self.squares += worth * worth
        if days is not None:
            for number, length in enumerate(LENGTHS):
                if days < length:
                    self.won[number] += 1
                    self.brought[number] += worth


Week = Mapping[Cell, _Seen]


def past_windows(
    deals: Iterable[DealRow],
    processes: Processes,
    now: float,
    rhythm: Rhythm,
    priced_at: Mapping[int, float],
) -> list[list[Window]]:
    """Of each length the windows that are over, one a week, oldest first.

    What is expected of a window is counted from those over when it began, by stage and age: the error of a
    forecast is only known where nothing was used that came later (rolling origin: L. J. Tashman, Int. J.
    Forecasting 16 (2000) 437-450). Deals without an amount are left out.
    """
    weeks = _weeks(deals, processes, now, priced_at)
    return [
        list(_rolled(weeks, number, list(_stretches(length, now, rhythm))))
        for number, length in enumerate(LENGTHS)
    ]


def _stretches(length: int, now: float, rhythm: Rhythm) -> Iterator[float]:
    """How long the window of each week is in the team's rhythm, beside an even one."""
    for number in range(WEEKS + 1):
        start = week_before(now, number)
        yield (rhythm.at(start + length * DAY) - rhythm.at(start)) / length


def _weeks(
    deals: Iterable[DealRow], processes: Processes, now: float, priced_at: Mapping[int, float]
) -> Sequence[Week]:
    """What was seen so many weeks before now."""
    weeks: list[dict[Cell, _Seen]] = [defaultdict(_Seen) for _ in range(WEEKS + 1)]
    for deal in deals:
        worth = float(deal.units or 0)
        if not worth:
            continue
        won_at = deal.moves[-1].at if processes.is_won(deal) else None
        for place, entered_at, left_at in places(deal, processes, priced_at):
            for number in weeks_between(now, entered_at, now if left_at is None else left_at):
                at = week_before(now, number)
                days = None if won_at is None else (won_at - at) / DAY
                weeks[number][place, bisect_right(AGES, (at - entered_at) / DAY)].add(worth, days)
    return weeks


def _rolled(weeks: Sequence[Week], number: int, stretches: Sequence[float]) -> Iterator[Window]:
    """The windows of one length, each by what those before it that were over showed."""
    lag = LENGTHS[number] // 7
    pool = _Pool(number)
    for week in range(len(weeks) - 1, lag - 1, -1):
        if week + lag < len(weeks):
            pool.add(weeks[week + lag], stretches[week + lag])
        if pool.is_enough:
            yield pool.window(weeks[week], stretches[week])


class _Pool:
    """Shares of deals won in windows of one length that are over; those of long ago count less."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._weight = 1.0
        self._won_ever = 0
        self._all = [0.0, 0.0]
        self._places: dict[Place, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._cells: dict[Cell, list[float]] = defaultdict(lambda: [0.0, 0.0])

    @property
    def is_enough(self) -> bool:
        return self._won_ever >= FEWEST

    def add(self, week: Week, stretch: float) -> None:
        """A week's windows, which weigh more than all before, not those less: then nothing is to be faded."""
        self._weight /= FADE
        for cell, seen in week.items():
            won = seen.won[self._number]
            self._won_ever += won
            for counts in (self._all, self._places[cell[0]], self._cells[cell]):
                counts[0] += seen.deals * stretch * self._weight
                counts[1] += won * self._weight

    def window(self, week: Week, stretch: float) -> Window:
        expected = brought = luck = 0.0
        for cell, seen in week.items():
            chance = min(self._chance(cell) * stretch, 1.0)
            expected += seen.worth * chance
            luck += seen.squares * chance * (1 - chance)
            brought += seen.brought[self._number]
        return Window(expected, brought, luck)

    def _chance(self, cell: Cell) -> float:
        share, lean = self._all[1] / self._all[0], CELL * self._weight
        for deals, won in (self._places.get(cell[0], (0.0, 0.0)), self._cells.get(cell, (0.0, 0.0))):
            share = (won + lean * share) / (deals + lean)
        return share
