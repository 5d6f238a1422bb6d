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

Fates = tuple[list[DealRow], list[DealRow], list[DealRow]]
"""Deals that came on, that were lost, and that are still there."""


@dataclass(frozen=True, slots=True)
class StageFlow:
    """One stage and the deals behind its numbers; `units` in 1/10 000 of the team's currency.

    `open_deals` stand in it now, None for won and lost. Of the deals that entered it in the period, by the
    furthest they came: `gone_on`, else `were_lost`, else `stayed`. Of won and lost deals those that are so no
    more have moved on.
    """

    stage: StageRow
    open_deals: Sequence[DealRow] | None
    units: int | None
    gone_on: Sequence[DealRow]
    were_lost: Sequence[DealRow]
    stayed: Sequence[DealRow]
    median_days: float | None
    p90_days: float | None

    @property
    def standing(self) -> int | None:
        return None if self.open_deals is None else len(self.open_deals)

    @property
    def entered(self) -> int:
        return self.advanced + self.lost + self.still_here

    @property
    def advanced(self) -> int:
        return len(self.gone_on)

    @property
    def lost(self) -> int:
        return len(self.were_lost)

    @property
    def still_here(self) -> int:
        return len(self.stayed)

    @property
    def conversion(self) -> float | None:
        return self.advanced / self.entered if self.entered and self.standing is not None else None


@dataclass(frozen=True, slots=True)
class Closings:
    """What was closed in the period, by closing date, and what follows from it.

    `open_deals` are open now, whatever the period. `velocity` in 1/10 000 of the team's currency a day:
    open deals × win rate × mean won value / cycle days.
    """

    open_deals: Sequence[DealRow]
    won_deals: Sequence[DealRow]
    lost_deals: Sequence[DealRow]
    won_units: int
    win_rate: float | None
    mean_units: int | None
    cycle_days: float | None
    velocity: int | None
    without_amount: int

    @property
    def won(self) -> int:
        return len(self.won_deals)

    @property
    def lost(self) -> int:
        return len(self.lost_deals)


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
    won, lost, open_ = [], [], []
    units: list[int] = []
    without = 0
    for deal in deals:
        if processes.is_open(deal):
            open_.append(deal)
            without += deal.units is None
        elif deal.closed_on is not None and deal.closed_on in span:
            if not processes.is_won(deal):
                lost.append(deal)
                continue
            won.append(deal)
            value = worth.units(deal.units, deal.currency, deal.closed_on)
            without += deal.units is None
            units += [value] if value is not None else []
    days = [(deal.closed_on - deal.created_on).days for deal in won if deal.closed_on]
    rate = len(won) / (len(won) + len(lost)) if won or lost else None
    mean = sum(units) / len(units) if units else None
    cycle = float(median(days)) if days else None
    velocity = None
    if rate is not None and mean is not None and cycle:
        velocity = _in_cents(len(open_) * rate * mean / cycle)
    mean_units = None if mean is None else _in_cents(mean)
    return Closings(open_, won, lost, sum(units), rate, mean_units, cycle, velocity, without)


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
    standing: dict[int, list[DealRow]] = {stage.id: [] for stage in stages}
    fates: list[Fates] = [([], [], []) for _ in stages]
    stays: dict[int, list[tuple[float, bool]]] = {stage.id: [] for stage in stages}
    for deal in deals:
        if deal.stage_id in standing:
            standing[deal.stage_id].append(deal)
        ranks = reached(deal, processes)
        for rank, at in ranks.items():
            if span[0] <= at < span[1]:
                fates[rank][_fate(deal, rank, ranks, processes)].append(deal)
        _note_stays(stays, deal, span, now, processes)
    found = []
    for stage, fate in zip(stages, fates, strict=True):
        if stage.archived and not standing[stage.id] and not stays[stage.id]:
            continue
        middle, most = quantiles(stays[stage.id], 0.5, 0.9)
        here = standing[stage.id]
        units = sum(worth.units(deal.units, deal.currency, today) or 0 for deal in here)
        found.append(StageFlow(stage, here, units, *fate, middle, most))
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
    fates: dict[int, Fates] = {stage.id: ([], [], []) for stage in stages}
    for deal in deals:
        first: dict[int, float] = {}
        for move in deal.moves:
            first.setdefault(move.stage_id, move.at)
        for stage_id in fates.keys() & first.keys():
            if span[0] <= first[stage_id] < span[1]:
                fate = 2 if deal.stage_id == stage_id else 1 if processes.is_lost(deal) else 0
                fates[stage_id][fate].append(deal)
    found = []
    for stage in stages:
        if not stage.archived or any(fates[stage.id]):
            found.append(StageFlow(stage, None, None, *fates[stage.id], None, None))
    return found
