"""The lead funnel as a picture: how many came from each source, and what became of them."""

from core.actions.pictures.measures import MOST_ROWS, length, percent
from core.actions.reports.shape import Report, Row
from core.notices.reports import Bar, Figure, Picture

KEYS = ("chart-qualified", "chart-still-here", "chart-disqualified")


def leads(report: Report) -> Picture:
    """A bar for each source: qualified, still there, disqualified; those that brought most first."""
    rows = sorted(report.rows, key=lambda row: -int(row["entered"]))[:MOST_ROWS]
    return Picture(
        title="chart-leads",
        start=report.period.start,
        end=report.period.end,
        bars=[_bar(row) for row in rows],
        legend=[Figure(key=key) for key in KEYS],
        colours=(0, 1, 2),
    )


def _bar(row: Row) -> Bar:
    parts = [length(row[name]) for name in ("qualified", "still_here", "disqualified")]
    said = Figure(key="chart-of-leads", count=int(row["entered"]), percent=percent(row["conversion"]))
    source = row["source"]
    return Bar(name=source or "", key="" if source else "chart-no-source", parts=parts, said=said)
