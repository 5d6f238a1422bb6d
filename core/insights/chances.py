"""The chance that an open deal is won by a day, from how the team's own deals went.

Competing risks of being won and being lost, by stage and by days in it, in intervals of time from the moment
one looks. Deals are counted as they stood on this weekday week after week; each cell of these counts leans on
what all deals show at that age, whatever the weekday, times how much more or less happens in this stage; and
that on the configured probability (`rates.py`). Each leans as far as its own evidence is thin, so that a few
deals speak softly and thousands speak for themselves, and a deal that has stood longer than others ever did
has the chance that standing so long has had everywhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import expm1, log1p

from core.history import DAY, DealRow
from core.insights.durations import quantiles
from core.insights.evidence import (
    AFTER,
    AGES,
    BINS,
    VARIANTS,
    Evidence,
    Place,
    at_ages,
    bin_of,
    each_week,
    gather,
)
from core.insights.past_windows import LENGTHS, past_windows
from core.insights.periods_differ import USUALLY, Pace, paces
from core.insights.process import Processes, visits
from core.insights.rates import Curve, Rates, at, of_all, of_pipeline, ratio, won_by
from core.insights.rhythm import Rhythm, rhythm_of

ENOUGH = 30
"""Closed deals without which there is nothing to learn from."""

MOST_DEALS = 8_000
"""The newest so many deals are learnt from; those before tell nothing more."""

WEEKLY = 6.0
"""What was seen on this weekday leans on what was seen at any time as if so many deals had shown that."""

MIDDLES = tuple(
    max(bisect_right(AGES, (begin + end) / 2) - 1, 0)
    for begin, end in zip(BINS, (*BINS[1:], BINS[-1]), strict=True)
)
"""For each bin the age in its middle."""


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
    paces: Sequence[Pace] = (USUALLY,) * len(LENGTHS)

    def effect(self, days: float) -> float:
        """How much all deals of a period of so many days may go better or worse together, as a deviation of
        the logarithm: by what past periods differed from what was to be expected of them."""
        return _between([pace.differs for pace in self.paces], days)

    @property
    def is_thin(self) -> bool:
        return self.closed < ENOUGH

    def knows(self, processes: Processes) -> bool:
        """Whether every stage that deals can be in has its chances."""
        return all(Place(stage_id, True, False) in self.won_by for stage_id in processes.open_ids)

    def curve(self, deal: DealRow, now: float) -> Curve | None:
        """The share of deals like this one won by the beginning of each interval from now on."""
        curves = self.won_by.get(place_of(deal))
        return curves[bin_of(now - entered(deal))] if curves else None

    def between(self, deal: DealRow, now: float, start: float, end: float) -> float:
        """The chance that an open deal is won from `start` to `end`, seconds since 1970, not before now."""
        curve = self.curve(deal, now) if end > max(start, now) else None
        if curve is None:
            return 0.0
        begin = self.rhythm.at(now)
        until = at(curve, self.rhythm.at(end) - begin)
        return until if start <= now else max(until - at(curve, self.rhythm.at(start) - begin), 0.0)


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
    wide = gather(newest, processes, now, rhythm, priced_at, at_ages, len(AGES))
    weekly = gather(newest, processes, now, rhythm, priced_at, each_week(now), len(BINS))
    found = paces(past_windows(newest, processes, now, rhythm, priced_at), len(won))
    factors = [_between([pace.factor for pace in found], days) for days in AFTER]
    curves = {
        place: [_paced(curve, factors) for curve in _curves(weekly.get(place), rates)]
        for place, rates in _rates(wide, processes).items()
    }
    usual = _usual_days(newest, processes, now)
    return Chances(curves, rhythm, len(closed), len(won), usual, found)


def _between(values: Sequence[float], days: float) -> float:
    """What is known of each of `LENGTHS`, for so many days: on a straight line between two of them."""
    after = bisect_left(LENGTHS, days)
    if after in (0, len(LENGTHS)):
        return values[min(after, len(LENGTHS) - 1)]
    share = (days - LENGTHS[after - 1]) / (LENGTHS[after] - LENGTHS[after - 1])
    return values[after - 1] + share * (values[after] - values[after - 1])


def _paced(curve: Curve, factors: Sequence[float]) -> Curve:
    """The curve where the rate of winning up to each interval is so many times as high; it never falls."""
    shares = (
        -expm1(factor * log1p(-min(share, 0.999999))) for share, factor in zip(curve, factors, strict=True)
    )
    return list(accumulate(shares, max))


def _rates(wide: Mapping[Place, Evidence], processes: Processes) -> Mapping[Place, Rates]:
    """The rates in every place where deals can be, by age."""
    start = of_all(list(wide.values()))
    found: dict[Place, Rates] = {}
    for pipeline_id in dict.fromkeys(stage.pipeline_id for stage in processes.stages):
        stages = processes.open_stages(pipeline_id)
        evidence = [
            [wide.get(Place(stage.id, *variant)) or Evidence(len(AGES)) for variant in VARIANTS]
            for stage in stages
        ]
        for stage, of_stage in zip(stages, of_pipeline(evidence, stages, start), strict=True):
            found |= {
                Place(stage.id, *variant): rates for variant, rates in zip(VARIANTS, of_stage, strict=True)
            }
    return found


def _curves(weekly: Evidence | None, rates: Rates) -> Sequence[Curve]:
    """For each bin the curve of what was seen on this weekday, leaning on the rates at its middle."""
    if weekly is None:
        of_age = [won_by(*pair) for pair in zip(*rates, strict=True)]
        return [of_age[age] for age in MIDDLES]
    found = []
    for number, age in enumerate(MIDDLES):
        risk = weekly.at_risk[number]
        wins = ratio(weekly.won[number], risk, rates[0][age], WEEKLY)
        losses = ratio(weekly.lost[number], risk, rates[1][age], WEEKLY)
        found.append(won_by(wins, losses))
    return found


def _usual_days(deals: Sequence[DealRow], processes: Processes, now: float) -> Mapping[int, float | None]:
    found: dict[int, list[tuple[float, bool]]] = {stage_id: [] for stage_id in processes.open_ids}
    for deal in deals:
        for stage_id, entered_at, left_at in visits(deal, processes):
            until = now if left_at is None else left_at
            found[stage_id].append(((until - entered_at) / DAY, left_at is not None))
    return {stage_id: quantiles(stays, 0.5)[0] for stage_id, stays in found.items()}
