"""A database with two pipelines, and a shortcut to import a text into it."""

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from core.actions.work import TeamSettings
from core.exchange.export import export_file
from core.exchange.fields import Kind
from core.exchange.imports import Wishes, import_file
from core.exchange.outcome import Outcome
from core.model import Base, Stage
from core.storage.database import Database
from core.storage.pipelines import PipelinePlan, StagePlan, sync
from core.terms import Category, StageMeaning

NOW = datetime(2026, 11, 24, 8, 15, tzinfo=UTC)
TEAM = TeamSettings(name="Lentpjūvė")


def _stages(*names: str) -> tuple[StagePlan, ...]:
    pairs = zip(names, StageMeaning, strict=True)
    return tuple(StagePlan(name, meaning, 50, Category.PIPELINE) for name, meaning in pairs)


PIPELINES = (
    PipelinePlan(
        "Objektai", _stages("Užklausa", "Įvertinta", "Pasiūlymas", "Derybos", "Laimėta", "Prarasta")
    ),
    PipelinePlan("Prekyba", _stages("Lead", "Qualified", "Offer", "Talks", "Won", "Lost")),
)


@dataclass
class Desk:
    """Where files are imported."""

    database: Database
    folder: Path

    def take(self, kind: str, content: str | bytes, **wishes: Any) -> Outcome:
        path = self.folder / f"{kind}.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return import_file(self.database, Kind(kind), path, TEAM, NOW, Wishes(**wishes))

    def take_file(self, kind: str, path: Path) -> Outcome:
        return import_file(self.database, Kind(kind), path, TEAM, NOW)

    def give(self, kinds: Sequence[Kind], name: str) -> Path:
        path = self.folder / name
        export_file(self.database, kinds, path, ZoneInfo(TEAM.zone))
        return path

    def all(self, record: type[Base]) -> list[Any]:
        with self.database.reading() as session:
            return list(session.scalars(select(record).order_by(record.__table__.c.id)))

    def stage_names(self) -> dict[int, str]:
        return {stage.id: stage.name for stage in self.all(Stage)}


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[Desk]:
    database = Database(database_url)
    with database.writing() as session:
        sync(session, PIPELINES)
    yield Desk(database, tmp_path)
    database.close()


@pytest.fixture
def source(sqlite_template: Path, tmp_path: Path) -> Iterator[Desk]:
    """Another desk, with an embedded database, from which files come."""
    folder = tmp_path / "source"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "source.sqlite3")
    database = Database(f"sqlite:///{folder / 'source.sqlite3'}")
    with database.writing() as session:
        sync(session, PIPELINES)
    yield Desk(database, folder)
    database.close()


@pytest.fixture
def shared() -> Path:
    """The folder with the shared examples; skips, and says so, where it is not given."""
    given = os.environ.get("PILTUVELIS_SHARED")
    if not given:
        pytest.skip("PILTUVELIS_SHARED is not set: the shared examples are not here")
    return Path(given)
