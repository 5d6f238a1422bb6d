"""The cards of companies and people, and the brief before a visit."""

from collections.abc import Sequence

import msgspec

from core.actions.agenda import lines
from core.actions.deal_list import contact_lines, deal_lines
from core.actions.deal_names import as_sum, own_title
from core.actions.where_now import quiet_with
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound
from core.model import Contact, Member, Person
from core.notices import ContactLine, Named, StepLine, Sum
from core.notices.customers import (
    Brief,
    CompanyCard,
    LostLine,
    OrderLine,
    PersonCard,
    PersonLine,
    Place,
    SaidLine,
    SharedPerson,
)
from core.storage import customers, files, records
from core.storage.orders import orders_of

PEOPLE = 8
DEALS = 8
STEPS = 3
CONTACTS = 3
ORDERS = 3


def show_company(
    work: Work, by: Member, company_id: int, chat_id: int, *, edits: int | None = None, page: int = 0
) -> None:
    """Posts a company's card, or puts it in place of a screen. Raises NotFound."""
    card = msgspec.structs.replace(company_card(work, by, company_id), page=page)
    work.post(chat_id, card, to=by, edits=edits)


def company_card(work: Work, by: Member, company_id: int) -> CompanyCard:
    """What is known of a company, as far as the member may see it. Raises NotFound."""
    company, session = records.company(work.session, company_id), work.session
    if company is None:
        raise NotFound()
    won_count, won = customers.won_sums(session, by, company.id)
    latest = customers.last_contacts(session, by, CONTACTS, company_id=company.id)
    return CompanyCard(
        company=Named(company.id, company.name),
        today=work.today(by),
        files=files.count(session, by, files.Holder(company_id=company.id)),
        has_place=company.latitude is not None and company.longitude is not None,
        segment=company.segment,
        region=company.region,
        phone=company.phone,
        email=company.email,
        website=company.website,
        paused_until=company.paused_until,
        people=[_person_line(each) for each in customers.people_of(session, company.id, PEOPLE)],
        people_count=customers.count_people(session, company.id),
        deals=deal_lines(work, by, customers.open_deals(session, by, company.id, DEALS)),
        deal_count=customers.count_open_deals(session, by, company.id),
        steps=lines(work, by, customers.open_steps(session, by, STEPS, company_id=company.id)),
        contacts=_contacts(work, by, latest),
        buys_from=company.buys_from if latest else None,
        said_on=company.where_said_on,
        is_silent=bool(latest) and quiet_with(work, by, company) is not None,
        won=[Sum(total, currency) for currency, total in won],
        won_count=won_count,
        orders=[
            OrderLine(on=order.ordered_on, sum=Sum(order.amount, order.currency))
            for order in orders_of(session, by, company.id, ORDERS)
        ],
    )


def show_person(
    work: Work, by: Member, person_id: int, chat_id: int, *, edits: int | None = None, page: int = 0
) -> None:
    """Posts a person's card, or puts it in place of a screen. Raises NotFound."""
    person = _person(work, person_id)
    company = records.company(work.session, person.company_id)
    notice = PersonCard(
        person=Named(person.id, person.name),
        today=work.today(by),
        role=person.role,
        company=Named(company.id, company.name) if company else None,
        phone=person.phone,
        email=person.email,
        steps=lines(work, by, customers.open_steps(work.session, by, STEPS, person_id=person.id)),
        contacts=_contacts(
            work, by, customers.last_contacts(work.session, by, CONTACTS, person_id=person.id)
        ),
        files=files.count(work.session, by, files.Holder(person_id=person.id)),
        page=page,
    )
    work.post(chat_id, notice, to=by, edits=edits)


def send_person(work: Work, by: Member, person_id: int, chat_id: int) -> None:
    """Sends a person as a contact for the phone. Raises NotFound; NoLongerApplies without a number."""
    person = _person(work, person_id)
    if not person.phone:
        raise NoLongerApplies()
    company = records.company(work.session, person.company_id)
    notice = SharedPerson(
        name=person.name, phone=person.phone, company=company.name if company else None, email=person.email
    )
    work.post(chat_id, notice, to=by)


def send_place(work: Work, by: Member, company_id: int, chat_id: int) -> None:
    """Sends where a company is, to be led there. Raises NotFound; NoLongerApplies where nobody knows it."""
    company = records.company(work.session, company_id)
    if company is None:
        raise NotFound()
    if company.latitude is None or company.longitude is None:
        raise NoLongerApplies()
    notice = Place(
        company=company.name, region=company.region, latitude=company.latitude, longitude=company.longitude
    )
    work.post(chat_id, notice, to=by)


def show_brief(
    work: Work, by: Member, company_id: int, chat_id: int, *, edits: int | None = None, page: int = 0
) -> None:
    """Posts the brief, or puts it in place of a screen. Raises NotFound."""
    shown = msgspec.structs.replace(brief(work, by, company_id), page=page)
    work.post(chat_id, shown, to=by, edits=edits)


def brief(work: Work, by: Member, company_id: int) -> Brief:
    """What to know of a company before a visit, as far as the member may see it. Raises NotFound."""
    company, session = records.company(work.session, company_id), work.session
    if company is None:
        raise NotFound()
    steps = lines(work, by, customers.open_steps(session, by, 2 * STEPS, company_id=company.id))
    said = customers.last_contacts(session, by, CONTACTS, company_id=company.id)
    won_count, won = customers.won_sums(session, by, company.id)
    return Brief(
        company=Named(company.id, company.name),
        today=work.today(by),
        phone=company.phone,
        people=[_person_line(each) for each in customers.people_of(session, company.id, PEOPLE)],
        deals=deal_lines(work, by, customers.open_deals(session, by, company.id, DEALS)),
        said=_said(work, by, said),
        ours=_promised(steps, by_customer=False),
        theirs=_promised(steps, by_customer=True),
        lost=[
            LostLine(
                title=own_title(deal.title, company.name),
                on=deal.closed_on,
                sum=as_sum(deal),
                reason=deal.lost_reason,
                competitor=deal.competitor,
            )
            for deal in customers.lost_deals(session, by, company.id, STEPS)
        ],
        won=[Sum(total, currency) for currency, total in won],
        won_count=won_count,
    )


def _person(work: Work, person_id: int) -> Person:
    person = records.person(work.session, person_id)
    if person is None:
        raise NotFound()
    return person


def _person_line(person: Person) -> PersonLine:
    return PersonLine(id=person.id, name=person.name, role=person.role, phone=person.phone)


def _contacts(work: Work, by: Member, contacts: Sequence[Contact]) -> list[ContactLine]:
    """Contacts as lines that name who logged them only where it was somebody else."""
    told = contact_lines(work, by, contacts)
    return [
        msgspec.structs.replace(line, by="") if each.by_id == by.id else line
        for line, each in zip(told, contacts, strict=True)
    ]


def _said(work: Work, by: Member, contacts: Sequence[Contact]) -> list[SaidLine]:
    told = _contacts(work, by, contacts)
    return [SaidLine(contact=line, words=each.note) for line, each in zip(told, contacts, strict=True)]


def _promised(steps: list[StepLine], *, by_customer: bool) -> list[StepLine]:
    return [step for step in steps if step.by_customer is by_customer][:STEPS]
