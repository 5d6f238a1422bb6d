"""Ageing as a picture: how long open deals have stood in each stage beside what is usual there."""

from collections.abc import Sequence

from bot.charts.look import MOST_ROWS, Bar, Plot
from bot.charts.words import as_of
from bot.texts import Language
from core.actions.reports.shape import Report, Row
from core.insights.closing import Why

KEYS = ("chart-fresh", "chart-longer", "chart-stale")


def ageing(report: Report, words: Language) -> Plot:
    """A bar for each stage: deals there no longer than usual, longer, and more than twice as long."""
    stages: dict[str, list[int]] = {}
    for row in report.rows:
        stages.setdefault(str(row["stage"]), [0, 0, 0])[_age(row)] += 1
    bars = [_bar(stage, counts, words) for stage, counts in sorted(stages.items(), key=_by_count)]
    legend = [words.plain(key) for key in KEYS]
    return Plot(
        words.plain("chart-ageing"), as_of(report, words), bars[:MOST_ROWS], legend, colours=(0, 1, 3, 2)
    )


def _by_count(of_stage: tuple[str, Sequence[int]]) -> tuple[int, str]:
    return -sum(of_stage[1]), of_stage[0]


def _bar(stage: str, counts: Sequence[int], words: Language) -> Bar:
    said = words.plain("chart-of-deals", count=sum(counts), stale=counts[2])
    return Bar(stage, list(map(float, counts)), said)


def _age(row: Row) -> int:
    """0: no longer than usual, or nothing is known of it; 1: longer; 2: more than twice as long."""
    reasons = {each["reason"]: each.get("value") for each in row["reasons"]}
    if Why.STALE.value in reasons:
        return 2
    usual = reasons.get(Why.USUAL_DAYS.value)
    return int(usual is not None and reasons[Why.DAYS_IN_STAGE.value] > usual)
