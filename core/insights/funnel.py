"""The funnel: what stands in each stage, and what became of the deals that came into it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from core.history import DAY, DealRow, StageRow
from core.insights.durations import quantiles
from core.insights.period import Span
from core.insights.process import Processes, reached, visits
from core.insights.worth import CENT, Worth
from core.terms import StageMeaning

Seconds = tuple[float, float]
"""A period in seconds since 1970, half-open."""


@dataclass(frozen=True, slots=True)
class StageFlow:
    """One stage. `standing` None for won and lost; `units` in 1/10 000 of the team's currency.

    Of the deals that `entered` it in the period, by the furthest they came: `advanced`, else `lost`, else
    `still_here`; the three add up to it. Of won and lost deals those that are so no more have moved on.
    """

    stage: StageRow
    standing: int | None
    units: int | None
    entered: int
    advanced: int
    lost: int
    still_here: int
    median_days: float | None
    p90_days: float | None

    @property
    def conversion(self) -> float | None:
        return self.advanced / self.entered if self.entered and self.standing is not None else None


@dataclass(frozen=True, slots=True)
class Closings:
    """What was closed in the period, by closing date, and what follows from it.

    `velocity` in 1/10 000 of the team's currency a day: open deals × win rate × mean won value / cycle days.
    """

    won: int
    won_units: int
    lost: int
    win_rate: float | None
    mean_units: int | None
    cycle_days: float | None
    velocity: int | None
    without_amount: int


def stage_flows(
    deals: Sequence[DealRow],
    pipeline_id: int,
    span: Seconds,
    now: float,
    today: date,
    processes: Processes,
    worth: Worth,
) -> list[StageFlow]:
    """The stages of one pipeline in order; those no longer configured only where deals were in them."""
    mine = [deal for deal in deals if deal.pipeline_id == pipeline_id]
    found = _open_flows(mine, pipeline_id, span, now, today, processes, worth)
    return found + _closing_flows(mine, pipeline_id, span, processes)


def closings(deals: Iterable[DealRow], span: Span, processes: Processes, worth: Worth) -> Closings:
    """Win rate, cycle (days from creation to won, median) and velocity."""
    won, lost, open_ = [], 0, 0
    units: list[int] = []
    without = 0
    for deal in deals:
        if processes.is_open(deal):
            open_ += 1
            without += deal.units is None
        elif deal.closed_on is not None and deal.closed_on in span:
            if not processes.is_won(deal):
                lost += 1
                continue
            won.append(deal)
            value = worth.units(deal.units, deal.currency, deal.closed_on)
            without += deal.units is None
            units += [value] if value is not None else []
    days = [(deal.closed_on - deal.created_on).days for deal in won if deal.closed_on]
    rate = len(won) / (len(won) + lost) if won or lost else None
    mean = sum(units) / len(units) if units else None
    cycle = float(median(days)) if days else None
    velocity = None
    if rate is not None and mean is not None and cycle:
        velocity = _in_cents(open_ * rate * mean / cycle)
    mean_units = None if mean is None else _in_cents(mean)
    return Closings(len(won), sum(units), lost, rate, mean_units, cycle, velocity, without)


def _in_cents(units: float) -> int:
    return round(units / CENT) * CENT


def _open_flows(
    deals: Sequence[DealRow],
    pipeline_id: int,
    span: Seconds,
    now: float,
    today: date,
    processes: Processes,
    worth: Worth,
) -> list[StageFlow]:
    stages = processes.open_stages(pipeline_id)
    standing: dict[int, list[int]] = {stage.id: [] for stage in stages}
    fates = [[0, 0, 0] for _ in stages]
    stays: dict[int, list[tuple[float, bool]]] = {stage.id: [] for stage in stages}
    for deal in deals:
        if deal.stage_id in standing:
            standing[deal.stage_id].append(worth.units(deal.units, deal.currency, today) or 0)
        ranks = reached(deal, processes)
        for rank, at in ranks.items():
            if span[0] <= at < span[1]:
                fates[rank][_fate(deal, rank, ranks, processes)] += 1
        _note_stays(stays, deal, span, now, processes)
    found = []
    for stage, (advanced, lost, here) in zip(stages, fates, strict=True):
        if stage.archived and not standing[stage.id] and not stays[stage.id]:
            continue
        middle, most = quantiles(stays[stage.id], 0.5, 0.9)
        units = standing[stage.id]
        entered = advanced + lost + here
        found.append(StageFlow(stage, len(units), sum(units), entered, advanced, lost, here, middle, most))
    return found


def _fate(deal: DealRow, rank: int, ranks: dict[int, float], processes: Processes) -> int:
    """0: the deal came further than the rank, or was won; 1: it was lost; 2: it is still there."""
    if rank < max(ranks) or _was_won(deal, processes):
        return 0
    return 1 if processes.is_lost(deal) else 2


def _was_won(deal: DealRow, processes: Processes) -> bool:
    return any(processes.by_id[move.stage_id].meaning is StageMeaning.WON for move in deal.moves)


def _note_stays(
    stays: dict[int, list[tuple[float, bool]]], deal: DealRow, span: Seconds, now: float, processes: Processes
) -> None:
    """The days that deals spent in each stage, of those that came into it first in the period.

    A deal that comes back goes on with its days there.
    """
    first: dict[int, float] = {}
    days: dict[int, float] = {}
    there: int | None = None
    for visit in visits(deal, processes):
        first.setdefault(visit.stage_id, visit.entered_at)
        until = visit.left_at if visit.left_at is not None else now
        days[visit.stage_id] = days.get(visit.stage_id, 0.0) + max(until - visit.entered_at, 0.0) / DAY
        there = visit.stage_id if visit.left_at is None else None
    for stage_id, at in first.items():
        if stage_id in stays and span[0] <= at < span[1]:
            stays[stage_id].append((days[stage_id], stage_id != there))


def _closing_flows(
    deals: Sequence[DealRow], pipeline_id: int, span: Seconds, processes: Processes
) -> list[StageFlow]:
    stages = [stage for stage in processes.of(pipeline_id) if not stage.meaning.is_open]
    fates = {stage.id: [0, 0, 0] for stage in stages}
    for deal in deals:
        first: dict[int, float] = {}
        for move in deal.moves:
            first.setdefault(move.stage_id, move.at)
        for stage_id in fates.keys() & first.keys():
            if span[0] <= first[stage_id] < span[1]:
                fate = 2 if deal.stage_id == stage_id else 1 if processes.is_lost(deal) else 0
                fates[stage_id][fate] += 1
    found = []
    for stage in stages:
        advanced, lost, here = fates[stage.id]
        entered = advanced + lost + here
        if stage.archived and not entered:
            continue
        found.append(StageFlow(stage, None, None, entered, advanced, lost, here, None, None))
    return found
