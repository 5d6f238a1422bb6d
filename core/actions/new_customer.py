"""Customers entered on purpose: a company with its people, before anything was said about them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from core.actions.work import Work
from core.model import Company, Member, Person
from core.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class NewCompany:
    """A company as it is to be entered; `name` with its legal form."""

    name: str
    region: str | None = None
    segment: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who works there."""

    name: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None


def enter(work: Work, by: Member, company: NewCompany, people: Sequence[NewPerson]) -> tuple[int, list[int]]:
    """Writes the company and its people into the directory that all members share; returns their ids."""
    ledger = Ledger.begin(work.session, "enter_customer", work.now, by_id=by.id)
    company_id = ledger.create(Company, asdict(company) | {"created_at": work.now})
    shared = {"company_id": company_id, "created_at": work.now}
    people_ids = [ledger.create(Person, asdict(person) | shared) for person in people]
    ledger.close()
    return company_id, people_ids
