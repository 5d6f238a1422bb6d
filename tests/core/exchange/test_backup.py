"""A backup holds the whole database as it is at one moment, and can be restored into either kind."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, insert, select, update

from core.exchange.backup.making import back_up
from core.exchange.backup.restoring import restore
from core.exchange.backup.sealed import BackupRefused, contents_of, is_backup
from core.model import Attachment, Base, Company, Contact, InboxUpdate, NextStep, Person, Team
from core.storage.database import Database
from core.storage.schema import SchemaTooNew, is_current, migrate, newest_revision
from core.terms import ContactKind, StepKind
from tests.builders import NOW, House, build_house

ODD = 'UAB „Ąžuolas“; "kabutės"\t\\N\\.\r\nантра 😀'


@pytest.fixture
def full(database: Database) -> Database:
    """A database with records of many kinds, awkward ones among them."""
    house = build_house(database)
    company = house.company(ODD, "Jonas Stankaitis")
    deal = house.deal(company, "Fasado medžiagos", amount=None)
    house.deal(house.company("UAB Tiltas"), "Lentos", split_from_id=deal)
    _fill(database, house, company)
    return database


def _fill(database: Database, house: House, company: int) -> None:
    contact = {
        "id": 70,
        "kind": ContactKind.CALL,
        "by_id": house.ids["Mantas"],
        "occurred_on": date(2026, 1, 2),
    }
    contact |= {"occurred_at": NOW, "created_at": NOW, "company_id": company, "note": ODD}
    file = {"kind": "photo", "file_id": "AgAC", "file_unique_id": "AQAD", "by_id": house.ids["Mantas"]}
    step = {"kind": StepKind.CALL, "owner_id": house.ids["Mantas"], "due_time": time(10, 30)}
    update_of = {"bot_id": 1, "update_id": 2**52, "chat_id": -(10**12), "payload": '{"a":"\\u0000"}'}
    with database.writing() as session:
        session.execute(insert(Contact), contact)
        session.execute(insert(Attachment), file | {"contact_id": 70, "created_at": NOW, "name": ODD})
        session.execute(insert(NextStep), step | {"created_at": NOW, "text": ODD, "contact_id": 70})
        session.execute(insert(InboxUpdate), update_of | {"received_at": NOW})
        session.execute(
            update(Company).where(Company.id == company).values(latitude=54.1, phone="+370 600 00001")
        )
        session.execute(insert(Team), [{"id": 91, "name": "A"}, {"id": 92, "name": "B"}])
        session.execute(update(Team).where(Team.id == 91).values(parent_id=92))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of each kind to restore into, without any records."""
    if request.param == "sqlite":
        url: str | URL = URL.create("sqlite", database=str(tmp_path / "restored.sqlite3"))
    else:
        url = request.getfixturevalue("second_postgresql_url")
    opened = Database(url)
    yield opened
    opened.close()


def content(database: Database) -> dict[str, list[Any]]:
    """Every row of every table."""
    with database.reading() as session:
        return {
            name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for name, table in Base.metadata.tables.items()
        }


def count(path: Path, table: str) -> int:
    return contents_of(path).rows[table]


def test_whatever_is_backed_up_is_restored_unchanged_into_either_kind(
    full: Database, empty: Database, tmp_path: Path
) -> None:
    path = tmp_path / "a.backup"
    made = back_up(full, path, NOW)
    full.close()
    assert restore(path, empty) == made
    assert (made.made_at, made.schema) == (NOW, newest_revision())
    assert content(empty) == content(full)
    assert is_current(empty)


def test_the_next_record_after_a_restore_gets_a_number_of_its_own(
    full: Database, empty: Database, tmp_path: Path
) -> None:
    back_up(full, tmp_path / "a.backup", NOW)
    full.close()
    restore(tmp_path / "a.backup", empty)
    with empty.writing() as session:
        known = set(session.scalars(select(Contact.id)))
        session.add(
            born := Contact(kind=ContactKind.NOTE, occurred_on=NOW.date(), occurred_at=NOW, created_at=NOW)
        )
        session.flush()
        assert born.id not in known
        assert born.id == 71


def test_what_others_write_meanwhile_neither_waits_nor_is_in_it(full: Database, tmp_path: Path) -> None:
    before = len(content(full)["companies"])
    steps = 0

    def write(what: str, done: int, total: int) -> None:
        nonlocal steps
        steps += 1
        with full.writing() as session:
            session.add(Company(name=f"Nauja {steps}", created_at=NOW))

    with full.writing() as session:
        session.execute(insert(Person), [{"name": ODD * 5, "created_at": NOW} for _ in range(9_000)])
    back_up(full, tmp_path / "a.backup", NOW, write)
    assert steps > 2
    assert count(tmp_path / "a.backup", "companies") == before
    assert len(content(full)["companies"]) == before + steps


def test_a_backup_that_fails_leaves_the_earlier_one_and_nothing_else(full: Database, tmp_path: Path) -> None:
    path = tmp_path / "backups" / "a.backup"
    path.parent.mkdir()
    back_up(full, path, NOW)
    earlier = path.read_bytes()
    with full.writing() as session:
        session.execute(insert(Person), [{"name": ODD, "created_at": NOW} for _ in range(9_000)])

    def stop(what: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(full, path, NOW, stop)
    assert path.read_bytes() == earlier
    assert [file.name for file in path.parent.iterdir()] == ["a.backup"]
    back_up(full, path, NOW)
    assert count(path, "people") > 9_000


def test_a_backup_is_its_owners_alone_and_is_one_file(full: Database, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    back_up(full, folder / "a.backup", NOW)
    assert [(file.name, file.stat().st_mode & 0o777) for file in folder.iterdir()] == [("a.backup", 0o600)]


def test_a_file_that_is_no_backup_is_never_replaced(full: Database, sqlite_url: str, tmp_path: Path) -> None:
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    text = tmp_path / "config.toml"
    text.write_text("[team]\n", encoding="utf-8")
    for path in (database, text):
        before = path.read_bytes()
        with pytest.raises(BackupRefused, match="is no backup"):
            back_up(full, path, NOW)
        assert path.read_bytes() == before


def test_a_database_of_a_newer_program_is_not_backed_up(full: Database, tmp_path: Path) -> None:
    with full.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '29990101'")
    with pytest.raises(SchemaTooNew):
        back_up(full, tmp_path / "a.backup", NOW)
    assert not (tmp_path / "a.backup").exists()


def test_a_database_that_does_not_fit_the_program_yet_is_backed_up_as_it_is(
    full: Database, empty: Database, tmp_path: Path
) -> None:
    """Before an update is when a backup is wanted most."""
    older = Database(URL.create("sqlite", database=str(tmp_path / "older.sqlite3")))
    migrate(older, "20261123")
    with older.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO chats (id) VALUES (77)")
    made = back_up(older, tmp_path / "older.backup", NOW)
    older.close()
    assert made.schema == "20261123"
    restore(tmp_path / "older.backup", empty)
    assert is_current(empty)
    assert content(empty)["chats"] == [(77,)]
    assert contents_of(tmp_path / "older.backup") == made


def test_a_damaged_database_is_not_taken_for_a_backup(sqlite_url: str, tmp_path: Path) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("INSERT INTO teams (name, parent_id) VALUES ('A', 99)")
    raw.close()
    database = Database(sqlite_url)
    with pytest.raises(BackupRefused, match=r"The database is damaged .* in teams refers to a missing one"):
        back_up(database, tmp_path / "a.backup", NOW)
    database.close()
    assert not (tmp_path / "a.backup").exists()


def test_a_backup_says_what_it_is_and_when_it_was_made(full: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.backup"
    at = datetime(2026, 11, 27, 5, 30, 1, 5, tzinfo=UTC)
    back_up(full, path, at)
    assert is_backup(path)
    assert contents_of(path).made_at == at
