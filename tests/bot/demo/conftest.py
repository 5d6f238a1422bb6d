"""The sample year as it is on one day, built once for all tests that look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select
from sqlalchemy.orm import Session

from bot.demo import keeping
from core.actions.work import TeamSettings
from core.storage.database import Database

NOW = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
"""A Thursday afternoon."""


class Year:
    """The sample in a database file, to be asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database(f"sqlite:///{path}")

    def rows(self, query: Select[Any]) -> list[Any]:
        with self.database.reading() as session:
            return [tuple(row) for row in session.execute(query)]

    def records(self, query: Select[Any]) -> list[Any]:
        with self.database.reading() as session:
            return list(session.scalars(query))

    def one(self, query: Select[Any]) -> Any:
        with self.database.reading() as session:
            return session.scalar(query)

    @contextmanager
    def trial(self) -> Iterator[Session]:
        """A transaction of which nothing stays."""
        with self.database.writing() as session:
            yield session
            session.rollback()


@pytest.fixture(scope="session")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="session")
def year(kept_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    path = tmp_path_factory.mktemp("year") / "piltuvelis.sqlite3"
    keeping.put(path, TeamSettings(), NOW, kept_folder, lambda: None)
    built = Year(path)
    yield built
    built.database.close()
