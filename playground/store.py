"""Where the state lies: records by kind and key in one SQLite file, or nowhere."""

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Store:
    """Keeps JSON records; what is put is on disk before a request is answered, else by the end of the
    event loop's turn.

    Without a directory nothing is kept. SQLite in WAL: a killed process loses nothing it had committed.
    """

    def __init__(self, directory: Path | None) -> None:
        self.directory = directory
        self._pending = False
        self._database: sqlite3.Connection | None = None
        if directory:
            directory.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(directory / "playground.sqlite3", isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS record "
                "(kind TEXT, key TEXT, body TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID"
            )

    def load(self, kind: str) -> Iterator[tuple[str, Any]]:
        """All records of a kind as (key, value)."""
        if self._database:
            rows = self._database.execute("SELECT key, body FROM record WHERE kind = ?", (kind,)).fetchall()
            for key, body in rows:
                yield key, json.loads(body)

    def put(self, kind: str, key: object, value: Any) -> None:
        """Keeps the value under the key, replacing what was there."""
        if self._database:
            self._begin()
            body = json.dumps(value, ensure_ascii=False)
            self._database.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", (kind, str(key), body))

    def drop(self, kind: str, key: object) -> None:
        """Forgets the record, when there is one."""
        if self._database:
            self._begin()
            self._database.execute("DELETE FROM record WHERE kind = ? AND key = ?", (kind, str(key)))

    def _begin(self) -> None:
        if self._pending or not self._database:
            return
        self._database.execute("BEGIN IMMEDIATE")
        self._pending = True
        try:
            asyncio.get_running_loop().call_soon(self.commit)
        except RuntimeError:
            self.commit()

    def commit(self) -> None:
        """Writes what is pending."""
        if self._pending and self._database:
            self._pending = False
            self._database.execute("COMMIT")

    def close(self) -> None:
        """Writes what is pending and closes the file."""
        self.commit()
        if self._database:
            self._database.close()
            self._database = None
