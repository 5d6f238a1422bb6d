"""Prepared statements do what SQLAlchemy's own executions do."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import bindparam, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from core.model import Company, Deal, Member, NextStep
from core.storage.database import Database
from core.storage.ledger import add, put
from core.storage.prepared import Prepared, PreparedRecords, fresh
from core.storage.trouble import is_temporary
from core.terms import Role, StepKind
from tests.builders import NOW, House

MEMBERS = PreparedRecords(Member, lambda members: members.where(Member.name == bindparam("name")))


def test_values_go_through_their_types_both_ways(house: House) -> None:
    step = {
        "kind": StepKind.CALL,
        "owner_id": house.ids["Mantas"],
        "created_at": NOW,
        "due_on": date(2026, 1, 2),
    }
    found = Prepared(
        select(NextStep.kind, NextStep.created_at, NextStep.due_on, NextStep.by_customer).where(
            NextStep.created_at == bindparam("at")
        )
    )
    with house.database.writing() as session:
        add(session, NextStep, step)
        rows = found.rows(session.connection(), {"at": NOW})
    assert rows == [(StepKind.CALL, NOW.astimezone(UTC), date(2026, 1, 2), False)]
    assert isinstance(rows[0][0], StepKind)
    assert rows[0][1].tzinfo is not None


def test_insert_fills_columns_with_their_constant_defaults_and_says_the_id(house: House) -> None:
    with house.database.writing() as session:
        key = add(
            session, NextStep, {"kind": StepKind.CALL, "owner_id": house.ids["Mantas"], "created_at": NOW}
        )
        step = session.get(NextStep, key)
        assert step is not None
        assert step.by_customer is False


def test_found_record_is_the_one_that_the_session_has(house: House) -> None:
    with house.database.writing() as session:
        prepared = MEMBERS.first(session, {"name": "Mantas"})
        assert prepared is session.scalar(select(Member).where(Member.name == "Mantas"))
        assert prepared is MEMBERS.first(session, {"name": "Mantas"})
        assert prepared is not None
        assert prepared.role is Role.REP
        put(session, prepared, {"zone": "Europe/Riga"})
    with house.database.reading() as session:
        again = MEMBERS.all(session, {"name": "Mantas"})
        assert [each.zone for each in again] == ["Europe/Riga"]
        assert MEMBERS.first(session, {"name": "nobody"}) is None


def test_column_that_is_loaded_only_when_asked_for_is_there(house: House) -> None:
    companies = PreparedRecords(Company, lambda found: found.where(Company.id == bindparam("id")))
    with house.database.writing() as session:
        key = add(session, Company, {"name": "UAB Telefonas", "created_at": NOW, "phone": "+370 600 12345"})
        company = companies.first(session, {"id": key})
        assert company is not None
        assert company.phone_end is not None
        assert company.phone_end.endswith("12345")


def test_fresh_record_has_its_values_and_nothing_else(house: House) -> None:
    deal = fresh(Deal, {"id": 7, "amount": Decimal(5)})
    assert (deal.id, deal.amount, deal.company_id) == (7, Decimal(5), None)
    with house.database.reading() as session:
        assert deal not in session


def test_errors_are_those_of_sqlalchemy_and_quote_no_values(database: Database) -> None:
    member = {"name": "Slapta Pavardė", "role": Role.REP, "telegram_id": 5}
    with database.writing() as session:
        add(session, Member, member)
    with pytest.raises(IntegrityError) as failed, database.writing() as session:
        add(session, Member, member)
    assert "Slapta" not in str(failed.value)
    assert not is_temporary(failed.value)


def test_lost_connection_is_temporary_trouble(postgresql_url: str) -> None:
    database = Database(postgresql_url)
    me = Prepared(text("SELECT pg_backend_pid()"))
    killed = Prepared(text("SELECT pg_terminate_backend(:pid)"))

    def outlive_a_connection() -> None:
        with database.reading() as session:
            ((pid,),) = me.rows(session.connection(), {})
            with database.writing() as other:
                killed.rows(other.connection(), {"pid": pid})
            me.rows(session.connection(), {})

    with pytest.raises(OperationalError) as failed:
        outlive_a_connection()
    assert is_temporary(failed.value)
    with database.reading() as session:
        assert len(me.rows(session.connection(), {})) == 1
    database.close()


def test_list_is_no_parameter(database: Database) -> None:
    listed = Prepared(select(Member.id).where(Member.id.in_(bindparam("ids", expanding=True))))
    with pytest.raises(TypeError, match="list"), database.reading() as session:
        listed.rows(session.connection(), {"ids": [1, 2]})


def test_many_rows_go_in_at_once_and_none_is_no_statement(database: Database) -> None:
    keep = Prepared(insert(Member.__table__))  # type: ignore[arg-type]
    people = [{"name": name, "role": Role.REP} for name in ("Ona", "Petras")]
    with database.writing() as session:
        keep.run_many(session.connection(), [])
        keep.run_many(session.connection(), people)
    with database.reading() as session:
        assert sorted(session.scalars(select(Member.name))) == ["Ona", "Petras"]


def test_moments_without_a_zone_are_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="zone"), database.writing() as session:
        add(session, Company, {"name": "x", "created_at": datetime(2026, 1, 1)})  # noqa: DTZ001
