"""Migrations build exactly what the records are mapped to, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from core.model import Base
from core.storage.database import Database
from core.storage.schema import SchemaTooNew, is_current, migrate


def test_migrations_and_records_agree(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


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
