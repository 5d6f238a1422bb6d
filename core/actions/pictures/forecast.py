"""The forecast as a picture: what is won and expected, with its range, against the target."""

from collections.abc import Mapping

from core.actions.pictures.measures import MOST_ROWS, about, length, money
from core.actions.reports.shape import Report, Row
from core.notices.reports import Bar, Figure, Picture

KINDS: Mapping[str, str] = {
    "floor": "chart-floor",
    "expected": "chart-expected",
    "best_case": "chart-best_case",
    "weighted": "chart-weighted",
}
"""The figures of a forecast, and what they are called."""


def forecast(report: Report) -> Picture:
    """The three forecasts and the weighted figure one below the other; by groups, what each expects.

    What is won already is the same colour in all; the range is that of the middle 80 %.
    """
    by = report.filters.get("by")
    if by:
        rows = sorted(report.rows, key=lambda row: -length(row["expected"]))[:MOST_ROWS]
        bars = [_bar(str(row["group"] or "–"), "", "expected", row, report) for row in rows]
    else:
        bars = [_bar("", key, kind, report.totals, report) for kind, key in KINDS.items()]
    target = report.totals["target"]
    said = Figure(key="chart-no-target" if target is None else "chart-target", sum=money(target, report))
    is_marked = target is not None and not by
    return Picture(
        title="chart-forecast",
        start=report.period.start,
        end=report.period.end,
        as_of=report.as_of,
        bars=bars,
        legend=[Figure(key="chart-won"), Figure(key="chart-open")],
        marked=length(target) if is_marked else None,
        mark=said if is_marked else None,
        foot=None if is_marked else said,
    )


def _bar(name: str, key: str, kind: str, row: Row, report: Report) -> Bar:
    won, amount = length(row["won"]), row[kind]
    low, high = about(row["expected_low"]), about(row["expected_high"])
    if kind == "expected":
        amount = about(amount)
    parts = [won, max(length(amount) - won, 0.0)]
    if kind != "expected" or low is None or low == high:
        said = Figure(key="chart-sum", sum=money(amount, report))
        return Bar(name=name, key=key, parts=parts, said=said)
    said = Figure(
        key="chart-range",
        sum=money(amount, report),
        least=money(low, report),
        most=money(high, report),
    )
    return Bar(name=name, key=key, parts=parts, said=said, low=length(low), high=length(high))
