"""The sales funnel as a report: standing, flow, and what was closed."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.actions.reports.facts import Facts
from core.actions.reports.shape import Note, Report, Row, money, rounded
from core.history import DealRow
from core.insights.funnel import Closings, StageFlow, closings, stage_flows
from core.terms import StageMeaning

COLUMNS = (
    *("pipeline", "stage", "kind", "standing_count", "standing_value", "entered", "advanced", "lost"),
    *("still_here", "conversion", "median_days", "p90_days"),
)


def funnel(facts: Facts) -> Report:
    """Rows by pipeline and stage, or by group first where the question has one other than the stage."""
    by = facts.question.by
    grouped = by not in (None, "stage")
    rows: list[Row] = []
    for group, deals in _groups(facts, by if grouped else None):
        rows += [{"group": group} | row if grouped else row for row in _rows(facts, deals)]
    found = closings(facts.in_part(facts.deals), facts.span, facts.processes, facts.worth)
    notes = [Note("note-without-amount", {"count": found.without_amount})] if found.without_amount else []
    return facts.report(
        "funnel", ("group", *COLUMNS) if grouped else COLUMNS, rows, _totals(found), [*notes, *facts.notes()]
    )


def _groups(facts: Facts, by: str | None) -> Iterator[tuple[str | None, Sequence[DealRow]]]:
    if by is None:
        yield None, facts.in_part(facts.deals)
        return
    parts = facts.grouped(facts.deals, by)
    for name in sorted(parts, key=lambda name: (name is None, name or "")):
        yield name, parts[name]


def _rows(facts: Facts, deals: Sequence[DealRow]) -> Iterator[dict[str, Any]]:
    for pipeline_id in dict.fromkeys(stage.pipeline_id for stage in facts.processes.stages):
        if facts.pipeline_id not in (None, pipeline_id):
            continue
        flows = stage_flows(
            deals, pipeline_id, facts.seconds, facts.now, facts.today, facts.processes, facts.worth
        )
        for flow in flows:
            yield _row(flow)


def _row(flow: StageFlow) -> dict[str, Any]:
    stage = flow.stage
    return {
        "pipeline": stage.pipeline,
        "stage": stage.name,
        "kind": "open" if stage.meaning.is_open else "won" if stage.meaning is StageMeaning.WON else "lost",
        "standing_count": flow.standing,
        "standing_value": money(flow.units),
        "entered": flow.entered,
        "advanced": flow.advanced,
        "lost": flow.lost,
        "still_here": flow.still_here,
        "conversion": rounded(flow.conversion),
        "median_days": rounded(flow.median_days, 2),
        "p90_days": rounded(flow.p90_days, 2),
    }


def _totals(found: Closings) -> dict[str, Any]:
    return {
        "won_count": found.won,
        "won_value": money(found.won_units),
        "lost_count": found.lost,
        "win_rate": rounded(found.win_rate),
        "mean_won_value": money(found.mean_units),
        "median_cycle_days": found.cycle_days,
        "velocity_per_day": money(found.velocity),
        "without_amount": found.without_amount,
    }
