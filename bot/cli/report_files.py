"""A report as JSON, CSV, XLSX, a picture or a table: to the terminal, or into a whole file or none."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import typer

from bot.cli.report_notes import sentence
from core.actions.reports.shape import Report, Row
from core.exchange.export import ExportRefused, cell_text, draft
from core.exchange.outgoing import Cell
from core.exchange.spreadsheet import TooMuchForXlsx
from core.notices.reports import Picture


def write_json(report: Report, out: Path | None) -> None:
    """One JSON document: money as decimal text, dates ISO, shares as numbers."""
    _put(json.dumps(document(report), ensure_ascii=False, indent=2, default=_plain) + "\n", out)


def document(report: Report) -> dict[str, Any]:
    """What the JSON holds."""
    return {
        "report": report.name,
        "as_of": report.as_of,
        "period": {"start": report.period.start, "end": report.period.end},
        "currency": report.currency,
        "filters": dict(report.filters),
        "rows": [dict(row) for row in report.rows],
        "totals": dict(report.totals),
        "notes": [sentence(note) for note in report.notes],
    }


def write_csv(report: Report, out: Path | None) -> None:
    """The rows as CSV; totals and notes are in the other formats."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(report.columns)
    writer.writerows([cell_text(cell) for cell in _cells(report.columns, row)] for row in report.rows)
    _put(file.getvalue(), out)


def write_xlsx(reports: Sequence[Report], out: Path | None, language: str) -> None:
    """A workbook in a language: a sheet of rows for each, one of totals and notes. Raises ExportRefused."""
    from bot.workbooks import write_reports

    if out is None:
        raise ValueError("a workbook needs a file")
    try:
        with draft(out.resolve()) as part:
            write_reports(part, reports, language)
    except TooMuchForXlsx as error:
        raise ExportRefused(str(error)) from None


def write_picture(picture: Picture, out: Path | None, language: str, dark: bool) -> None:
    """The picture as PNG, in a language. Raises ExportRefused."""
    from bot.charts import look
    from bot.charts.wording import worded
    from bot.texts import speak

    if out is None:
        raise ValueError("a picture needs a file")
    with draft(out.resolve()) as part:
        colours = look.DARK if dark else look.LIGHT
        part.write_bytes(look.picture(worded(picture, speak(language)), colours))


def write_table(report: Report, out: Path | None, language: str) -> None:
    """A table for a person, in their language."""
    from bot.cli.report_table import as_text

    _put(as_text(report, language), out)


def _put(text: str, out: Path | None) -> None:
    if out is None:
        typer.echo(text, nl=False)
        return
    with draft(out.resolve()) as part:
        part.write_text(text, encoding="utf-8", newline="")


def _cells(columns: Sequence[str], row: Row) -> list[Cell]:
    return [_cell(row.get(name)) for name in columns]


def _cell(value: Any) -> Cell:
    """A value for CSV: numbers as exact decimals, lists as one text."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, list):
        return "; ".join(_words(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{name} {_words(each)}" for name, each in value.items())
    found: Cell = value
    return found


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return str(value)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return cell_text(value)
    raise TypeError(f"not a value of a report: {value!r}")
