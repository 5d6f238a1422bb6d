"""A report as a table for a person."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cells import SHARES, in_words
from bot.cli.report_notes import sentence
from bot.texts import Language, speak
from core.actions.reports.shape import Report

WORDY = ("reasons", "by_kind", "drivers", "missing")
"""Columns that hold a list, and may take several lines."""

WIDTH = 200


def as_text(report: Report, language: str) -> str:
    """Head, rows, totals and notes in that language, as wide as they need."""
    words = speak(language)
    console = Console(file=StringIO(), width=WIDTH, highlight=False, soft_wrap=True)
    console.print(_head(report, words), markup=False)
    table = Table(box=None, padding=(0, 2, 0, 0))
    numbers = {name for row in report.rows for name, value in row.items() if _is_number(value)}
    for name in report.columns:
        called = words.plain("column", name=name)
        table.add_column(called, justify="right" if name in numbers else "left", no_wrap=name not in WORDY)
    by = report.filters.get("by")
    for row in report.rows:
        table.add_row(
            *(Text(shown(name, in_words(name, row.get(name), words, by))) for name in report.columns)
        )
    console.print(table)
    for line in _below(report, words):
        console.print(line, markup=False)
    file = console.file
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"  # type: ignore[attr-defined]


def shown(name: str, value: Any) -> str:
    """A value in a cell; nothing where there is none."""
    if value is None:
        return ""
    if isinstance(value, float) and name in SHARES:
        return f"{value:.1%}"
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(_item(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {shown(name, each)}" for key, each in value.items())
    return str(value)


def _item(each: Any) -> str:
    return "=".join(str(part) for part in each.values()) if isinstance(each, dict) else str(each)


def _head(report: Report, words: Language) -> str:
    parts = [words.plain("table-heading", name=report.name)]
    parts.append(words.plain("table-as-of", day=report.as_of.isoformat()))
    start, end = report.period.start.isoformat(), report.period.end.isoformat()
    parts.append(words.plain("table-period", start=start, end=end))
    for name, value in report.filters.items():
        said = words.plain("column", name=value) if name == "by" else value
        parts.append(f"{words.plain('column', name=name)} {said}")
    return ", ".join([*parts, report.currency])


def _below(report: Report, words: Language) -> Iterator[str]:
    yield ""
    for name, value in report.totals.items():
        yield f"{words.plain('column', name=name)}: {shown(name, in_words(name, value, words)) or '–'}"
    for note in report.notes:
        yield words.plain("table-note", text=sentence(note, words.code))


def _is_number(value: Any) -> bool:
    return isinstance(value, Decimal | int | float)
