"""A PostgreSQL database that a test gives back is as new for the next one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import URL, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from core.model import Base
from core.storage.database import Database
from tests.builders import build_house
from tests.lending import Lending

SCHEMA = """SELECT
    (SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class),
    (SELECT count(*) FROM pg_attribute),
    (SELECT count(*) FROM pg_constraint),
    (SELECT count(*) FROM pg_namespace)"""


@pytest.fixture(scope="module")
def lending(postgresql_server: URL) -> Iterator[Lending]:
    made = Lending(postgresql_server)
    yield made
    made.close()


@contextmanager
def _connected(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


def _content(url: str) -> dict[str, list[Any]]:
    with _connected(url) as database, database.reading() as session:
        return {name: list(session.execute(text(f"SELECT * FROM {name}"))) for name in Base.metadata.tables}


def _build(url: str) -> dict[str, int]:
    with _connected(url) as database:
        return build_house(database).ids


def _told(url: str, *statements: str) -> Any:
    """What the last one answers with."""
    with _connected(url) as database, database.writing() as session:
        return [session.execute(text(sql)) for sql in statements][-1].one()


def test_it_is_empty_and_counts_from_one(lending: Lending) -> None:
    with lending.lent() as first:
        new = _content(first)
        built = _build(first)
        filled = _content(first)
    with lending.lent() as second:
        assert _content(second) == new
        assert _build(second) == built
        assert _content(second) == filled
    assert filled != new


def test_rows_lie_in_the_order_of_their_writing(lending: Lending) -> None:
    for _ in range(2):
        with lending.lent() as url:
            where = _told(
                url,
                "INSERT INTO chats (id) SELECT generate_series(1, 900)",
                "DELETE FROM chats WHERE id % 2 = 0",
                "SELECT ctid::text FROM chats WHERE id = 1",
            )
        assert where == ("(0,1)",)


def test_what_outlives_its_test_finds_no_database(lending: Lending) -> None:
    with lending.lent() as url:
        engine = create_engine(url)
        left = engine.connect()
        left.execute(text("INSERT INTO chats (id) VALUES (1)"))
    with lending.lent() as other:
        assert make_url(other).database != make_url(url).database
        assert _content(other)["chats"] == []
        with pytest.raises(OperationalError, match="terminating connection"):
            left.execute(text("INSERT INTO chats (id) VALUES (2)"))
        left.close()
        with pytest.raises(OperationalError, match="does not exist"):
            engine.connect()
    engine.dispose()


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE visits",
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "ALTER TABLE visits RENAME TO away",
        "ALTER TABLE visits ADD COLUMN mine int",
        "ALTER TABLE members DROP CONSTRAINT pk_members CASCADE",
        "CREATE INDEX mine ON visits (id)",
    ],
)
def test_after_a_change_of_the_schema_another_one_is_made(lending: Lending, change: str) -> None:
    with lending.lent() as url:
        new = _told(url, SCHEMA)
        assert _told(url, change, SCHEMA) != new
    with lending.lent() as other:
        assert _told(other, SCHEMA) == new
