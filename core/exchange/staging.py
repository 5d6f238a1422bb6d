"""Rows set aside in a private file until all of them are known to be good, so that memory stays flat."""

from collections.abc import Iterator, Sequence

import msgspec

from core.exchange.aside import Aside
from core.exchange.rows import ActivityRow, AnyRow, CompanyRow, DealRow, PersonRow

STEP = 500


class Staging:
    """Keeps rows in the order they came."""

    def __init__(self) -> None:
        self._aside = Aside(
            "CREATE TABLE staged (line INTEGER PRIMARY KEY, external_id TEXT UNIQUE, body BLOB)"
        )
        self._encoder = msgspec.msgpack.Encoder()
        self.count = 0
        self.any_without_id = False

    def add(self, row: AnyRow) -> int | None:
        """Keeps a row; returns the line of the earlier row that has the same external id, if one has."""
        values = (row.line, row.external_id, self._encoder.encode(row))
        if not self._aside.put("INSERT OR IGNORE INTO staged VALUES (?, ?, ?)", values):
            return int(self._aside.one("SELECT line FROM staged WHERE external_id = ?", (row.external_id,)))
        self.count += 1
        self.any_without_id = self.any_without_id or row.external_id is None
        return None

    def steps(self) -> Iterator[Sequence[AnyRow]]:
        """The rows again, some hundreds at a time."""
        decoder = msgspec.msgpack.Decoder(CompanyRow | PersonRow | DealRow | ActivityRow)
        for found in self._aside.steps("SELECT body FROM staged ORDER BY line", STEP):
            yield [decoder.decode(body) for (body,) in found]

    def close(self) -> None:
        self._aside.close()
