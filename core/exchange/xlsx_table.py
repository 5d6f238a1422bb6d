"""XLSX files as rows of text cells: numbers and dates exact, merged cells filled down, formulas as values."""

import pickle
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from core.exchange.aside import Aside
from core.exchange.spreadsheet import unescaped
from core.exchange.table import BadRow, FileUnreadable, Number, Row, Table, checked, find_header

TOP_LINES = 20
CHUNK = 1 << 20
OVERLAP = 1 << 12
MOST_FILLED = 200_000
READ_AT_ONCE = 200

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, SyntaxError)
"""What reading a damaged file raises; a mistake in its XML is a SyntaxError."""

MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
UNCOMPUTED = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]+\d+)"[^>]*>'
    rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the sheet's own text says besides the values: merged ranges, formulas that were never computed.

    `filled` maps (row, column), from 1, to the row from which a merged cell has its value.
    """

    filled: dict[tuple[int, int], int] = field(default_factory=dict)
    uncomputed: list[str] = field(default_factory=list)


def open_xlsx(path: Path, name: str, is_header: Callable[[Sequence[str]], int]) -> Table:
    """The table in an XLSX file: the sheet called `name`, or else that whose names of columns are known best.

    Raises FileUnreadable.
    """
    with _workbook(path) as book:
        tops = {sheet.title: _top(sheet) for sheet in book.worksheets}
        scores = {title: max((is_header(row.cells) for row in top), default=0) for title, top in tops.items()}
        title = max(
            scores, key=lambda title: (title == name and scores[title] > 0, scores[title]), default=""
        )
        if not tops.get(title):
            raise FileUnreadable(f"{path} has no rows; export it again.")
        height = book[title].max_row or 0
        sheet = _scan(path, getattr(book[title], "_worksheet_path", ""))
    if sheet.uncomputed:
        raise FileUnreadable(
            f"{path} has formulas without a stored value ({', '.join(sheet.uncomputed[:5])}); open it in a "
            "spreadsheet program, save it, and try again."
        )
    top = tops[title]
    at = find_header(top, is_header)
    header = tuple(cell.strip() for cell in _without_tail(top[at].cells))
    position = [0]
    notes = [f'read from the sheet "{title}"'] if len(tops) > 1 and title != name else []
    if sheet.filled:
        notes.append("merged cells were taken as if each of them had the value")
    if at:
        notes.append(f"the column names are in line {top[at].line}; what stands above was left out")

    def rows() -> Iterator[Row | BadRow]:
        with _workbook(path) as book:
            for row in _filled(_rows(book[title]), sheet.filled):
                position[0] = row.line
                if row.line > top[at].line and any(row.cells):
                    yield checked(row, len(header))

    return Table(header, _Kept(rows).again, height, lambda: position[0], notes)


class _Kept:
    """Rows that are kept aside when they were gone through once: reading a workbook is slow."""

    def __init__(self, rows: Callable[[], Iterator[Row | BadRow]]) -> None:
        self._rows = rows
        self._aside: Aside | None = None

    def again(self) -> Iterator[Row | BadRow]:
        if self._aside is not None:
            for found in self._aside.steps("SELECT row FROM kept ORDER BY number", READ_AT_ONCE):
                yield from (pickle.loads(row) for (row,) in found)  # noqa: S301 - written by us a moment ago
            return
        aside = Aside("CREATE TABLE kept (number INTEGER PRIMARY KEY, row BLOB)")
        for row in self._rows():
            aside.put("INSERT INTO kept (row) VALUES (?)", (pickle.dumps(row),))
            yield row
        self._aside = aside


@contextmanager
def _workbook(path: Path) -> Iterator[Any]:
    try:
        openpyxl = import_module("openpyxl")
    except ImportError:
        raise FileUnreadable(
            "XLSX needs the package openpyxl; install it, or save the file as CSV."
        ) from None
    with path.open("rb") as file:
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        except BROKEN:
            raise FileUnreadable(
                f"{path} is no XLSX file, or it is cut off; export it again (of a ZIP, import its files)."
            ) from None
        try:
            yield book
        except BROKEN as error:
            raise FileUnreadable(f"{path} is damaged ({type(error).__name__}); export it again.") from None
        finally:
            book.close()


def _rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()
    for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield Row(line, [_text(cell) for cell in cells])


def _top(sheet: Any) -> list[Row]:
    if not hasattr(sheet, "reset_dimensions"):  # a chart
        return []
    return [row for row in islice(_rows(sheet), TOP_LINES) if any(row.cells)]


def _text(cell: object) -> str:
    """A cell's value as the text that stands for exactly it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        return Number(format(Decimal(repr(cell)), "f"))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return unescaped(str(cell))


def _without_tail(cells: Sequence[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _filled(rows: Iterator[Row], filled: dict[tuple[int, int], int]) -> Iterator[Row]:
    """The rows, each merged cell with the value of the one that shows it."""
    if not filled:
        yield from rows
        return
    kept: dict[int, str] = {}
    columns = {column for _, column in filled}
    for row in rows:
        cells = list(row.cells)
        for column in columns:
            if (row.line, column) in filled and column in kept:
                cells += [""] * (column - len(cells))
                cells[column - 1] = kept[column]
            else:
                kept[column] = cells[column - 1] if column <= len(cells) else ""
        yield Row(row.line, cells)


def _scan(path: Path, part: str) -> _Sheet:
    """Goes through the sheet's own text, a piece at a time."""
    found = _Sheet()
    with zipfile.ZipFile(path) as archive:
        if part.lstrip("/") not in archive.namelist():
            return found
        with archive.open(part.lstrip("/")) as file:
            rest = b""
            while piece := file.read(CHUNK):
                text = rest + piece
                for match in UNCOMPUTED.finditer(text):
                    if (name := match[1].decode()) not in found.uncomputed and len(found.uncomputed) < 10:
                        found.uncomputed.append(name)
                for match in MERGED.finditer(text):
                    _fill(found, *match.groups())
                rest = text[-OVERLAP:]
    return found


def _fill(sheet: _Sheet, left: bytes, top: bytes, right: bytes, bottom: bytes) -> None:
    """Notes a range that goes down; one that goes across is a heading, whose other cells have no value."""
    if left != right:
        return
    column = 0
    for letter in left.decode():
        column = column * 26 + ord(letter) - ord("A") + 1
    for line in range(int(top) + 1, min(int(bottom), int(top) + MOST_FILLED) + 1):
        sheet.filled[line, column] = int(top)
