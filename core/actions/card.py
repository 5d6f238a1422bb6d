"""The card that answers a message: what one operation wrote, as a notice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from core.actions.customer import Customer
from core.actions.deal_names import own_title
from core.actions.deal_state import DealState
from core.actions.intent import Intent, OpenQuestion, Rest, computed, decode
from core.actions.work import Work
from core.model import Change, Company, Contact, Deal, Member, NextStep, Operation, Person, Stage
from core.notices import Asked, Logged, Named, StepLine, Sum, UsefulLine
from core.storage import files, records
from core.storage.ledger import CREATED, decoded
from core.terms import StageMeaning
from core.working_days import free_day


@dataclass(slots=True)
class Written:
    """What one operation wrote. `deal_fields`: the fields of the deal that it set, with their new values."""

    operation_id: int
    intent: Intent
    customer: Customer
    contact_id: int | None = None
    deal: Deal | None = None
    deal_is_new: bool = False
    deal_fields: dict[str, Any] = field(default_factory=dict)
    amount_before: Sum | None = None
    stage: Stage | None = None
    steps: Sequence[NextStep] = ()
    kept: Sequence[str] = ()
    is_order: bool = False
    rest: Sum | None = None
    employer_before: str | None = None
    learnt: str | None = None
    deal_before: DealState | None = None
    line: UsefulLine | None = None
    tip: str | None = None
    has_files: bool = False


def card(work: Work, by: Member, written: Written) -> Logged:
    """The notice for an operation."""
    intent, deal, customer = written.intent, written.deal, written.customer
    called = [named.name for named in (customer.company, customer.person) if named]
    return Logged(
        operation_id=written.operation_id,
        contact_id=written.contact_id,
        kind=intent.kind,
        no_answer=intent.no_answer,
        duration_min=intent.duration_min,
        occurred_on=intent.occurred_on,
        today=work.today(by),
        **_of(customer),
        deal=Named(deal.id, own_title(deal.title, *called)) if deal else None,
        deal_is_new=written.deal_is_new,
        amount=_amount(written),
        amount_before=written.amount_before,
        **_moved(written),
        close_on=written.deal_fields.get("expected_close_on", intent.close_on),
        probability=written.deal_fields.get("probability", intent.probability),
        steps=[step_line(work, by, step) for step in written.steps if step.is_open],
        positions=intent.positions if intent.amount == computed(intent.positions) else [],
        expenses=intent.expenses,
        is_order=written.is_order,
        rest=written.rest,
        rest_is_lost=intent.rest is Rest.LOST,
        tender_on=intent.tender_on,
        paused_until=intent.paused_until if customer.company else None,
        employer_before=written.employer_before,
        question=_asked(written, intent.asked),
        guess=_asked(written, intent.guess),
        learnt=written.learnt,
        line=written.line,
        tip=written.tip,
        corrected=intent.corrected,
        kept=list(written.kept),
        has_files=written.has_files,
    )


def _of(customer: Customer) -> dict[str, Any]:
    """Whom it is about, and which of them is new."""
    company, person = customer.company, customer.person
    return {
        "company": Named(company.id, company.name) if company else None,
        "company_is_new": customer.company_is_new,
        "person": Named(person.id, person.name) if person else None,
        "person_is_new": customer.person_is_new,
    }


def _moved(written: Written) -> dict[str, Any]:
    """The stage the deal is in now, or the one that waits for an answer; why it was lost, and to whom."""
    intent, stage = written.intent, written.stage
    waits = written.deal is None and not written.is_order
    meaning = stage.meaning if stage else (intent.stage if waits else None)
    return {
        "stage": stage.name if stage else None,
        "stage_meaning": meaning,
        "lost_reason": intent.lost_reason if meaning is StageMeaning.LOST else None,
        "competitor": intent.competitor,
    }


def _amount(written: Written) -> Sum | None:
    deal = written.deal
    if deal is None:
        return written.intent.amount
    return Sum(deal.amount, deal.currency) if deal.amount is not None and deal.currency else None


def _asked(written: Written, asked: OpenQuestion | None) -> Asked | None:
    if asked is None:
        return None
    return Asked(question_id=written.operation_id, field=asked.field, options=asked.options)


def step_line(
    work: Work,
    reader: Member,
    step: NextStep,
    *,
    company: str | None = None,
    person: str | None = None,
    deal: str | None = None,
    owner: str | None = None,
) -> StepLine:
    """A next step as a line; a public holiday or weekend on a day that was named is pointed out."""
    language = reader.language or work.team.language
    warning = free_day(step.due_on, work.team.country, language) if step.due_on else None
    return StepLine(
        id=step.id,
        kind=step.kind,
        on=step.due_on,
        at=step.due_time,
        remind_on=step.remind_on,
        by_customer=bool(step.by_customer),
        reason=step.reason,
        text=step.text,
        company=company,
        person=person,
        deal=deal,
        company_id=step.company_id,
        person_id=step.person_id,
        deal_id=step.deal_id,
        owner=owner,
        free_day=warning,
    )


def reopened(work: Work, by: Member, operation: Operation) -> Written:
    """What an earlier operation wrote, read back from the change log."""
    intent = decode(operation.intent) if operation.intent else Intent(text="", said_at=operation.at)
    changes = work.session.scalars(
        select(Change).where(Change.operation_id == operation.id).order_by(Change.id)
    ).all()
    created = {change.record: change.record_id for change in changes if change.field == CREATED}
    contact = records.find(work.session, by, Contact, created.get("contacts"))
    step_ids = [c.record_id for c in changes if c.record == "next_steps" and c.field == CREATED]
    written = Written(operation.id, intent, _customer(work, by, contact, step_ids, intent, created))
    written.contact_id = contact.id if contact else None
    written.has_files = bool(files.of_contact(work.session, by, written.contact_id))
    written.is_order = "orders" in created
    written.employer_before = _employer_before(work, changes)
    written.steps = [step for id_ in step_ids if (step := records.find(work.session, by, NextStep, id_))]
    _reopen_deal(work, by, written, changes, contact)
    return written


def _customer(
    work: Work,
    by: Member,
    contact: Contact | None,
    step_ids: Sequence[int],
    intent: Intent,
    created: dict[str, int],
) -> Customer:
    source = contact or (records.find(work.session, by, NextStep, step_ids[0]) if step_ids else None)
    company_id = source.company_id if source else intent.company_id or created.get("companies")
    person_id = source.person_id if source else intent.person_id or created.get("people")
    return Customer(
        records.by_id(work.session, Company, company_id),
        records.by_id(work.session, Person, person_id),
        "companies" in created,
        "people" in created,
    )


def _reopen_deal(
    work: Work, by: Member, written: Written, changes: Sequence[Change], contact: Contact | None
) -> None:
    of_deals = [change for change in changes if change.record == "deals"]
    deal_id = of_deals[0].record_id if of_deals else (contact.deal_id if contact else None)
    of_deal = [change for change in of_deals if change.record_id == deal_id]
    written.rest = _rest([change for change in of_deals if change.record_id != deal_id])
    written.deal = records.find(work.session, by, Deal, deal_id)
    for change in of_deal:
        if change.field == CREATED:
            written.deal_is_new = True
            continue
        written.deal_fields[change.field] = decoded(Deal, change.field, change.new)
        if change.field == "amount" and change.old is not None and written.deal and written.deal.currency:
            written.amount_before = Sum(decoded(Deal, "amount", change.old), written.deal.currency)
    if "stage_id" in written.deal_fields:
        written.stage = work.session.get(Stage, written.deal_fields["stage_id"])


def _rest(changes: Sequence[Change]) -> Sum | None:
    """What the operation split off from its deal."""
    first = {change.field: change.new for change in changes if change.old is None}
    if "split_from_id" not in first:
        return None
    return Sum(decoded(Deal, "amount", first["amount"]), decoded(Deal, "currency", first["currency"]))


def _employer_before(work: Work, changes: Sequence[Change]) -> str | None:
    for change in changes:
        if change.record == "people" and change.field == "company_id" and change.old is not None:
            company = records.company(work.session, decoded(Person, "company_id", change.old))
            return company.name if company else None
    return None
