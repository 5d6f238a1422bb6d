"""CSV files as they are met: UTF-8 with or without BOM or Windows-1257; comma, semicolon or tab."""

import codecs
import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

from core.exchange.table import BadRow, FileUnreadable, Row, Table, checked, find_header

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
TOP_LINES = 20
CHUNK = 1 << 20
START = 4_096


def open_csv(path: Path, is_header: Callable[[Sequence[str]], int]) -> Table:
    """The table in a CSV file. Raises FileUnreadable for what is no text."""
    csv.field_size_limit(1 << 30)
    encoding = _encoding(path)
    delimiter = _delimiter(path, encoding)
    top = [
        row
        for row in islice(_raw_rows(path, encoding, delimiter, []), TOP_LINES)
        if isinstance(row, Row) and any(row.cells)
    ]
    if not top:
        raise FileUnreadable(f"{path} has no rows; export it again.")
    at = find_header(top, is_header)
    header = tuple(cell.strip() for cell in top[at].cells)
    position = [0]
    notes = []
    if encoding == "cp1257":
        notes.append("read as Windows-1257, since it is not UTF-8")
    if top[at].line > 1 and at:
        notes.append(f"the column names are in line {top[at].line}; what stands above was left out")

    def rows() -> Iterator[Row | BadRow]:
        for row in _raw_rows(path, encoding, delimiter, position):
            if isinstance(row, BadRow):
                yield row
            elif row.line > top[at].line and "".join(row.cells).strip():
                yield checked(row, len(header))

    return Table(header, rows, path.stat().st_size, lambda: position[0], notes)


def _encoding(path: Path) -> str:
    """The encoding of the whole file: what is not UTF-8 somewhere is Windows-1257."""
    with path.open("rb") as file:
        start = file.read(START)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if (unmarked := _without_mark(start)) is not None:
            return unmarked
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            if b"\x00" in start:
                raise FileUnreadable(f"{path} is not a text file; expected CSV or XLSX.") from None
            return "cp1257"
    return "utf-8-sig"


def _without_mark(start: bytes) -> str | None:
    """UTF-16 that does not say so: in the names of columns every other byte is zero."""
    even, odd = start[:200:2], start[1:200:2]
    for name, letters, zeros in (("utf-16-le", even, odd), ("utf-16-be", odd, even)):
        if zeros.count(0) > len(zeros) * 3 / 4 and 0 not in letters:
            return name
    return None


def _delimiter(path: Path, encoding: str) -> str:
    """The separator that splits the first lines best: into most cells, and equally many in each line."""
    with _text(path, encoding) as file:
        lines = [line[:100_000] for line in islice(file, TOP_LINES)]
    scores = {}
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row)]
        except csv.Error:
            widths = []
        usual = max(set(widths), key=widths.count, default=0)
        scores[delimiter] = (widths.count(usual) if usual > 1 else 0, usual)
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best][0] else ","


def _raw_rows(path: Path, encoding: str, delimiter: str, position: list[int]) -> Iterator[Row | BadRow]:
    """The rows as they stand, each with its first line; a broken one does not spoil those after it."""
    with _text(path, encoding) as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        while True:
            begins = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield BadRow(begins, _broken(str(error), begins, reader.line_num))
            else:
                if position and begins % 500 == 0:
                    position[0] = file.buffer.tell()
                yield Row(begins, cells)


def _broken(error: str, begins: int, ends: int) -> str:
    if "unexpected end" in error:
        return f"a quoted cell that begins here never ends: lines {begins} to {ends} were not read"
    return f"is not CSV: {error}"


def _text(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, errors="replace", newline="")
