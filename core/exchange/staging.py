"""Rows set aside in a private file until all of them are known to be good, so that memory stays flat."""

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from core.exchange.rows import ActivityRow, AnyRow, CompanyRow, DealRow, PersonRow

STEP = 1_000


class Staging:
    """Keeps rows in the order they came; the file has no name and is gone with this object."""

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("PRAGMA journal_mode=OFF")
        self._file.execute("PRAGMA synchronous=OFF")
        self._file.execute(
            "CREATE TABLE staged (line INTEGER PRIMARY KEY, external_id TEXT UNIQUE, body BLOB)"
        )
        self._file.execute("BEGIN")
        self.count = 0
        self.any_without_id = False

    def add(self, row: AnyRow) -> int | None:
        """Keeps a row; returns the line of the earlier row that has the same external id, if one has."""
        body = msgspec.msgpack.encode(row)
        written = self._file.execute(
            "INSERT OR IGNORE INTO staged VALUES (?, ?, ?)", (row.line, row.external_id, body)
        )
        if not written.rowcount:
            same = self._file.execute("SELECT line FROM staged WHERE external_id = ?", (row.external_id,))
            return int(same.fetchone()[0])
        self.count += 1
        self.any_without_id = self.any_without_id or row.external_id is None
        return None

    def steps(self) -> Iterator[Sequence[AnyRow]]:
        """The rows again, a thousand at a time."""
        decoder = msgspec.msgpack.Decoder(CompanyRow | PersonRow | DealRow | ActivityRow)
        cursor = self._file.execute("SELECT body FROM staged ORDER BY line")
        while found := cursor.fetchmany(STEP):
            yield [decoder.decode(body) for (body,) in found]

    def close(self) -> None:
        self._file.close()
