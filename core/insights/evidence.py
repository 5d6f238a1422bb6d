"""What became of deals, by stage, days in it and time since; those still open as far as they were seen."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from math import inf
from typing import NamedTuple

from core.history import DealRow
from core.insights.process import Processes, visits
from core.insights.rhythm import Rhythm

AGES = (0, 1, 2, 3.5, 5, 7, 10, 14, 20, 28, 40, 56, 80, 112, 160, 226, 320, 452)
"""Days in a stage at which deals are looked at."""

AFTER = (
    *(0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 30, 34, 40, 48, 56, 67),
    *(80, 95, 112, 135, 160, 190, 226, 270, 320, 380, 452, 540),
)
"""Days since then at which intervals begin; the last one is open."""

Table = list[list[float]]
"""For each age, for each interval after it."""

HALF_LIFE = 730.0
"""Days after which what happened counts half."""


class Place(NamedTuple):
    """Where a deal is: the stage, and what else tells of its chance.

    `is_priced`: it has an amount, which in many teams only deals get that are likely to be won. `again`: it
    has been in this stage before.
    """

    stage_id: int
    is_priced: bool
    again: bool


VARIANTS = tuple((priced, again) for priced in (False, True) for again in (False, True))


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


def empty() -> Table:
    return [[0.0] * len(AFTER) for _ in AGES]


@dataclass
class Evidence:
    """Of the deals that were in a stage at each age: how many were won, lost, at risk in each interval."""

    won: Table = field(default_factory=empty)
    lost: Table = field(default_factory=empty)
    unseen: Table = field(default_factory=empty)
    at_risk: Table = field(default_factory=empty)

    def settle(self) -> None:
        """Counts those at risk: all that were neither closed nor out of sight before, half of those who then
        went out of sight (the actuarial estimate)."""
        for age in range(len(AGES)):
            rows = zip(self.won[age], self.lost[age], self.unseen[age], strict=True)
            totals = list(map(sum, rows))
            later = list(accumulate(reversed(totals)))[::-1]
            self.at_risk[age] = [
                max(all_ - half / 2, 0.0) for all_, half in zip(later, self.unseen[age], strict=True)
            ]


def gather(
    deals: Iterable[DealRow],
    processes: Processes,
    now: float,
    rhythm: Rhythm,
    priced_at: Mapping[int, float],
) -> dict[Place, Evidence]:
    """The evidence by place. `priced_at`: since when deals have had an amount, by their ids.

    A deal counts at each age that it reached in each of its stays in a stage.

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
                evidence = found[place] = Evidence()
            table = evidence.unseen if is_open else evidence.won if is_won else evidence.lost
            entered = rhythm.at(entered_at)
            stayed = (today if left_at is None else rhythm.at(left_at)) - entered
            for index, age in enumerate(AGES):
                if age and age >= stayed:
                    break
                at = entered + age
                interval = bisect_right(AFTER, ended - at) - 1
                table[index][max(interval, 0)] += 2 ** ((today - at) * fade)
    for evidence in found.values():
        evidence.settle()
    return found
