"""Reports as a workbook for people: a sheet with a real table for each, and one with what else is said."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from bot.cells import SHARES, in_words
from bot.texts import Language, speak
from core.actions.reports.shape import Report
from core.exchange.spreadsheet import STILL, StillZip, TooMuchForXlsx, cell_of

MOST_ROWS = 1_048_575
NARROW, WIDE = 8, 60
PADDING = 4
"""Room for the arrow of the filter."""

TEXT = "s"
"""The type of a cell that is never computed."""

STYLE = "TableStyleLight1"

COUNT, NUMBER, MONEY, FINE_MONEY, SHARE, DAY = (
    *("#,##0", "#,##0.0#", "#,##0.00", "#,##0.0000"),
    *("0.0%", "yyyy-mm-dd"),
)


def write_reports(path: Path, reports: Sequence[Report], language: str) -> None:
    """Writes them in the language; the same reports, the same bytes. Raises TooMuchForXlsx.

    Text stays text: none of it is ever computed.
    """
    words, book = speak(language), Workbook()
    book.remove(book.worksheets[0])
    for report in reports:
        _report(book, report, words)
    _about(book, reports, words)
    book.properties.created = book.properties.modified = STILL
    with StillZip(path, "x", ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(book, archive).save()


def _report(book: Workbook, report: Report, words: Language) -> None:
    if len(report.rows) > MOST_ROWS:
        raise TooMuchForXlsx(f"XLSX holds {MOST_ROWS:,} rows at most; write CSV instead.")
    sheet = book.create_sheet(_title(report, words))
    by = report.filters.get("by")
    rows = [[in_words(name, row.get(name), words, by) for name in report.columns] for row in report.rows]
    kinds = [report.columns] * len(rows)
    _table(sheet, report.name, _headings(report.columns, words), rows, kinds)


def _title(report: Report, words: Language) -> str:
    return words.plain("sheet", name=report.name)


def _headings(columns: Sequence[str], words: Language) -> list[str]:
    """What the columns are called; a table wants no two alike."""
    found: list[str] = []
    for name in columns:
        called = words.plain("column", name=name)
        found.append(called if called not in found else f"{called} ({name})")
    return found


def _about(book: Workbook, reports: Sequence[Report], words: Language) -> None:
    """Of each report the totals, the moment, the period, what it leaves out, and its notes."""
    sheet = book.create_sheet(words.plain("sheet-about"))
    said = [(_title(report, words), *line) for report in reports for line in _said(report, words)]
    headings = [words.plain("sheet-column", what=what) for what in ("report", "what", "value")]
    _table(sheet, "about", headings, [row[:3] for row in said], [("", "", row[3]) for row in said])


def _said(report: Report, words: Language) -> Iterator[tuple[str, Any, str]]:
    """What is said, its value, and the column whose kind of number it is."""
    for name, plain in report.totals.items():
        value = in_words(name, plain, words)
        if isinstance(value, dict):
            yield from (
                (f"{words.plain('column', name=name)}: {part}", each, name) for part, each in value.items()
            )
        else:
            yield words.plain("column", name=name), value, name
    about = {"as_of": report.as_of, "start": report.period.start, "end": report.period.end}
    for name, value in (about | {"currency": report.currency}).items():
        yield words.plain("sheet-about-line", name=name), value, ""
    for name, text in report.filters.items():
        yield words.plain("column", name=name), words.plain("column", name=text) if name == "by" else text, ""
    for note in report.notes:
        yield words.plain("sheet-about-line", name="note"), words.plain(note.key, **note.fields), ""


def _table(
    sheet: Worksheet,
    name: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Any]],
    kinds: Sequence[Sequence[str]],
) -> None:
    """A table whose header stays above it. `kinds`: of each cell the column that says what number it is."""
    sheet.append(list(headings))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    widths = [len(each) for each in headings]
    for number, (row, of_row) in enumerate(zip(rows, kinds, strict=True), start=2):
        for place, (column, value) in enumerate(zip(of_row, row, strict=True)):
            widths[place] = max(widths[place], _put(sheet, number, place + 1, column, value))
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = min(max(width + PADDING, NARROW), WIDE)
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(headings))
    table = Table(displayName=f"report_{name}", ref=f"A1:{last}{max(len(rows), 1) + 1}")
    table.tableStyleInfo = TableStyleInfo(name=STYLE, showRowStripes=True)
    sheet.add_table(table)


def _put(sheet: Worksheet, row: int, place: int, column: str, value: Any) -> int:
    """Writes the cell; returns how many characters it takes."""
    shown = cell_of(value)
    cell = sheet.cell(row, place, shown)
    if isinstance(shown, str):
        cell.data_type = TEXT
        cell.alignment = Alignment(wrap_text=len(shown) > WIDE, vertical="top")
        return len(shown)
    cell.number_format = number_format(column, shown)
    return 0 if shown is None else len(f"{shown:,}" if isinstance(shown, Decimal | int | float) else DAY)


def number_format(column: str, value: Any) -> str:
    """How a value is shown: shares in percent, money to the cent, or finer where it is."""
    if isinstance(value, date):
        return DAY
    if column in SHARES and isinstance(value, Decimal | float):
        return SHARE
    if isinstance(value, Decimal):
        return MONEY if value == round(value, 2) else FINE_MONEY
    if isinstance(value, float):
        return NUMBER
    return COUNT if isinstance(value, int) else "General"
