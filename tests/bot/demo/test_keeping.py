"""The year is built once and kept; the same day gives the same content, in one go or in several."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.demo import keeping
from bot.demo.sample import build_from
from core.actions.work import TeamSettings
from core.model import Base, Company, Contact, Invite, Operation
from core.storage.database import Database
from tests.bot.demo.conftest import NOW, Year

START = date(2026, 3, 1)
LATER = datetime(2026, 4, 14, 12, tzinfo=UTC)


def content(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables; of an invite not the hash of its secret, which is another each time."""
    with database.reading() as session:
        return {
            table.name: [
                tuple(row) for row in session.execute(select(*columns).order_by(*table.primary_key.columns))
            ]
            for table in Base.metadata.sorted_tables
            if (columns := [c for c in table.columns if c is not Invite.__table__.c.token_hash])
        }


def build(path: Path, template: Path, language: str, *until: datetime) -> dict[str, list[tuple[object, ...]]]:
    path.write_bytes(template.read_bytes())
    database = Database(f"sqlite:///{path}")
    for moment in until:
        with database.writing() as session:
            build_from(session, TeamSettings(language=language), START, moment)
    built = content(database)
    database.close()
    return built


@pytest.mark.parametrize("language", ["lt", "en"])
def test_the_same_day_gives_the_same_content_in_one_go_or_in_several(
    sqlite_template: Path, tmp_path: Path, language: str
) -> None:
    whole = build(tmp_path / "whole", sqlite_template, language, LATER)
    assert len(whole["contacts"]) > 200
    steps = (LATER - timedelta(days=20), LATER - timedelta(hours=30), LATER)
    assert build(tmp_path / "parts", sqlite_template, language, *steps) == whole


def test_postgresql_holds_the_same_year_as_the_embedded_database(
    postgresql_url: str, sqlite_template: Path, tmp_path: Path
) -> None:
    database = Database(postgresql_url)
    until = datetime(2026, 3, 16, tzinfo=UTC)
    with database.writing() as session:
        build_from(session, TeamSettings(), START, until)
    assert content(database) == build(tmp_path / "embedded", sqlite_template, "lt", until)
    database.close()


def test_the_kept_year_ends_before_the_day_and_serves_all_of_it(year: Year, kept_folder: Path) -> None:
    (kept,) = kept_folder.glob("year-lt-*.sqlite3")
    with_kept = Year(kept)
    assert with_kept.one(select(func.max(Operation.at))) < datetime(2026, 11, 25, 22, tzinfo=UTC)
    with_kept.database.close()
    assert year.one(select(func.count()).where(Contact.occurred_on == NOW.date())) > 3


def test_a_second_demo_builds_nothing_and_a_later_day_only_adds(
    year: Year, kept_folder: Path, tmp_path: Path
) -> None:
    built: list[bool] = []
    first = set(content(year.database)["contacts"])
    for number, day in enumerate((NOW, NOW + timedelta(days=1))):
        path = tmp_path / f"{number}.sqlite3"
        keeping.put(path, TeamSettings(), day, kept_folder, lambda: built.append(True))
        again = Year(path)
        assert first <= set(content(again.database)["contacts"])
        again.database.close()
    assert built == []


def test_the_english_sample_has_english_customers(sqlite_template: Path, tmp_path: Path) -> None:
    build(tmp_path / "en", sqlite_template, "en", datetime(2026, 3, 4, tzinfo=UTC))
    english = Year(tmp_path / "en")
    names = english.records(select(Company.name))
    assert sum(name.endswith((" Ltd", " LLC", " Group")) for name in names) > 60
    english.database.close()
