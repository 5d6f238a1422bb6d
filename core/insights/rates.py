"""Rates of being won and lost in each cell, each leaning on what a wider view shows as far as it is thin."""

from bisect import bisect_right
from collections.abc import Sequence

from core.history import StageRow
from core.insights.evidence import AFTER, AGES, Evidence, Table

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

Rates = tuple[Table, Table]
"""The rates of being won and of being lost, by age and interval."""


def of_all(every: Sequence[Evidence]) -> tuple[Sequence[float], Sequence[float]]:
    """The rates of being won and lost in each interval, whatever the pipeline, stage and age."""
    risk = _by_interval([each.at_risk for each in every])
    nothing = [0.0] * len(AFTER)
    won, lost = (_by_interval(tables) for tables in ([e.won for e in every], [e.lost for e in every]))
    return ratio(won, risk, nothing, 0), ratio(lost, risk, nothing, 0)


def of_pipeline(
    found: Sequence[Sequence[Evidence]],
    stages: Sequence[StageRow],
    start: tuple[Sequence[float], Sequence[float]],
) -> list[list[Rates]]:
    """The rates by stage and variant. `start`: those of all pipelines, for one that has none."""
    risks = [[each.at_risk for each in variants] for variants in found]
    wins = _rates([[each.won for each in variants] for variants in found], risks, start[0], stages, 0)
    losses = _rates([[each.lost for each in variants] for variants in found], risks, start[1], stages, 1)
    return [list(zip(win, loss, strict=True)) for win, loss in zip(wins, losses, strict=True)]


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
    return [ratio(*row, CELL) for row in zip(seen, at_risk, prior, strict=True)]


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
    before = ratio(_by_interval(events), _by_interval(at_risk), start, CELL)
    found = []
    for seen, risk in zip(_sum_of(events), _sum_of(at_risk), strict=True):
        before = ratio(seen, risk, before, AGE)
        found.append(before)
    return found


def ratio(
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


def won_by(wins: Sequence[float], losses: Sequence[float]) -> Curve:
    """The share won by the beginning of each interval, from the rates in them."""
    open_, won = 1.0, 0.0
    curve = []
    for win, loss in zip(wins, losses, strict=True):
        curve.append(won)
        part = open_ / max(win + loss, 1.0)
        won += part * win
        open_ = max(open_ - part * (win + loss), 0.0)
    return curve


def at(curve: Curve, days: float) -> float:
    """The share by so many days, on a straight line between the intervals' beginnings."""
    index = bisect_right(AFTER, days) - 1
    if index + 1 >= len(AFTER):
        return curve[-1]
    share = (days - AFTER[index]) / (AFTER[index + 1] - AFTER[index])
    return curve[index] + share * (curve[index + 1] - curve[index])
