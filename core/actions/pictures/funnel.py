"""The sales funnel as a picture: what stands in each stage, and how much of what came in went on."""

from collections.abc import Sequence

from core.actions.pictures.measures import MOST_ROWS, length, money, percent
from core.actions.reports.shape import Report, Row
from core.notices.reports import Bar, Figure, Picture


def funnel(report: Report) -> Picture:
    """A bar for each open stage by the value that stands in it; of several pipelines, one after the other."""
    rows = [row for row in report.rows if row["kind"] == "open"]
    several = len({(row.get("group"), row["pipeline"]) for row in rows}) > 1
    totals = report.totals
    foot = Figure(
        key="chart-funnel-foot",
        count=int(totals["won_count"]),
        sum=money(totals["won_value"], report),
        percent=percent(totals["win_rate"]),
    )
    bars = [_bar(row, several, report) for row in _shown(rows)]
    return Picture(title="chart-funnel", as_of=report.as_of, bars=bars, foot=foot)


def _shown(rows: Sequence[Row]) -> Sequence[Row]:
    """Of too many stages those without a deal are left out first."""
    if len(rows) > MOST_ROWS:
        rows = [row for row in rows if row["standing_count"]]
    return rows[:MOST_ROWS]


def _bar(row: Row, several: bool, report: Report) -> Bar:
    where = [str(row.get("group") or ""), str(row["pipeline"])] if several else []
    share = percent(row["conversion"])
    said = Figure(
        key="chart-standing" if share is None else "chart-going-on",
        count=int(row["standing_count"]),
        sum=money(row["standing_value"], report),
        percent=share,
    )
    name = " · ".join([*filter(None, where), str(row["stage"])])
    return Bar(name=name, parts=[length(row["standing_value"])], said=said)
