"""Pipelines as the reports see them: the order of stages, and the way that a deal went through them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

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
    def _ranks(self) -> Mapping[int, Mapping[int, int]]:
        won = [stage.id for stage in self.stages if stage.meaning is StageMeaning.WON]
        found = {}
        for pipeline_id in dict.fromkeys(stage.pipeline_id for stage in self.stages):
            ranks = {stage.id: rank for rank, stage in enumerate(self.open_stages(pipeline_id))}
            found[pipeline_id] = ranks | dict.fromkeys(won, len(ranks) - 1)
        return found

    def ranks_in(self, pipeline_id: int) -> Mapping[int, int]:
        """How far along the pipeline each of its open stages is, from 0; a won deal went all the way."""
        return self._ranks[pipeline_id]

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

    @cached_property
    def open_ids(self) -> frozenset[int]:
        return frozenset(stage.id for stage in self.stages if stage.meaning.is_open)

    def stage(self, deal: DealRow) -> StageRow:
        return self.by_id[deal.stage_id]

    def is_open(self, deal: DealRow) -> bool:
        return deal.stage_id in self.open_ids

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


class Visit(NamedTuple):
    """A stay in an open stage, in seconds since 1970; `left_at` None: the deal is there still."""

    stage_id: int
    entered_at: float
    left_at: float | None


def visits(deal: DealRow, processes: Processes) -> list[Visit]:
    """The deal's stays in open stages in order; moves to the stage it was in are none."""
    found: list[Visit] = []
    stage_id, entered_at = deal.moves[0]
    for next_id, at in deal.moves[1:]:
        if next_id != stage_id:
            if stage_id in processes.open_ids:
                found.append(Visit(stage_id, entered_at, at))
            stage_id, entered_at = next_id, at
    if stage_id in processes.open_ids:
        found.append(Visit(stage_id, entered_at, None))
    return found


def reached(deal: DealRow, processes: Processes) -> dict[int, float]:
    """When the deal first reached each rank of its pipeline; won: all of them. What it skipped it passed."""
    found: dict[int, float] = {}
    ranks = processes.ranks_in(deal.pipeline_id)
    furthest = -1
    for stage_id, at in deal.moves:
        rank = ranks.get(stage_id, -1)
        for passed in range(furthest + 1, rank + 1):
            found[passed] = at
        furthest = max(furthest, rank)
    return found
