"""Export: customers, deals and activities go into a file that import reads back unchanged."""

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, TextIO
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from core.exchange.fields import FIELDS, Kind
from core.exchange.outgoing import Cell, Outgoing
from core.exchange.plain_text import cleaned, guarded
from core.exchange.progress import Progress, silent
from core.exchange.spreadsheet import TooMuchForXlsx, still, write_workbook
from core.storage.database import Database

Rows = Iterable[Sequence[Cell]]


class ExportRefused(Exception):
    """The file was not written; one that was there before is as it was. The text says why and what next."""


def export_file(
    database: Database,
    kinds: Sequence[Kind],
    path: Path,
    zone: ZoneInfo,
    progress: Progress = silent,
) -> dict[Kind, int]:
    """Writes the records of `kinds` as they are at one moment; returns how many of each.

    The ending of `path` says the format: .csv (one kind only), .xlsx or .zip (a CSV a kind). The same records
    give the same bytes. What was at `path` is replaced when all is written, not before. Raises ExportRefused.
    """
    write = WRITERS[path.suffix.casefold()]
    counts = dict.fromkeys(kinds, 0)

    def rows(outgoing: Outgoing, kind: Kind) -> Rows:
        total = outgoing.count(kind)
        for row in outgoing.rows(kind):
            yield row
            counts[kind] += 1
            if counts[kind] % 1_000 == 0:
                progress(f"Writing {kind}", counts[kind], total)

    try:
        with draft(path.resolve()) as part, one_state(database) as session:
            outgoing = Outgoing(session, zone)
            write(part, ((kind, rows(outgoing, kind)) for kind in kinds))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportRefused(f"{path} could not be written: {reason}; name another file.") from None
    except TooMuchForXlsx as error:
        raise ExportRefused(str(error)) from None
    return counts


@contextmanager
def one_state(database: Database) -> Iterator[Session]:
    """A session that sees the database as it is at one moment, all its queries the same."""
    with database.reading() as session:
        if not database.is_sqlite:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield session


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place when all went well, and else is gone."""
    part = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        yield part
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write_csv(path: Path, tables: Iterable[tuple[Kind, Rows]]) -> None:
    with path.open("x", encoding="utf-8", newline="") as file:
        for kind, rows in tables:
            _write_table(file, kind, rows)


def _write_zip(path: Path, tables: Iterable[tuple[Kind, Rows]]) -> None:
    with ZipFile(path, "x", ZIP_DEFLATED, allowZip64=True) as archive:
        for kind, rows in tables:
            with archive.open(still(f"{kind}.csv"), "w", force_zip64=True) as part, _as_text(part) as file:
                _write_table(file, kind, rows)


def _as_text(part: IO[bytes]) -> TextIO:
    return io.TextIOWrapper(part, encoding="utf-8", newline="")


def _write_xlsx(path: Path, tables: Iterable[tuple[Kind, Rows]]) -> None:
    write_workbook(path, ((kind, FIELDS[kind], rows) for kind, rows in tables))


def _write_table(file: TextIO, kind: Kind, rows: Rows) -> None:
    writer = csv.writer(file)
    writer.writerow(FIELDS[kind])
    for row in rows:
        writer.writerow([cell_text(cell) for cell in row])


def cell_text(cell: Cell) -> str:
    """A cell as CSV has it: no text that a spreadsheet program would compute."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cleaned(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return amount_text(cell)
    return str(cell)


def amount_text(amount: Decimal) -> str:
    """An amount with two decimals, or four where it has more, so that its point cannot mean thousands."""
    cents = amount.quantize(Decimal("0.01"))
    return str(cents if cents == amount else amount.quantize(Decimal("0.0001")))


WRITERS: dict[str, Callable[[Path, Iterable[tuple[Kind, Rows]]], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
    ".zip": _write_zip,
}
