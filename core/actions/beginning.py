"""New companies, people and deals by taps: a name in words, whoever may be meant already is offered first."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from core.actions import deal_card, deal_changes, find, whom
from core.actions.asking import ask_in_words
from core.actions.customer import Customer, resolve
from core.actions.deal_words import DEAL, TITLE_AMOUNT
from core.actions.intent import Intent
from core.actions.said import phone_said, title_said
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound, NotUnderstood
from core.model import Change, Company, Deal, Member, Person
from core.notices import AskInWords, DealChange, Entered, Named, Option, Twins
from core.reading.names.legal import name_words
from core.reading.tokens import folded
from core.storage import phones, records
from core.storage.ledger import CREATED, Ledger, put
from core.storage.names import names
from core.storage.pipeline_stages import first_pipeline

ABOUT = "new"
COMPANY, PERSON = "company", "person"
BEGIN, EMPLOYER = "begin", whom.EMPLOYER
"""What a customer is picked for: a new deal, and where a new person works."""

MOST_TWINS = 4

JUST_NOW = timedelta(minutes=1)
"""For so long another deal of the same customer and name is the same tap once more."""


def show(work: Work, by: Member, chat_id: int) -> None:
    """Asks whose a new deal is; a new company or person is a button beside."""
    whom.show(work, by, BEGIN, chat_id)


def ask(work: Work, by: Member, what: str, company_id: int, chat_id: int, edits: int | None) -> None:
    """Asks for the name of a new company or person. Raises NoLongerApplies, NotFound."""
    if what not in (COMPANY, PERSON):
        raise NoLongerApplies()
    if company_id and records.company(work.session, company_id) is None:
        raise NotFound()
    asked = AskInWords(about=ABOUT, record_id=company_id, field=f"new-{what}")
    ask_in_words(work, by, chat_id, asked, edits=edits)


def take_words(work: Work, by: Member, asked: AskInWords, text: str, chat_id: int) -> None:
    """Enters what was named, unless somebody like that is known: then it is asked first. NotUnderstood."""
    what, company_id = asked.field.removeprefix("new-"), asked.record_id
    twins = _companies_like(work, by, text) if what == COMPANY else _people_like(work, by, text)
    if twins:
        said, name = text[: whom.LONGEST_NAME], _named(what, text)[0]
        notice = Twins(what=what, said=said, name=name, twins=twins, company_id=company_id)
        work.post(chat_id, notice, to=by)
        return
    enter(work, by, what, text, company_id, chat_id, None)


def enter(
    work: Work, by: Member, what: str, text: str, company_id: int, chat_id: int, edits: int | None
) -> None:
    """Writes a company, or a person with the number that stands behind the name. Raises NotUnderstood."""
    name, phone = _named(what, text)
    values: dict[str, Any] = {"name": name, "created_at": work.now}
    ledger = Ledger.begin(work.session, f"enter_{what}", work.now, by_id=by.id, chat_id=chat_id)
    if what == COMPANY:
        company_id, person = ledger.create(Company, values), None
    else:
        values |= {"company_id": company_id or None, "phone": phone}
        person = Named(ledger.create(Person, values), values["name"])
    ledger.close()
    company = records.company(work.session, company_id or None)
    notice = Entered(
        operation_id=ledger.operation_id,
        company=Named(company.id, company.name) if company else None,
        person=person,
        phone=phone,
    )
    work.post(chat_id, notice, to=by, edits=edits)


def _named(what: str, text: str) -> tuple[str, str | None]:
    """The name, and a person's number that stands behind it. Raises NotUnderstood without a name."""
    phone, name = phone_said(text) if what == PERSON else (None, text)
    return title_said(name), phone


def begin(work: Work, by: Member, said: Intent, chat_id: int, edits: int | None) -> None:
    """Begins a deal with the customer, called like them, in the first pipeline; then asks what it is about.

    Whatever comes next, the deal is there. Raises NotUnderstood where the words name nobody, NoLongerApplies
    where they have just begun it: a button that stays may be tapped twice.
    """
    ledger = Ledger.begin(work.session, "begin_deal", work.now, by_id=by.id, chat_id=chat_id)
    customer = resolve(work, ledger, said)
    named = customer.company or customer.person
    if named is None:
        raise NotUnderstood()
    if _is_just_begun(work, by, customer, named.name[:300]):
        raise NoLongerApplies()
    new = deal_changes.NewDeal(
        named.name[:300], first_pipeline(work.session).id, customer.company_id, customer.person_id
    )
    deal_id = deal_changes.write_new(work, ledger, by, new, None)
    ledger.close()
    letter = deal_card.show(
        work,
        by,
        deal_id,
        "",
        chat_id,
        edits=edits,
        menu="begun",
        change=DealChange(what="begun", operation_id=ledger.operation_id),
        ask=AskInWords(about=DEAL, record_id=deal_id, field=TITLE_AMOUNT),
    )
    put(work.session, by, {"asked_id": letter})


def _is_just_begun(work: Work, by: Member, customer: Customer, title: str) -> bool:
    same = select(Deal.id).where(
        Deal.owner_id == by.id,
        Deal.company_id == customer.company_id,
        Deal.person_id == customer.person_id,
        Deal.title == title,
        Deal.created_at > work.now - JUST_NOW,
        Deal.deleted_at.is_(None),
    )
    return work.session.scalar(same.limit(1)) is not None


def employ(work: Work, by: Member, person_id: int, said: Intent, chat_id: int, edits: int | None) -> None:
    """Notes where a new person works. Raises NotFound, NotUnderstood, NoLongerApplies."""
    person = records.person(work.session, person_id)
    if person is None:
        raise NotFound()
    ledger = Ledger.begin(work.session, "employ", work.now, by_id=by.id, chat_id=chat_id)
    company = resolve(work, ledger, said).company
    if company is None:
        raise NotUnderstood()
    if not ledger.change(person, {"company_id": company.id}):
        raise NoLongerApplies()
    ledger.close()
    notice = Entered(
        operation_id=ledger.operation_id,
        company=Named(company.id, company.name),
        person=Named(person.id, person.name),
        phone=person.phone,
    )
    work.post(chat_id, notice, to=by, edits=edits)


def without_employer(work: Work, by: Member, person_id: int, chat_id: int, edits: int) -> None:
    """Shows a new person who works nowhere that is known, with the way to take them back. NotFound."""
    person = records.person(work.session, person_id)
    if person is None:
        raise NotFound()
    entered = work.session.scalar(
        select(Change.operation_id).where(
            Change.record == Person.__tablename__, Change.record_id == person.id, Change.field == CREATED
        )
    )
    notice = Entered(operation_id=entered or 0, person=Named(person.id, person.name), phone=person.phone)
    work.post(chat_id, notice, to=by, edits=edits)


def _companies_like(work: Work, by: Member, text: str) -> list[Option]:
    """Known companies whose name begins like the words, or the words like it, legal forms apart."""
    found = find.hits(work, by, text)[0]
    called = names(work.session, Company, found)
    alike = [key for key in found if key in called and _are_alike(called[key], text)]
    return [Option(value=str(key), name=called[key]) for key in alike[:MOST_TWINS]]


def _people_like(work: Work, by: Member, text: str) -> list[Option]:
    """People with the number; else those of that name."""
    phone, name = phone_said(text)
    having = phones.having(work.session, Person, phone) if phone else []
    found: Sequence[int] = [person.id for person in having]
    if not found and name:
        found = find.hits(work, by, name)[1]
    rows = work.session.execute(
        select(Person.id, Person.name, Person.phone, Company.name.label("company"))
        .outerjoin(Company, Company.id == Person.company_id)
        .where(Person.id.in_(found), Person.deleted_at.is_(None))
    ).all()
    same = {person.id for person in having}
    alike = [row for row in rows if row.id in same or _are_alike(row.name, name)]
    return [Option(value=str(row.id), name=row.name, detail=row.company) for row in alike[:MOST_TWINS]]


def _are_alike(known: str, said: str) -> bool:
    """Whether each word of one name begins like a word of the other."""
    one, other = ([folded(word) for word in name_words(name)] for name in (known, said))
    return bool(one and other) and (find.is_named(known, other) or find.is_named(said, one))
