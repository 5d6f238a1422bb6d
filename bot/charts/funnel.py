"""The sales funnel as a picture: what stands in each stage, and how much of what came in went on."""

from bot.charts.look import MOST_ROWS, Bar, Plot
from bot.charts.words import as_of, brief_money, length, share
from bot.texts import Language
from core.actions.reports.shape import Report, Row


def funnel(report: Report, words: Language) -> Plot:
    """A bar for each open stage by the value that stands in it; of several pipelines, one after the other."""
    rows = [row for row in report.rows if row["kind"] == "open"]
    several = len({(row.get("group"), row["pipeline"]) for row in rows}) > 1
    bars = [_bar(row, several, report, words) for row in rows]
    totals = report.totals
    foot = words.plain(
        "chart-funnel-foot",
        won=int(totals["won_count"]),
        sum=brief_money(totals["won_value"], report, words) or "0",
        rate=share(totals["win_rate"], words) or "–",
    )
    return Plot(words.plain("chart-funnel"), as_of(report, words), bars[:MOST_ROWS], foot=foot)


def _bar(row: Row, several: bool, report: Report, words: Language) -> Bar:
    where = [str(row.get("group") or ""), str(row["pipeline"])] if several else []
    name = " · ".join([*filter(None, where), str(row["stage"])])
    said = words.plain(
        "chart-standing",
        count=int(row["standing_count"]),
        sum=brief_money(row["standing_value"], report, words),
    )
    if row["conversion"] is not None:
        said = words.plain("chart-going-on", said=said, rate=share(row["conversion"], words))
    return Bar(name, [length(row["standing_value"])], said)
