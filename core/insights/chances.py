"""The chance that an open deal is won by a day, from how the team's own deals went.

Competing risks of being won and being lost, by stage and by days in it, in intervals of time from the moment
one looks. Each cell's rate leans on what all stages of the pipeline show at that age, times how much more or
less happens in this stage; that factor leans on the configured probability. Each leans as far as its own
evidence is thin, so that a few deals speak softly and thousands speak for themselves, and a deal that has
stood longer than others ever did has the chance that standing so long has had everywhere.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from core.history import DAY, DealRow, StageRow
from core.insights.durations import quantiles
from core.insights.evidence import AFTER, AGES, VARIANTS, Evidence, Place, Table, gather
from core.insights.periods_differ import LENGTHS, USUAL, effects
from core.insights.process import Processes, visits
from core.insights.rhythm import Rhythm, rhythm_of

ENOUGH = 30
"""Closed deals without which there is nothing to learn from."""

MOST_DEALS = 8_000
"""The newest so many deals are learnt from; those before tell nothing more."""

CELL = 4.0
"""The rate of a cell leans on the pipeline's as if so many deals had shown that."""

AGE = 2.0
"""The pipeline's rate at an age leans on that at the age before as if so many deals had shown that."""

STAGE = 3.0
"""How much more happens in a stage leans on the configured probability as if so many closings had."""

SEGMENTS = ((0, 11), (11, 20), (20, len(AFTER)))
"""Intervals of which a stage has one factor: the first week, up to a month, later."""

Curve = Sequence[float]
"""The share closed so by the beginning of each interval of `AFTER`."""


@dataclass(frozen=True)
class Chances:
    """Fitted chances. `closed`: deals they were learnt from; `won`: those of them that were won.

    `usual_days`: the median that deals stay in each stage, those that are there still as not over yet.
    """

    won_by: Mapping[Place, Sequence[Curve]]
    rhythm: Rhythm
    closed: int
    won: int
    usual_days: Mapping[int, float | None]
    effects: Sequence[float] = ()

    def effect(self, days: float) -> float:
        """How much all deals of a period of so many days may go better or worse together, as a deviation of
        the logarithm: what periods differed by, and what so many won deals leave uncertain."""
        differ = self.effects[0 if days < sum(LENGTHS) / 2 else 1] if self.effects else USUAL
        return sqrt(differ**2 + 1 / (self.won + 1))

    @property
    def is_thin(self) -> bool:
        return self.closed < ENOUGH

    def knows(self, processes: Processes) -> bool:
        """Whether every stage that deals can be in has its chances."""
        return all(Place(stage_id, True, False) in self.won_by for stage_id in processes.open_ids)

    def curve(self, deal: DealRow, now: float) -> Curve | None:
        """The share of deals like this one won by the beginning of each interval from now on."""
        pair = self._around(place_of(deal), self._age(deal, now))
        if pair is None:
            return None
        younger, older, share = pair
        return [(1 - share) * before + share * after for before, after in zip(younger, older, strict=True)]

    def between(self, deal: DealRow, now: float, start: float, end: float) -> float:
        """The chance that an open deal is won from `start` to `end`, seconds since 1970, not before now."""
        if end <= max(start, now):
            return 0.0
        place, age, begin = place_of(deal), self._age(deal, now), self.rhythm.at(now)
        until = self.within(place, age, self.rhythm.at(end) - begin)
        if start <= now:
            return until
        return max(until - self.within(place, age, self.rhythm.at(start) - begin), 0.0)

    def within(self, place: Place, age: float, days: float) -> float:
        """The chance that a deal in a place, there since `age` days, is won within `days`, by all history."""
        pair = self._around(place, age)
        if pair is None:
            return 0.0
        younger, older, share = pair
        return (1 - share) * at(younger, days) + share * at(older, days)

    def _age(self, deal: DealRow, now: float) -> float:
        return self.rhythm.at(now) - self.rhythm.at(entered(deal))

    def _around(self, place: Place, age: float) -> tuple[Curve, Curve, float] | None:
        """The curves of the ages around, and how far on the way from one to the other the age is."""
        curves = self.won_by.get(place)
        if curves is None:
            return None
        index = max(bisect_right(AGES, age) - 1, 0)
        if index + 1 == len(AGES):
            return curves[index], curves[index], 0.0
        share = min(max((age - AGES[index]) / (AGES[index + 1] - AGES[index]), 0), 1)
        return curves[index], curves[index + 1], share


def place_of(deal: DealRow) -> Place:
    """Where an open deal is now."""
    last = len(deal.moves)
    while last and deal.moves[last - 1].stage_id == deal.stage_id:
        last -= 1
    again = any(move.stage_id == deal.stage_id for move in deal.moves[:last])
    return Place(deal.stage_id, deal.units is not None, again)


def entered(deal: DealRow) -> float:
    """When the deal came to the stage it is in."""
    found = deal.moves[-1].at
    for move in reversed(deal.moves):
        if move.stage_id != deal.stage_id:
            break
        found = move.at
    return found


def at(curve: Curve, days: float) -> float:
    """The share by so many days, on a straight line between the intervals' beginnings."""
    index = bisect_right(AFTER, days) - 1
    if index + 1 >= len(AFTER):
        return curve[-1]
    share = (days - AFTER[index]) / (AFTER[index + 1] - AFTER[index])
    return curve[index] + share * (curve[index + 1] - curve[index])


def fit(
    deals: Sequence[DealRow],
    processes: Processes,
    now: float,
    offset: float,
    priced_at: Mapping[int, float],
) -> Chances:
    """Learns from all deals known by now, closed and open.

    `offset`: local time ahead of UTC, in seconds; `priced_at`: since when deals have had an amount.
    """
    newest = sorted(deals, key=lambda deal: deal.created_at)[-MOST_DEALS:]
    closed = [deal for deal in newest if not processes.is_open(deal)]
    won = [deal for deal in closed if processes.is_won(deal)]
    rhythm = rhythm_of((deal.moves[-1].at for deal in won), now, offset)
    evidence = gather(newest, processes, now, rhythm, priced_at)
    won_by: dict[Place, Sequence[Curve]] = {}
    every = list(evidence.values())
    risk_of_all = _by_interval([each.at_risk for each in every])
    starts = [
        _ratio(_by_interval(tables), risk_of_all, [0.0] * len(AFTER), 0)
        for tables in ([each.won for each in every], [each.lost for each in every])
    ]
    for pipeline_id in dict.fromkeys(stage.pipeline_id for stage in processes.stages):
        stages = processes.open_stages(pipeline_id)
        found = [
            [evidence.get(Place(stage.id, *variant)) or Evidence() for variant in VARIANTS]
            for stage in stages
        ]
        risks = [[each.at_risk for each in variants] for variants in found]
        wins = _rates([[each.won for each in variants] for variants in found], risks, starts[0], stages, 0)
        losses = _rates([[each.lost for each in variants] for variants in found], risks, starts[1], stages, 1)
        for stage, win, loss in zip(stages, wins, losses, strict=True):
            for variant, *rates in zip(VARIANTS, win, loss, strict=True):
                rows = zip(*rates, strict=True)
                won_by[Place(stage.id, *variant)] = [_won_by(*row) for row in rows]
    chances = Chances(won_by, rhythm, len(closed), len(won), _usual_days(newest, processes, now))
    begun = newest[0].created_at if newest else now
    differing = effects(newest, processes, now, begun, priced_at, chances.within)
    return replace(chances, effects=differing)


def _usual_days(deals: Sequence[DealRow], processes: Processes, now: float) -> Mapping[int, float | None]:
    found: dict[int, list[tuple[float, bool]]] = {stage_id: [] for stage_id in processes.open_ids}
    for deal in deals:
        for stage_id, entered_at, left_at in visits(deal, processes):
            until = now if left_at is None else left_at
            found[stage_id].append(((until - entered_at) / DAY, left_at is not None))
    return {stage_id: quantiles(stays, 0.5)[0] for stage_id, stays in found.items()}


def _leaning(stages: Sequence[StageRow], outcome: int) -> list[float]:
    """How much likelier than in the average stage the outcome (0: won, 1: lost) is by the configuration."""
    chances = [abs(outcome - stage.probability / 100) for stage in stages]
    average = sum(chances) / len(chances) if chances else 0
    return [chance / average if average else 1.0 for chance in chances]


def _rates(
    events: Sequence[Sequence[Table]],
    at_risk: Sequence[Sequence[Table]],
    start: Sequence[float],
    stages: Sequence[StageRow],
    outcome: int,
) -> list[list[Table]]:
    """The rate of an outcome in each cell: by stage, by variant, by age.

    `start`: the rates of all pipelines together, for one that has nothing of its own yet.
    """
    whole = [(_sum_of(mine), _sum_of(risk)) for mine, risk in zip(events, at_risk, strict=True)]
    ages = _by_age([mine for mine, _ in whole], [risk for _, risk in whole], start)
    found = []
    for index, lean in enumerate(_leaning(stages, outcome)):
        of_stage = _scaled(ages, *whole[index], lean)
        pairs = zip(events[index], at_risk[index], strict=True)
        found.append([_leant(mine, risk, _scaled(of_stage, mine, risk, 1.0)) for mine, risk in pairs])
    return found


def _leant(seen: Table, at_risk: Table, prior: Table) -> Table:
    """The rates of cells, each leaning on its prior."""
    return [_ratio(*row, CELL) for row in zip(seen, at_risk, prior, strict=True)]


def _scaled(rates: Table, seen: Table, at_risk: Table, lean: float) -> Table:
    """The rates times how much more than they say was seen, leaning on `lean`; a factor for each segment."""
    found: Table = [[] for _ in AGES]
    for first, last in SEGMENTS:
        happened = sum(sum(row[first:last]) for row in seen)
        expected = sum(
            n * rate
            for risk, row in zip(at_risk, rates, strict=True)
            for n, rate in zip(risk[first:last], row[first:last], strict=True)
        )
        factor = (happened + STAGE * lean) / (expected + STAGE)
        for age, row in enumerate(rates):
            found[age] += [min(rate * factor, 1.0) for rate in row[first:last]]
    return found


def _by_age(events: Sequence[Table], at_risk: Sequence[Table], start: Sequence[float]) -> Table:
    """The rate at each age, all stages together."""
    before = _ratio(_by_interval(events), _by_interval(at_risk), start, CELL)
    found = []
    for seen, risk in zip(_sum_of(events), _sum_of(at_risk), strict=True):
        before = _ratio(seen, risk, before, AGE)
        found.append(before)
    return found


def _ratio(
    seen: Sequence[float], risk: Sequence[float], before: Sequence[float], weight: float
) -> list[float]:
    """Events by those at risk, as if `weight` more had been there at the rate `before`."""
    return [
        (event + weight * rate) / (n + weight) if n + weight else 0.0
        for event, n, rate in zip(seen, risk, before, strict=True)
    ]


def _by_interval(tables: Sequence[Table]) -> list[float]:
    """The sums over all tables and ages."""
    rows = [row for table in tables for row in table]
    return [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(AFTER)


def _sum_of(tables: Sequence[Table]) -> Table:
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]


def _won_by(wins: Sequence[float], losses: Sequence[float]) -> Curve:
    """The share won by the beginning of each interval, from the rates in them."""
    open_, won = 1.0, 0.0
    curve = []
    for win, loss in zip(wins, losses, strict=True):
        curve.append(won)
        part = open_ / max(win + loss, 1.0)
        won += part * win
        open_ = max(open_ - part * (win + loss), 0.0)
    return curve
