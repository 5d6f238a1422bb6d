"""The lead funnel as a picture: how many came from each source, and what became of them."""

from bot.charts.look import MOST_ROWS, Bar, Plot
from bot.charts.words import length, period, share
from bot.texts import Language
from core.actions.reports.shape import Report, Row


def leads(report: Report, words: Language) -> Plot:
    """A bar for each source: qualified, still there, disqualified."""
    bars = [_bar(row, words) for row in report.rows]
    legend = [words.plain(key) for key in ("chart-qualified", "chart-still-here", "chart-disqualified")]
    return Plot(words.plain("chart-leads"), period(report, words), bars[:MOST_ROWS], legend)


def _bar(row: Row, words: Language) -> Bar:
    parts = [length(row[name]) for name in ("qualified", "still_here", "disqualified")]
    name = row["source"] or words.plain("chart-no-source")
    said = words.plain(
        "chart-of-leads", count=int(row["entered"]), rate=share(row["conversion"], words) or "–"
    )
    return Bar(str(name), parts, said)
