"""Pipelines as the reports see them: the order of stages, and the way that a deal went through them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.history import DealRow, StageRow
from core.terms import Category, StageMeaning

MEANINGS = tuple(StageMeaning)


@dataclass(frozen=True)
class Processes:
    """All stages. Those that the configuration no longer names stand behind the last with their meaning."""

    stages: tuple[StageRow, ...]

    @cached_property
    def by_id(self) -> Mapping[int, StageRow]:
        return {stage.id: stage for stage in self.stages}

    @cached_property
    def ranks(self) -> Mapping[int, int]:
        """How far along its pipeline each open stage is, from 0."""
        found: dict[int, int] = {}
        for pipeline in dict.fromkeys(stage.pipeline_id for stage in self.stages):
            for rank, stage in enumerate(self.open_stages(pipeline)):
                found[stage.id] = rank
        return found

    def of(self, pipeline_id: int) -> list[StageRow]:
        """The stages of a pipeline in order, won and lost last."""
        closing = [s for s in self.stages if s.pipeline_id == pipeline_id and not s.meaning.is_open]
        return self.open_stages(pipeline_id) + sorted(closing, key=lambda s: (s.archived, s.position))

    def open_stages(self, pipeline_id: int) -> list[StageRow]:
        """The open stages of a pipeline in order."""
        mine = [s for s in self.stages if s.pipeline_id == pipeline_id and s.meaning.is_open]
        ordered = sorted((s for s in mine if not s.archived), key=lambda s: s.position)
        for gone in sorted((s for s in mine if s.archived), key=lambda s: s.position):
            after = [
                index
                for index, stage in enumerate(ordered)
                if MEANINGS.index(stage.meaning) <= MEANINGS.index(gone.meaning)
            ]
            ordered.insert(after[-1] + 1 if after else 0, gone)
        return ordered

    def stage(self, deal: DealRow) -> StageRow:
        return self.by_id[deal.stage_id]

    def is_open(self, deal: DealRow) -> bool:
        return self.stage(deal).meaning.is_open

    def is_won(self, deal: DealRow) -> bool:
        return self.stage(deal).meaning is StageMeaning.WON

    def is_lost(self, deal: DealRow) -> bool:
        return self.stage(deal).meaning is StageMeaning.LOST

    def category(self, deal: DealRow) -> Category:
        """The salesperson's word, or else the stage's default."""
        return deal.category or self.stage(deal).category

    def probability(self, deal: DealRow) -> int:
        """In percent: the stage's, as other CRMs have it."""
        return self.stage(deal).probability


@dataclass(frozen=True, slots=True)
class Visit:
    """A stay in an open stage, in seconds since 1970; `left_at` None: the deal is there still.

    `to_id`: the stage that came next.
    """

    stage_id: int
    entered_at: float
    left_at: float | None
    to_id: int | None


def visits(deal: DealRow, processes: Processes) -> list[Visit]:
    """The deal's stays in open stages in order; moves to the stage it was in are none."""
    found: list[Visit] = []
    moves = [
        move
        for index, move in enumerate(deal.moves)
        if index == 0 or move.stage_id != deal.moves[index - 1].stage_id
    ]
    for index, move in enumerate(moves):
        if processes.by_id[move.stage_id].meaning.is_open:
            following = moves[index + 1] if index + 1 < len(moves) else None
            left_at, to_id = (following.at, following.stage_id) if following else (None, None)
            found.append(Visit(move.stage_id, move.at, left_at, to_id))
    return found


def reached(deal: DealRow, processes: Processes) -> dict[int, float]:
    """When the deal first reached each rank of its pipeline; won: all of them. What it skipped it passed."""
    found: dict[int, float] = {}
    top = len(processes.open_stages(deal.pipeline_id))
    for move in deal.moves:
        stage = processes.by_id[move.stage_id]
        if stage.meaning is StageMeaning.WON:
            rank = top - 1
        elif stage.meaning.is_open and stage.pipeline_id == deal.pipeline_id:
            rank = processes.ranks[stage.id]
        else:
            continue
        for passed in range(rank + 1):
            found.setdefault(passed, move.at)
    return found


def closed_in(deals: Iterable[DealRow], start: date, end: date) -> Sequence[DealRow]:
    """The deals closed from `start` (inclusive) to `end` (exclusive)."""
    return [deal for deal in deals if deal.closed_on is not None and start <= deal.closed_on < end]
