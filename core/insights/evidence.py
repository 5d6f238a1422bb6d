"""What became of deals, by stage, days in it and time since; those still open as far as they were seen."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from math import ceil, inf
from typing import NamedTuple

from core.history import DAY, DealRow
from core.insights.process import Processes, visits
from core.insights.rhythm import Rhythm

AGES = (0, 1, 2, 3.5, 5, 7, 10, 14, 20, 28, 40, 56, 80, 112, 160, 226, 320, 452)
"""Days in a stage at which each deal that stays so long is looked at."""

BINS = (
    *(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 21, 25, 30, 37, 45, 60, 75, 90, 110, 135, 165, 200, 270),
    360,
)
"""Days in a stage at which the bins begin in which open deals are counted week after week."""

WEEKS = 78
"""So many weeks before now are counted."""

WEEK = 7 * DAY
HOUR = 3_600

AFTER = (
    *(0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 30, 34, 40, 48, 56, 67),
    *(80, 95, 112, 135, 160, 190, 226, 270, 320, 380, 452, 540),
)
"""Days since then at which intervals begin; the last one is open."""

Table = list[list[float]]
"""For each age or bin, for each interval after it."""

HALF_LIFE = 365.0
"""Days after which what happened counts half: the same season a year ago still does."""


class Place(NamedTuple):
    """Where a deal is: the stage, and what else tells of its chance.

    `is_priced`: it has an amount, which in many teams only deals get that are likely to be won. `again`: it
    has been in this stage before.
    """

    stage_id: int
    is_priced: bool
    again: bool


VARIANTS = tuple((priced, again) for priced in (False, True) for again in (False, True))

Looks = Callable[[float, float], Iterator[tuple[int, float]]]
"""The rows of a table and the instants at which a stay from one instant to another is looked at."""


def places(
    deal: DealRow, processes: Processes, priced_at: Mapping[int, float]
) -> Iterator[tuple[Place, float, float | None]]:
    """The places where a deal was, each from and until an instant (None: it is there still).

    A stay during which the deal got its amount counts as one without.
    """
    priced = priced_at.get(deal.id, inf)
    before: set[int] = set()
    for stage_id, entered_at, left_at in visits(deal, processes):
        yield Place(stage_id, priced <= entered_at, stage_id in before), entered_at, left_at
        before.add(stage_id)


def at_ages(entered_at: float, until: float) -> Iterator[tuple[int, float]]:
    """At each age that the stay reached: every stay tells something, however short."""
    yield 0, entered_at
    for index, age in enumerate(AGES[1:], start=1):
        at = entered_at + age * DAY
        if at >= until:
            break
        yield index, at


def each_week(now: float) -> Looks:
    """On this weekday in each of the weeks before now, where all deals then open stand together.

    Looking at deals as they will be looked at needs no thought of weekends: what ends on a Monday does so as
    many days after each of these moments as after now.
    """

    def looks(entered_at: float, until: float) -> Iterator[tuple[int, float]]:
        for number in weeks_between(now, entered_at, until):
            at = week_before(now, number)
            yield bin_of(at - entered_at), at

    return looks


def week_before(now: float, number: int) -> float:
    """The moment so many weeks before, an hour early: where only days are known, everything happens at
    midnight, and summer time must not put such a moment behind what happened on its day."""
    return now - number * WEEK - HOUR


def weeks_between(now: float, entered_at: float, until: float) -> range:
    """The numbers of those moments at which a stay was seen; not now itself."""
    first = max(ceil((now - HOUR - until) / WEEK), 1)
    return range(first, min(ceil((now - HOUR - entered_at) / WEEK) - 1, WEEKS) + 1)


def bin_of(seconds: float) -> int:
    """The bin of so long a time in a stage; two and a half hours give way to summer time."""
    return max(bisect_right(BINS, (seconds + 2.5 * HOUR) / DAY) - 1, 0)


class Evidence:
    """Of the deals seen in a place, a row for each age or bin: how many were won, lost, went out of sight in
    each interval after that, and how many were at risk of it."""

    def __init__(self, rows: int) -> None:
        self.won, self.lost, self.unseen, self.at_risk = (
            [[0.0] * len(AFTER) for _ in range(rows)] for _ in range(4)
        )

    def settle(self) -> None:
        """Counts those at risk: all that were neither closed nor out of sight before, half of those who then
        went out of sight (the actuarial estimate)."""
        for row, unseen in enumerate(self.unseen):
            totals = list(map(sum, zip(self.won[row], self.lost[row], unseen, strict=True)))
            later = list(accumulate(reversed(totals)))[::-1]
            self.at_risk[row] = [max(all_ - half / 2, 0.0) for all_, half in zip(later, unseen, strict=True)]


def gather(
    deals: Iterable[DealRow],
    processes: Processes,
    now: float,
    rhythm: Rhythm,
    priced_at: Mapping[int, float],
    looks: Looks,
    rows: int,
) -> dict[Place, Evidence]:
    """The evidence by place. `priced_at`: since when deals have had an amount, by their ids.

    Looking at deals that were in the same state and following them from there needs no assumption that the
    way to the state does not matter: Putter and Spitoni, Stat. Methods Med. Res. 27 (2018) 2081–2094.
    """
    found: dict[Place, Evidence] = {}
    today = rhythm.at(now)
    fade = -1 / HALF_LIFE
    for deal in deals:
        is_open = processes.is_open(deal)
        ended = today if is_open else rhythm.at(deal.moves[-1].at)
        is_won = processes.is_won(deal)
        for place, entered_at, left_at in places(deal, processes, priced_at):
            evidence = found.get(place)
            if evidence is None:
                evidence = found[place] = Evidence(rows)
            table = evidence.unseen if is_open else evidence.won if is_won else evidence.lost
            for row, moment in looks(entered_at, now if left_at is None else left_at):
                at = rhythm.at(moment)
                table[row][max(bisect_right(AFTER, ended - at) - 1, 0)] += 2 ** ((today - at) * fade)
    for evidence in found.values():
        evidence.settle()
    return found
