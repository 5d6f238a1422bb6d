"""Writing XLSX: one sheet a kind, each row as it comes, the same bytes for the same records."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from core.exchange.outgoing import Cell
from core.exchange.plain_text import cleaned, guarded

Rows = Iterable[Sequence[Cell]]

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576
FIRST_DAY = date(1900, 3, 1)
"""Before it spreadsheet programs count days differently."""

STILL = datetime(1980, 1, 1)  # noqa: DTZ001 - neither format knows zones
"""The time of all parts, so that a file tells only of its records."""

UNKEPT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold, and what would be read as one that was escaped."""


class TooMuchForXlsx(Exception):
    """A text or table is too long for this format. The text says which and what next."""


def write_workbook(path: Path, sheets: Iterable[tuple[str, Sequence[str], Rows]]) -> None:
    """Writes a sheet for each title, header and rows. Raises TooMuchForXlsx."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    for title, header, rows in sheets:
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        sheet.append(list(header))
        try:
            for row in _cells(title, header, rows):
                sheet.append(row)
        finally:
            sheet.close()
    book.properties.created = book.properties.modified = STILL
    with StillZip(path, "x", ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(book, archive).save()


def _cells(title: str, header: Sequence[str], rows: Rows) -> Iterator[list[Any]]:
    """The rows as a spreadsheet program knows them, as far as it can hold them."""
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise TooMuchForXlsx(f"XLSX holds {MOST_ROWS - 1:,} {title} at most; export to CSV instead.")
        cells = [cell_of(value) for value in row]
        for name, cell in zip(header, cells, strict=True):
            if isinstance(cell, str) and len(cell) > LONGEST_TEXT:
                raise TooMuchForXlsx(
                    f"{name} of {row[0]} has {len(cell):,} characters; a cell of XLSX holds "
                    f"{LONGEST_TEXT:,}. Export to CSV instead."
                )
        yield cells


def unescaped(text: str) -> str:
    """A text as XLSX keeps it, with the characters that were escaped."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005F|FFF[EF])_")


def cell_of(value: Cell) -> Any:
    """A value as a spreadsheet program knows it, where that keeps it exactly; else as text."""
    if isinstance(value, Decimal):
        return value if Decimal("%.16g" % value) == value == Decimal(repr(float(value))) else str(value)  # noqa: UP031 - as openpyxl writes it
    if isinstance(value, date):
        return value if value >= FIRST_DAY else value.isoformat()
    if isinstance(value, str):
        text = guarded(cleaned(value))
        return UNKEPT.sub(lambda found: f"_x{ord(found[0]):04X}_", text) or None
    return value


class StillZip(ZipFile):
    """A ZIP file whose parts have no time of their own."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(still(str(zinfo_or_arcname)), data, ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        from shutil import copyfileobj

        with open(filename, "rb") as part, self.open(still(str(arcname or filename)), "w") as target:
            copyfileobj(part, target)


def still(name: str) -> ZipInfo:
    """A part of a ZIP file, to be packed, without a time of its own."""
    part = ZipInfo(name, STILL.timetuple()[:6])
    part.compress_type = ZIP_DEFLATED
    part.external_attr = 0o600 << 16
    return part
