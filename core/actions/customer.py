"""Who a message is about: records of the directory, created where the message brings new names."""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

from core.actions.intent import Intent
from core.actions.work import Work
from core.model import Company, Person
from core.storage import records
from core.storage.ledger import Ledger

Named = TypeVar("Named", Company, Person)


@dataclass(frozen=True, slots=True)
class Customer:
    """The company and person that something is about, either of them may be unknown."""

    company: Company | None
    person: Person | None
    company_is_new: bool = False
    person_is_new: bool = False

    @property
    def company_id(self) -> int | None:
        return self.company.id if self.company else None

    @property
    def person_id(self) -> int | None:
        return self.person.id if self.person else None


class DirectoryNames:
    """Names from the records, for questions."""

    def __init__(self, work: Work) -> None:
        self._session = work.session
        self.currency = work.team.currency

    def company(self, company_id: int) -> str:
        company = records.company(self._session, company_id)
        return company.name if company else ""

    def person(self, person_id: int) -> tuple[str, str | None]:
        person = records.person(self._session, person_id)
        if person is None:
            return "", None
        company = records.company(self._session, person.company_id)
        return person.name, company.name if company else None


def resolve(work: Work, ledger: Ledger, intent: Intent) -> Customer:
    """The customer of an intent; new names become records, unless this message has just made them."""
    company, company_is_new = _standing(work, ledger, Company, intent.company_id), False
    if company is None and intent.new_company:
        company, company_is_new = _company_called(work, ledger, intent.new_company)
    person, person_is_new = _standing(work, ledger, Person, intent.person_id), False
    if person is None and intent.new_person:
        person, person_is_new = _person_called(work, ledger, intent.new_person, company)
    if person is not None and intent.phone and not person.phone:
        ledger.change(person, {"phone": intent.phone[:100]})
    if company is None and person is not None:
        company = records.company(work.session, person.company_id)
    return Customer(company, person, company_is_new, person_is_new)


def _standing(work: Work, ledger: Ledger, record: type[Named], record_id: int | None) -> Named | None:
    """The record that reading found; one that the edited message itself had made and lost comes back."""
    found = records.by_id(work.session, record, record_id)
    if found is not None and found.deleted_at is not None:
        ledger.change(found, {"deleted_at": None})
    return found


def _company_called(work: Work, ledger: Ledger, name: str) -> tuple[Company | None, bool]:
    same = select(Company).where(Company.name == name, Company.deleted_at.is_(None))
    found = work.session.scalar(same.limit(1))
    if found is not None:
        return found, False
    company_id = ledger.create(Company, {"name": name[:300], "created_at": work.now})
    return records.by_id(work.session, Company, company_id), True


def _person_called(
    work: Work, ledger: Ledger, name: str, company: Company | None
) -> tuple[Person | None, bool]:
    company_id = company.id if company else None
    same = select(Person).where(
        Person.name == name, Person.company_id == company_id, Person.deleted_at.is_(None)
    )
    found = work.session.scalar(same.limit(1))
    if found is not None:
        return found, False
    values = {"name": name[:300], "company_id": company_id, "created_at": work.now}
    return records.by_id(work.session, Person, ledger.create(Person, values)), True
