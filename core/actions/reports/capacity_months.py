"""What each month took and brought, by pipeline."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from core.actions.reports.facts import Facts
from core.history import Worked
from core.insights.capacity import Month
from core.insights.effort import effort_of

RECENT = 3
"""Months whose minutes tell how people share their time between pipelines."""


class Book:
    """Minutes and wins by pipeline and month; contacts about no deal are shared out between pipelines."""

    def __init__(self, facts: Facts, rows: Sequence[Worked]) -> None:
        self.facts = facts
        self.rows = rows
        wins = _wins(facts)
        self.months = sorted({row.on for row in rows if row.on} | {month for _, month in wins})
        self.pipelines = self._known(wins)
        self._share = self._shares()
        self._months = {each: self._of(each, wins) for each in self.pipelines}

    def of(self, pipeline_id: int) -> Sequence[Month]:
        return self._months[pipeline_id]

    def kinds(self, pipeline_id: int | None) -> Mapping[str, float]:
        """The share of minutes by kind of contact, the largest first."""
        some = [row for row in self.rows if pipeline_id is None or row.key == pipeline_id]
        found = effort_of(some, self.facts.team.habits.minutes)
        ordered = sorted(found.by_kind.items(), key=lambda item: -item[1].minutes)
        return {kind.value: part.minutes / found.minutes for kind, part in ordered if found.minutes}

    def recent_share(self, pipeline_id: int) -> float | None:
        """The part of the last months' minutes that went into a pipeline."""
        everything = [sum(month.minutes for month in self.of(each)[-RECENT:]) for each in self.pipelines]
        mine = sum(month.minutes for month in self.of(pipeline_id)[-RECENT:])
        return mine / sum(everything) if sum(everything) else None

    def minutes_of(self, row: Worked) -> int:
        usual = self.facts.team.habits.minutes.get(row.kind, 0)
        return row.minutes + (row.contacts - row.measured) * usual

    def _known(self, wins: Mapping[tuple[int, date], Month]) -> list[int]:
        """The pipelines in use, or that were, in the order of the configuration."""
        used = {row.key for row in self.rows} | {pipeline_id for pipeline_id, _ in wins}
        stages = self.facts.processes.stages
        live = {stage.pipeline_id for stage in stages if not stage.archived}
        known = dict.fromkeys(stage.pipeline_id for stage in stages)
        return [
            each
            for each in known
            if (each in live or each in used) and self.facts.pipeline_id in (None, each)
        ]

    def _shares(self) -> Mapping[int, float]:
        """How minutes about no deal are shared out: by those about deals, of all pipelines there are."""
        minutes: dict[int, int] = defaultdict(int)
        for row in self.rows:
            if row.key is not None:
                minutes[row.key] += self.minutes_of(row)
        total = sum(minutes.values())
        if total:
            return {each: minutes[each] / total for each in self.pipelines}
        return dict.fromkeys(self.pipelines, 1 / max(len(self.pipelines), 1))

    def _of(self, pipeline_id: int, wins: Mapping[tuple[int, date], Month]) -> list[Month]:
        minutes: dict[date | None, float] = defaultdict(float)
        for row in self.rows:
            if row.key == pipeline_id:
                minutes[row.on] += self.minutes_of(row)
            elif row.key is None:
                minutes[row.on] += self.minutes_of(row) * self._share[pipeline_id]
        nothing = Month()
        found = []
        for month in self.months:
            won = wins.get((pipeline_id, month), nothing)
            found.append(Month(minutes[month], won.won, won.units, won.priced))
        return found


def _wins(facts: Facts) -> Mapping[tuple[int, date], Month]:
    found: dict[tuple[int, date], Month] = {}
    for deal in facts.endings:
        if deal.closed_on is None or not facts.processes.is_won(deal):
            continue
        key = (deal.pipeline_id, deal.closed_on.replace(day=1))
        known, units = found.get(key, Month()), facts.worth.units(deal.units, deal.currency, deal.closed_on)
        found[key] = Month(
            0.0, known.won + 1, known.units + (units or 0), known.priced + int(units is not None)
        )
    return found
