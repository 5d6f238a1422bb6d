"""Columns keep instants and money exact, and refuse what they cannot keep."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from core.model import Company, Order
from core.model.base import Base
from core.storage.database import Database
from core.storage.ledger import add

NOW = datetime(2026, 11, 24, 8, 15, 0, 123456, tzinfo=UTC)


def test_an_instant_comes_back_in_utc(database: Database) -> None:
    vilnius = NOW.astimezone(timezone(timedelta(hours=2)))
    with database.writing() as session:
        key = add(session, Company, {"name": "UAB Statyba", "created_at": vilnius})
    with database.reading() as session:
        found = session.get(Company, key)
    assert found is not None
    assert found.created_at == NOW
    assert found.created_at.utcoffset() == timedelta(0)


def test_a_naive_instant_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="needs a time zone"), database.writing() as session:
        add(session, Company, {"name": "UAB Statyba", "created_at": NOW.replace(tzinfo=None)})


@pytest.mark.parametrize("amount", ["0.01", "2750.50", "1000000000000.99", "-12.3456", "0"])
def test_money_is_exact_one_by_one_and_summed(database: Database, amount: str) -> None:
    with database.writing() as session:
        company = add(session, Company, {"name": "UAB Statyba", "created_at": NOW})
        order = {"company_id": company, "ordered_on": NOW.date(), "currency": "EUR", "created_at": NOW}
        for _ in range(3):
            add(session, Order, order | {"amount": Decimal(amount)})
    with database.reading() as session:
        assert session.scalars(select(Order.amount)).first() == Decimal(amount)
        assert session.scalar(select(func.sum(Order.amount))) == Decimal(amount) * 3


@pytest.mark.parametrize("amount", ["0.00001", "1e14"])
def test_money_that_cannot_be_kept_exactly_is_refused(database: Database, amount: str) -> None:
    with database.writing() as session:
        company = add(session, Company, {"name": "UAB Statyba", "created_at": NOW})
    order = {"company_id": company, "ordered_on": NOW.date(), "currency": "EUR", "created_at": NOW}
    with pytest.raises(ValueError, match="exactly"), database.writing() as session:
        add(session, Order, order | {"amount": Decimal(amount)})


def test_every_column_says_what_its_values_are_so_that_the_change_log_can_read_them_back() -> None:
    columns = [column for table in Base.metadata.sorted_tables for column in table.columns]
    assert all(isinstance(column.type.python_type, type) for column in columns)
