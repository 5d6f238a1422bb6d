"""Databases of the bench: a team, its customers and their past, in bulk, without the domain's rules."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from bot.config import suggested_pipelines
from core.model import Base, Company, Deal, Member, Person
from core.storage.database import Database
from core.storage.pipelines import sync
from core.storage.schema import migrate
from core.terms import Role
from tests.bench import history
from tests.bench.names import Names

PEOPLE = 200
FIRST_ID = 9001
"""Telegram ids of the salespeople: this one and those after it."""

CHUNK = 20_000


def build(path: Path, names: Names, contacts: int) -> str:
    """A new database file with PEOPLE salespeople, the names, and so many contacts; returns its URL."""
    url = f"sqlite:///{path}"
    database = Database(url)
    migrate(database)
    now = datetime.now(UTC)
    with database.writing() as session:
        sync(session, suggested_pipelines("lt"))
        _put(session, Member, _members(now))
        _put(session, Company, _companies(names, now))
        _put(session, Person, _people(names, now))
        _put(session, Deal, _deals(names, now))
        history.write(session.connection(), contacts, names.companies, PEOPLE, FIRST_ID, now)
    with database.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    database.close()
    return url


def _put(session: Session, record: type[Base], rows: Iterator[dict[str, Any]]) -> None:
    connection = session.connection()
    while chunk := list(islice(rows, CHUNK)):
        connection.execute(insert(record), chunk)


def _members(now: datetime) -> Iterator[dict[str, Any]]:
    for number in range(PEOPLE):
        yield {
            "name": f"Pardavėjas {number + 1}",
            "role": Role.REP,
            "telegram_id": FIRST_ID + number,
            "language": "lt",
            "joined_at": now - history.LENGTH,
        }


def _companies(names: Names, now: datetime) -> Iterator[dict[str, Any]]:
    for number in range(names.companies):
        yield {"id": number + 1, "name": names.company(number), "created_at": now - history.LENGTH}


def _people(names: Names, now: datetime) -> Iterator[dict[str, Any]]:
    for number in range(names.people):
        yield {
            "id": number + 1,
            "name": names.person(number),
            "company_id": names.company_of(number) + 1,
            "created_at": now - history.LENGTH,
        }


def _deals(names: Names, now: datetime) -> Iterator[dict[str, Any]]:
    """An open deal with every third of the first thousand companies."""
    for number in range(0, min(names.companies, 1000), 3):
        yield {
            "title": names.word(number),
            "pipeline_id": 1,
            "stage_id": 1,
            "created_on": now.date(),
            "created_at": now,
            "stage_entered_at": now,
            "company_id": number + 1,
            "owner_id": number % PEOPLE + 1,
        }
