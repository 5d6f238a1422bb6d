"""What records that go out call each other: by name where that finds exactly them again, else by id."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.exchange.own_ids import own_id
from core.model import Company, Person


def outside_id(record_id: int, external_id: str | None, created_at: datetime) -> str:
    """The id of a record in files: its external id, or else one of ours."""
    return external_id or own_id(record_id, created_at)


class OutgoingNames:
    """Knows which names mean one record only; the few others are kept in memory."""

    def __init__(self, session: Session) -> None:
        company_ids = select(Company.external_id).where(Company.external_id.is_not(None))
        person_ids = select(Person.external_id).where(Person.external_id.is_not(None))
        companies = select(Company.name).where(Company.deleted_at.is_(None))
        people = select(Person.company_id, Person.name).where(Person.deleted_at.is_(None))
        self._companies: set[str] = set()
        for unclear in (
            companies.where(Company.name.in_(company_ids)),
            companies.group_by(Company.name).having(func.count() > 1),
        ):
            self._companies |= set(session.scalars(unclear))
        self._people: set[tuple[int | None, str]] = set()
        for unclear_people in (
            people.where(Person.name.in_(person_ids)),
            people.group_by(Person.company_id, Person.name).having(func.count() > 1),
        ):
            self._people |= {(company_id, name) for company_id, name in session.execute(unclear_people)}

    def company(
        self, record_id: int | None, external_id: str | None, created_at: datetime, name: str
    ) -> str | None:
        """What a company is called by those that refer to it; None for no company."""
        if record_id is None:
            return None
        return name if name not in self._companies else outside_id(record_id, external_id, created_at)

    def person(
        self,
        beside: int | None,
        record_id: int | None,
        external_id: str | None,
        created_at: datetime,
        name: str,
        company_id: int | None,
    ) -> str | None:
        """What a person of a company is called where the company `beside` is named; None for no person."""
        if record_id is None:
            return None
        is_clear = beside is not None and company_id == beside and (company_id, name) not in self._people
        return name if is_clear else outside_id(record_id, external_id, created_at)
