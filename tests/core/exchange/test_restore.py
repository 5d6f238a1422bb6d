"""A restore is all or nothing, and is refused where it would harm."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, select, text

from core.exchange.backup.making import back_up
from core.exchange.backup.restoring import restore
from core.exchange.backup.sealed import ROWS, BackupRefused
from core.model import Base, Company
from core.storage.database import Database
from core.storage.schema import SchemaTooNew
from tests.builders import NOW, build_house


@pytest.fixture
def backup(sqlite_template: Path, tmp_path: Path) -> Path:
    """A backup with one company, "Iš kopijos"."""
    source = tmp_path / "source.sqlite3"
    source.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{source}")
    with database.writing() as session:
        session.add(Company(name="Iš kopijos", created_at=NOW))
    back_up(database, tmp_path / "a.backup", NOW)
    database.close()
    return tmp_path / "a.backup"


@pytest.fixture
def lived_in(database: Database) -> Iterator[Database]:
    """A database that a team works with."""
    build_house(database).company("UAB Statyba")
    database.close()
    yield database
    database.close()


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Company.name)))


def test_records_are_replaced_only_when_told_to(lived_in: Database, backup: Path) -> None:
    with pytest.raises(BackupRefused, match="restore with --yes"):
        restore(backup, lived_in)
    assert names(lived_in) == ["UAB Statyba"]
    lived_in.close()
    restore(backup, lived_in, replace=True)
    assert names(lived_in) == ["Iš kopijos"]


def test_what_setup_has_written_is_no_record(database: Database, backup: Path) -> None:
    with database.writing() as session:
        session.execute(text("INSERT INTO pipelines (name, position, archived) VALUES ('Sales', 0, false)"))
    database.close()
    restore(backup, database)
    assert names(database) == ["Iš kopijos"]


def test_a_database_that_somebody_uses_is_left_alone(lived_in: Database, backup: Path) -> None:
    user = Database(lived_in.url)
    assert names(user) == ["UAB Statyba"]
    with pytest.raises(BackupRefused, match="in use: stop the bot"):
        restore(backup, lived_in, replace=True)
    lived_in.close()
    assert names(user) == ["UAB Statyba"]
    user.close()


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("cut", "is damaged"),
        ("page", "is damaged"),
        ("row", "does not hold all rows of companies"),
        ("text", "is no backup of Piltuvėlis"),
        ("gone", "could not be read: No such file"),
        ("unsealed", "is no backup of Piltuvėlis"),
    ],
)
def test_what_is_no_sound_backup_is_refused(lived_in: Database, backup: Path, harm: str, told: str) -> None:
    _harm(backup, harm)
    with pytest.raises(BackupRefused, match=told):
        restore(backup, lived_in, replace=True)
    assert names(lived_in) == ["UAB Statyba"]


def _harm(backup: Path, harm: str) -> None:
    held = bytearray(backup.read_bytes())
    if harm == "gone":
        backup.unlink()
    elif harm == "row":
        with sqlite3.connect(backup) as raw:
            raw.execute("DELETE FROM companies")
        raw.close()
    else:
        if harm == "unsealed":
            held[68:72] = bytes(4)
        if harm == "page":
            held[4096 * 3 : 4096 * 9] = b"\xa5" * (4096 * 6)
        other = {"cut": bytes(held[: len(held) // 2]), "text": b"name\nUAB A\n"}
        backup.write_bytes(other.get(harm, bytes(held)))


def test_a_backup_of_a_newer_program_is_refused(lived_in: Database, backup: Path) -> None:
    with sqlite3.connect(backup) as raw:
        raw.execute("UPDATE backup_made SET revision = '29990101'")
    raw.close()
    with pytest.raises(SchemaTooNew):
        restore(backup, lived_in, replace=True)
    assert names(lived_in) == ["UAB Statyba"]


def test_what_cannot_be_restored_whole_changes_nothing(postgresql_url: str, backup: Path) -> None:
    """SQLite keeps a name of any length; PostgreSQL does not."""
    database = Database(postgresql_url)
    build_house(database).company("UAB Statyba")
    database.close()
    _hold_too_long_a_name(backup)
    with pytest.raises(BackupRefused, match="value too long"):
        restore(backup, database, replace=True)
    assert names(database) == ["UAB Statyba"]
    database.close()


def _hold_too_long_a_name(backup: Path) -> None:
    with sqlite3.connect(backup) as raw:
        raw.execute("INSERT INTO products (name) VALUES (?)", ["x" * 201])
        raw.execute(f"UPDATE {ROWS} SET number = number + 1 WHERE name = 'products'")
    raw.close()


@pytest.mark.parametrize("fits", [True, False])
def test_a_postgresql_database_without_tables_gets_all_or_none(
    postgresql_url: str, backup: Path, fits: bool
) -> None:
    database = Database(postgresql_url)
    with database.writing() as session:
        session.execute(text("DROP SCHEMA public CASCADE"))
        session.execute(text("CREATE SCHEMA public"))
    database.close()
    if fits:
        restore(backup, database)
        assert names(database) == ["Iš kopijos"]
    else:
        _hold_too_long_a_name(backup)
        with pytest.raises(BackupRefused, match="value too long"):
            restore(backup, database)
        with database.reading() as session:
            assert inspect(session.connection()).get_table_names() == []
    database.close()


def test_a_character_that_postgresql_cannot_keep_is_left_out(postgresql_url: str, backup: Path) -> None:
    with sqlite3.connect(backup) as raw:
        raw.execute("UPDATE companies SET name = 'UAB' || char(0) || ' A'")
    raw.close()
    database = Database(postgresql_url)
    restore(backup, database)
    assert names(database) == ["UAB A"]
    database.close()


def test_a_damaged_database_is_replaced_when_told_to(tmp_path: Path, backup: Path) -> None:
    file = tmp_path / "team.sqlite3"
    file.write_bytes(b"SQLite format 3\0" + b"\xa5" * 9_000)
    database = Database(f"sqlite:///{file}")
    with pytest.raises(BackupRefused, match="--yes"):
        restore(backup, database)
    restore(backup, database, replace=True)
    assert names(database) == ["Iš kopijos"]
    database.close()


def test_the_restored_database_is_an_ordinary_one(tmp_path: Path, backup: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/team.sqlite3")
    restore(backup, database)
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["team.sqlite3"]
    with database.writing() as session:
        session.execute(insert(Company), {"name": "Nauja", "created_at": NOW})
        tables = set(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
        assert session.execute(text("PRAGMA application_id")).scalar() == 0
    assert tables == {*Base.metadata.tables, "alembic_version"}
    database.close()


def test_the_database_itself_is_no_backup_to_restore(backup: Path) -> None:
    database = Database(f"sqlite:///{backup}")
    with pytest.raises(BackupRefused, match="is the database itself"):
        restore(backup, database, replace=True)
    database.close()
