"""Ageing as a picture: how long open deals have stood in each stage beside what is usual there."""

from collections.abc import Sequence

from core.actions.pictures.measures import MOST_ROWS
from core.actions.reports.shape import Report, Row
from core.insights.closing import Why
from core.notices.reports import Bar, Figure, Picture

KEYS = ("chart-fresh", "chart-longer", "chart-stale")


def ageing(report: Report) -> Picture:
    """A bar for each stage: deals there no longer than usual, longer, and more than twice as long."""
    stages: dict[str, list[int]] = {}
    for row in report.rows:
        stages.setdefault(str(row["stage"]), [0, 0, 0])[_age(row)] += 1
    ordered = sorted(stages.items(), key=_by_count)[:MOST_ROWS]
    return Picture(
        title="chart-ageing",
        as_of=report.as_of,
        bars=[_bar(stage, counts) for stage, counts in ordered],
        legend=[Figure(key=key) for key in KEYS],
        colours=(0, 1, 3),
    )


def _by_count(of_stage: tuple[str, Sequence[int]]) -> tuple[int, str]:
    return -sum(of_stage[1]), of_stage[0]


def _bar(stage: str, counts: Sequence[int]) -> Bar:
    said = Figure(key="chart-of-deals", count=sum(counts), days=counts[2])
    return Bar(name=stage, parts=list(map(float, counts)), said=said)


def _age(row: Row) -> int:
    """0: no longer than usual, or nothing is known of it; 1: longer; 2: more than twice as long."""
    reasons = {each["reason"]: each.get("value") for each in row["reasons"]}
    if Why.STALE.value in reasons:
        return 2
    usual = reasons.get(Why.USUAL_DAYS.value)
    return int(usual is not None and reasons[Why.DAYS_IN_STAGE.value] > usual)
