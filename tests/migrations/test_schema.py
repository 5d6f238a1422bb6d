"""Migrations build exactly what the records are mapped to, on both databases."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from core.model import Base
from core.storage.database import Database
from core.storage.schema import SchemaTooNew, is_current, migrate, newest_revision


def test_migrations_and_records_agree(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_migration_by_its_files_name_is_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", "migrations:")
    assert newest_revision() == ScriptDirectory.from_config(config).get_current_head()


def test_a_database_without_any_schema_is_not_current(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new.sqlite3")
    assert not is_current(database)
    migrate(database)
    assert is_current(database)
    database.close()


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    assert is_current(database)


def test_a_newer_schema_is_refused_and_left_alone(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '29990101'"))
    with pytest.raises(SchemaTooNew):
        migrate(database)
    assert not is_current(database)


def test_sqlite_keeps_a_commit_and_checks_references(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    with database.reading() as session:
        pragmas = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous")
        }
    database.close()
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}
