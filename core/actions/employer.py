"""A person who works elsewhere now: the link to a company ends on a date, history stays with the company."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import or_, select

from core.actions.customer import Customer
from core.actions.intent import MOST_CHOICES, Intent, OpenQuestion, StepsLeft
from core.actions.work import Work
from core.model import Company, Member, NextStep, Person
from core.notices import Option
from core.reading.circumstances import Employment
from core.reading.intent import Field
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.names import names
from core.storage.records import STILL_OPEN


def with_mover(work: Work, intent: Intent) -> Intent:
    """The intent with the known person who has moved, or the question which of them, for the new name."""
    if intent.employment is not Employment.MOVED or intent.person_id is not None or not intent.new_person:
        return intent
    found = _called(work, intent.new_person, intent.company_id)
    if len(found) == 1:
        return msgspec.structs.replace(intent, person_id=found[0].id, new_person=None)
    if found and all(question.field != Field.PERSON for question in intent.questions):
        return msgspec.structs.replace(intent, questions=[*intent.questions, _which(work, found)])
    return intent


def record(
    work: Work, ledger: Ledger, by: Member, intent: Intent, customer: Customer, at: datetime
) -> tuple[int | None, OpenQuestion | None]:
    """Ends the link to the company; `at`: since when. The company left, and what to ask of the open steps."""
    person = customer.person
    if intent.employment is None or person is None or customer.person_is_new:
        return None, None
    company_id = customer.company_id if intent.employment is Employment.MOVED else None
    left_id = person.company_id
    if left_id is None or left_id == company_id:
        return None, None
    return left_id, change(work, ledger, by, person, company_id, at, intent.steps_left)


def change(
    work: Work,
    ledger: Ledger,
    by: Member,
    person: Person,
    company_id: int | None,
    at: datetime,
    steps_left: StepsLeft | None,
) -> OpenQuestion | None:
    """Makes the person of another company, or of none; open steps with them where they were are asked about.

    History names companies by itself, so it stays with the one that was left.
    """
    left_id = person.company_id
    ledger.change(person, {"company_id": company_id}, valid_at=at)
    steps = work.session.scalars(
        select(NextStep).where(
            NextStep.person_id == person.id,
            NextStep.company_id == left_id,
            NextStep.owner_id == by.id,
            *STILL_OPEN,
        )
    ).all()
    if not steps:
        return None
    if steps_left is None:
        return OpenQuestion(field="steps", options=[Option(value=what.value) for what in StepsLeft])
    gone = {"dropped_at": work.now} if steps_left is StepsLeft.DROP else {"person_id": None}
    for step in steps:
        ledger.change(step, gone)
    return None


def _called(work: Work, name: str, company_id: int | None) -> Sequence[Person]:
    """Known people of this name, or first name, who work elsewhere."""
    first_name = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + " %"
    return work.session.scalars(
        select(Person)
        .where(or_(Person.name == name, Person.name.like(first_name, escape="\\")))
        .where(Person.deleted_at.is_(None), Person.company_id.is_not(None), Person.company_id != company_id)
        .order_by(Person.id)
        .limit(MOST_CHOICES)
    ).all()


def _which(work: Work, people: Sequence[Person]) -> OpenQuestion:
    companies = names(work.session, Company, (person.company_id for person in people))
    options = [
        Option(value=str(person.id), name=person.name, detail=companies.get(person.company_id))
        for person in people
    ]
    return OpenQuestion(field=Field.PERSON.value, options=options)


def company_left(work: Work, company_id: int | None) -> str | None:
    """What the company is called that a person has left."""
    company = records.company(work.session, company_id)
    return company.name if company else None
