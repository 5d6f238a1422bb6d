"""Files as rows of text cells: what the rest of the exchange reads, whatever the format."""

import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unicodedata import is_normalized
from zipfile import BadZipFile, ZipFile

from core.exchange.plain_text import cleaned, unguarded

LONGEST_CELL = 100_000


class Number(str):
    """The text of a cell that holds a number, not words: a point in it stands before decimals."""

    __slots__ = ()


class Row(NamedTuple):
    """A row and the line of the file where it begins, the first line being 1."""

    line: int
    cells: Sequence[str]


class BadRow(NamedTuple):
    """A row that the file itself spoils, and why."""

    line: int
    reason: str


class FileUnreadable(Exception):
    """The file cannot be read as a table. The text says why and what next."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file's column names and its rows, which can be gone through again and again.

    `notes` says what was found out about the file (encoding, separator, skipped lines) where that is news.
    `rows` gives the bytes read so far with each row, so that progress can be shown against `size`.
    """

    header: tuple[str, ...]
    rows: Callable[[], Iterator[Row | BadRow]]
    size: int
    position: Callable[[], int]
    notes: list[str] = field(default_factory=list)


@contextmanager
def open_table(path: Path, name: str, is_header: Callable[[Sequence[str]], int]) -> Iterator[Table]:
    """The table in a CSV or XLSX file, or in the CSV called `name` of a ZIP; readable as long as it is open.

    `is_header` counts the cells of a row that are names of columns. Raises FileUnreadable.
    """
    with TemporaryDirectory() as folder:
        part = _unpacked(path, f"{name}.csv", Path(folder))
        yield _table(part or path, name, is_header)


def _table(path: Path, name: str, is_header: Callable[[Sequence[str]], int]) -> Table:
    from core.exchange.csv_table import open_csv

    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise FileUnreadable(f"{path} cannot be read: {error.strerror}.") from None
    if not start:
        raise FileUnreadable(f"{path} is empty; export it again.")
    if start.startswith(b"PK\x03\x04"):
        from core.exchange.xlsx_table import open_xlsx

        return open_xlsx(path, name, is_header)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileUnreadable(f"{path} is an old .xls file; save it as .xlsx or CSV.")
    return open_csv(path, is_header)


def _unpacked(path: Path, name: str, folder: Path) -> Path | None:
    """The part of a ZIP file that has this name, in a file of its own; None where there is none."""
    try:
        with ZipFile(path) as archive, archive.open(name) as part, (folder / name).open("xb") as file:
            shutil.copyfileobj(part, file)
    except (OSError, KeyError, BadZipFile, zlib.error, EOFError):
        return None
    return folder / name


def find_header(rows: Sequence[Row], is_header: Callable[[Sequence[str]], int]) -> int:
    """Which of the first rows has the names: the one with most that are known, the first row if none has."""
    scores = [is_header(row.cells) for row in rows]
    return scores.index(max(scores)) if scores else 0


def checked(row: Row, width: int) -> Row | BadRow:
    """The row, cut or filled to `width` cells; a BadRow where that would lose or invent something."""
    cells = _tidied(row.cells)
    longest = max(map(len, cells), default=0)
    if longest > LONGEST_CELL:
        return BadRow(row.line, f"a cell has {longest:,} characters; at most {LONGEST_CELL:,} can be taken")
    if len(cells) == width:
        return Row(row.line, cells)
    if len(cells) > width and any(cells[width:]):
        return BadRow(
            row.line,
            f"has {len(cells)} cells where the header has {width}: a separator inside a cell without quotes?",
        )
    if len(cells) < width:
        if any(cells) and len(cells) == 1 and width > 2:
            return BadRow(row.line, f"has 1 cell of {width}: is the file cut off here?")
        cells += [""] * (width - len(cells))
    return Row(row.line, cells[:width])


def _tidied(cells: Sequence[str]) -> list[str]:
    """The cells cleaned and without guards; most rows have nothing of it, which one look at all tells."""
    if Number not in set(map(type, cells)):
        row = "\t".join(cells)
        if "'" not in row and "\x00" not in row and is_normalized("NFC", row):
            return list(map(str.strip, cells))
    return [cell if isinstance(cell, Number) else unguarded(cleaned(cell)) for cell in cells]
