"""A private database file for what is too much for memory; it has no name and is gone with its connection.

Names are kept in it as their 64-bit hashes, which make its indexes a fraction of the size: among a million
names two that have the same by chance are met once in thirty million files.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

CACHE_KIB = 32_768


class Aside:
    """Tables that nobody else sees and no crash leaves behind."""

    def __init__(self, *tables: str) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{CACHE_KIB}"):
            self._file.execute(f"PRAGMA {pragma}")
        for table in tables:
            self._file.execute(table)
        self._file.execute("BEGIN")

    def put(self, sql: str, values: Sequence[Any]) -> bool:
        """Writes; says whether a row was written."""
        return self._file.execute(sql, values).rowcount > 0

    def put_all(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Writes many rows, taking them as they come."""
        self._file.executemany(sql, rows)

    def one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row; None where there is none."""
        found = self._file.execute(sql, values).fetchone()
        return found[0] if found is not None else None

    def column(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """The first column of all rows."""
        return [found[0] for found in self._file.execute(sql, values)]

    def steps(self, sql: str, size: int) -> Iterator[list[Any]]:
        """The rows of a query, a step at a time; the tables may be read meanwhile, not written."""
        cursor = self._file.execute(sql)
        while found := cursor.fetchmany(size):
            yield found

    def close(self) -> None:
        self._file.close()
