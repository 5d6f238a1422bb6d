"""The forecast as a picture: what is won and expected, with its range, against the target."""

from bot.charts.look import MOST_ROWS, Bar, Plot
from bot.charts.words import as_of, brief_money, length, period
from bot.texts import Language
from core.actions.reports.shape import Report, Row

KINDS = {
    "floor": "chart-floor",
    "expected": "chart-expected",
    "best_case": "chart-best_case",
    "weighted": "chart-weighted",
}
"""The figures of a forecast, and what they are called."""


def forecast(report: Report, words: Language) -> Plot:
    """The three forecasts and the weighted figure one below the other; by groups, what each expects.

    What is won already is the same colour in all; the range is that of the middle 80 %.
    """
    legend = [words.plain("chart-won"), words.plain("chart-open")]
    by = report.filters.get("by")
    target = report.totals["target"]
    if by:
        bars = [_bar(str(row["group"] or "–"), "expected", row, report, words) for row in _largest(report)]
    else:
        bars = [_bar(words.plain(key), kind, report.totals, report, words) for kind, key in KINDS.items()]
    about = f"{period(report, words)} · {as_of(report, words)}"
    title = words.plain("chart-forecast")
    if target is None:
        return Plot(title, about, bars, legend, foot=words.plain("chart-no-target"))
    said = words.plain("chart-target", sum=brief_money(target, report, words))
    if by:
        return Plot(title, about, bars, legend, foot=said)
    return Plot(title, about, bars, legend, (length(target), said))


def _largest(report: Report) -> list[Row]:
    return sorted(report.rows, key=lambda row: -length(row["expected"]))[:MOST_ROWS]


def _bar(name: str, kind: str, row: Row, report: Report, words: Language) -> Bar:
    won = length(row["won"])
    parts = [won, max(length(row[kind]) - won, 0.0)]
    said = brief_money(row[kind], report, words)
    low, high = row["expected_low"], row["expected_high"]
    if kind != "expected" or low is None:
        return Bar(name, parts, said)
    ends = {"low": brief_money(low, report, words), "high": brief_money(high, report, words)}
    return Bar(name, parts, words.plain("chart-range", sum=said, **ends), length(low), length(high))
