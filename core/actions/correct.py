"""Corrections: an operation is taken back and written anew with a field changed, in place of its card."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec
from sqlalchemy import select

from core.actions.answer import retell, tell
from core.actions.card import Written, card, reopened
from core.actions.customer import Customer, DirectoryNames
from core.actions.deal import as_sum
from core.actions.intent import NEW_DEAL, Intent, Plan, answered, decode, from_report
from core.actions.log import understand, write
from core.actions.undo import take_back, undo
from core.actions.work import Source, Work
from core.errors import NoLongerApplies, NotFound, NotUnderstood
from core.model import Company, Contact, Deal, Member, Operation
from core.notices import AskInWords, CorrectMenu, Option, Sum
from core.reading.intent import Field
from core.storage import records
from core.terms import ContactKind

OTHER = "other"
"""The choice that is none of those offered: the person is asked to say it in words."""

RECENT_COMPANIES = 6
DAYS_BACK = 7


def menu(work: Work, by: Member, operation_id: int, chat_id: int, card_id: int, choosing: str = "") -> None:
    """Shows, in place of the card, what can be corrected, or the choices for one field."""
    operation = _open(work, by, operation_id)
    written = reopened(work, by, operation)
    choices = CHOICES[choosing](work, by, written) if choosing in CHOICES else []
    notice = CorrectMenu(
        operation_id=operation.id,
        today=work.today(by),
        card=card(work, by, written),
        choosing=choosing or None,
        choices=list(choices),
        has_contact=written.contact_id is not None,
    )
    work.post(chat_id, notice, to=by, operation_id=operation.id, edits=card_id)


def back(work: Work, by: Member, operation_id: int, card_id: int) -> None:
    """Shows the card again."""
    operation = _open(work, by, operation_id)
    retell(work, by, operation, card_id)


def choose(
    work: Work, by: Member, operation_id: int, field: str, value: str, chat_id: int, card_id: int
) -> None:
    """Sets a field of the operation's record to one of the offered choices."""
    operation = _open(work, by, operation_id)
    if value == OTHER:
        ask = AskInWords(operation_id=operation.id, field=field)
        work.post(chat_id, ask, to=by, operation_id=operation.id)
        return
    changed = _with_value(work, by, decode(operation.intent or "{}"), field, value)
    rewrite(work, by, [operation], [changed], card_id)


def answer(work: Work, by: Member, operation_id: int, value: str, chat_id: int, card_id: int) -> None:
    """Answers the open question of an operation. Raises NoLongerApplies where it has none any more."""
    operation = _open(work, by, operation_id)
    asked = decode(operation.intent).asked if operation.intent else None
    if asked is None:
        raise NoLongerApplies()
    choose(work, by, operation_id, asked.field, value, chat_id, card_id)


def answer_in_words(work: Work, by: Member, operation_id: int, field: str, text: str, source: Source) -> None:
    """Sets a field from the person's own words. Raises NotUnderstood where they say nothing of it."""
    operation = _open(work, by, operation_id)
    intent = decode(operation.intent or "{}")
    reading = understand(work, by, text, source)
    said = from_report(reading.reports[0], text, source, DirectoryNames(work)) if reading.reports else None
    if field in (Field.COMPANY.value, Field.PERSON.value):
        changes = _who_in_words(work, said, field, text)
    else:
        changes = _value_in_words(said, field, intent, reading_date=said.occurred_on if said else None)
    changed = answered(intent, field, changes | {"corrected": True})
    rewrite(work, by, [operation], [changed], None)


def edit(work: Work, by: Member, text: str, source: Source) -> bool:
    """Re-reads an edited message and corrects what it wrote; False where it had written nothing.

    A message that says nothing any more takes back what it had written.
    """
    operations = records.operations_of_message(work.session, by, source.chat_id, source.message_id)
    if not operations:
        return False
    reading = understand(work, by, text, source)
    intents = [
        msgspec.structs.replace(from_report(report, text, source, DirectoryNames(work)), corrected=True)
        for report in reading.reports
    ]
    if intents:
        rewrite(work, by, operations, intents, None)
    else:
        for operation in operations:
            undo(work, by, operation.id, records.card_of(work.session, by, operation))
    return True


def rewrite(
    work: Work, by: Member, operations: Sequence[Operation], intents: Sequence[Intent], card_id: int | None
) -> None:
    """Takes operations of one message back and writes the intents in their place; the card follows."""
    first = operations[0]
    place = card_id or records.card_of(work.session, by, first)
    alone = len(intents) == 1 == len(operations)
    kept = [field for operation in operations for field in take_back(work, by, operation)]
    chat_id, message_id = first.chat_id or 0, first.message_id or 0
    written = []
    for index, intent in enumerate(intents):
        source = Source(chat_id, message_id, intent.said_at)
        part = operations[index].part if index < len(operations) else index
        written.append(write(work, by, intent, source, part, kept))
    if alone and place:
        operation = records.get(work.session, by, Operation, written[0].operation_id)
        retell(work, by, operation, place, written=written[0])
    else:
        tell(work, by, written, chat_id, edits=place, reply_to=None if place else message_id)


def _open(work: Work, by: Member, operation_id: int) -> Operation:
    operation = records.get(work.session, by, Operation, operation_id)
    if operation.undone_at is not None or operation.by_id != by.id:
        raise NoLongerApplies()
    return operation


def _with_value(work: Work, by: Member, intent: Intent, field: str, value: str) -> Intent:
    try:
        changes = SETTERS[field](work, by, intent, value)
    except (KeyError, ValueError, InvalidOperation) as error:
        raise NoLongerApplies() from error
    return answered(intent, field, changes | {"corrected": True})


def _set_company(work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    company = records.company(work.session, int(value))
    if company is None:
        raise NotFound()
    person = records.person(work.session, intent.person_id)
    keeps = person is not None and person.company_id == company.id
    return {
        "company_id": company.id,
        "new_company": None,
        "person_id": intent.person_id if keeps else None,
        "deal_id": None,
    }


def _set_person(work: Work, _by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    person = records.person(work.session, int(value))
    if person is None:
        raise NotFound()
    return {
        "person_id": person.id,
        "company_id": person.company_id,
        "new_person": None,
        "new_company": None,
        "deal_id": None,
    }


def _set_deal(work: Work, by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    if value == "none":
        return {"deal_id": None, "without_deal": True}
    deal_id = int(value)
    if deal_id != NEW_DEAL:
        records.get(work.session, by, Deal, deal_id)
    return {"deal_id": deal_id, "without_deal": False}


def _set_kind(_work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    return {"kind": ContactKind(value), "occurred_on": intent.occurred_on or intent.said_at.date()}


def _set_date(work: Work, by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    day = date.fromisoformat(value)
    if day > work.today(by):
        raise NoLongerApplies()
    return {"occurred_on": day}


def _set_amount(work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    currency = intent.amount.currency if intent.amount else work.team.currency
    return {"amount": Sum(Decimal(value), currency)}


def _set_close(_work: Work, _by: Member, _intent: Intent, value: str) -> dict[str, Any]:
    return {"close_on": date.fromisoformat(value)}


def _set_next_date(_work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    return {"plans": _first_plan(intent, on=date.fromisoformat(value))}


def _set_next_time(_work: Work, _by: Member, intent: Intent, value: str) -> dict[str, Any]:
    return {"plans": _first_plan(intent, at=time.fromisoformat(value))}


def _first_plan(intent: Intent, **changes: Any) -> list[Plan]:
    first, *others = intent.plans
    return [msgspec.structs.replace(first, **changes), *others]


SETTERS: dict[str, Callable[[Work, Member, Intent, str], dict[str, Any]]] = {
    "company": _set_company,
    "person": _set_person,
    "deal": _set_deal,
    "kind": _set_kind,
    "date": _set_date,
    Field.AMOUNT.value: _set_amount,
    Field.CLOSE_DATE.value: _set_close,
    Field.OCCURRED.value: _set_date,
    Field.NEXT_DATE.value: _set_next_date,
    Field.NEXT_TIME.value: _set_next_time,
}


def _who_in_words(work: Work, said: Intent | None, field: str, text: str) -> dict[str, Any]:
    """The customer that the words name: known, or new by exactly these words."""
    if said is not None and (said.company_id or said.person_id or said.new_company or said.new_person):
        names = ("company_id", "new_company", "person_id", "new_person")
        return {name: getattr(said, name) for name in names} | {"deal_id": None}
    name = " ".join(text.split())
    if not name:
        raise NotUnderstood()
    return {"new_company" if field == Field.COMPANY.value else "new_person": name[:300], "deal_id": None}


def _value_in_words(
    said: Intent | None, field: str, intent: Intent, reading_date: date | None
) -> dict[str, Any]:
    if said is None:
        raise NotUnderstood()
    plan = said.plans[0] if said.plans else None
    values: dict[str, Any] = {
        Field.AMOUNT.value: said.amount and {"amount": said.amount},
        Field.CLOSE_DATE.value: said.close_on and {"close_on": said.close_on},
        Field.OCCURRED.value: reading_date and {"occurred_on": reading_date},
        "date": reading_date and {"occurred_on": reading_date},
        Field.NEXT_DATE.value: plan and plan.on and {"plans": _first_plan(intent, on=plan.on)},
        Field.NEXT_TIME.value: plan and plan.at and {"plans": _first_plan(intent, at=plan.at)},
    }
    if not values.get(field):
        raise NotUnderstood()
    return dict(values[field])


def _company_choices(work: Work, by: Member, written: Written) -> list[Option]:
    """The companies that the member has spoken to last, but not the one that stands there."""
    recent = (
        select(Contact.company_id)
        .where(Contact.by_id == by.id, Contact.company_id.is_not(None), Contact.deleted_at.is_(None))
        .order_by(Contact.id.desc())
        .limit(100)
    )
    ids = [key for key in dict.fromkeys(work.session.scalars(recent)) if key != written.customer.company_id]
    named = (work.session.get(Company, key) for key in ids[:RECENT_COMPANIES] if key is not None)
    options = [Option(value=str(company.id), name=company.name) for company in named if company]
    return [*options, Option(value=OTHER)]


def _deal_choices(work: Work, by: Member, written: Written) -> list[Option]:
    customer: Customer = written.customer
    if customer.company is None and customer.person is None:
        return []
    found = records.open_deals_of(
        work.session, by, company_id=customer.company_id, person_id=customer.person_id
    )
    options = [Option(value=str(deal.id), name=deal.title, sum=as_sum(deal)) for deal in found[:6]]
    return [*options, Option(value=str(NEW_DEAL)), Option(value="none")]


def _kind_choices(_work: Work, _by: Member, written: Written) -> list[Option]:
    return [Option(value=kind.value) for kind in ContactKind if kind is not written.intent.kind]


def _date_choices(work: Work, by: Member, written: Written) -> list[Option]:
    today = work.today(by)
    days = [today - timedelta(days=back) for back in range(DAYS_BACK)]
    return [Option(value=day.isoformat(), on=day) for day in days if day != written.intent.occurred_on]


CHOICES: dict[str, Callable[[Work, Member, Written], list[Option]]] = {
    "company": _company_choices,
    "deal": _deal_choices,
    "kind": _kind_choices,
    "date": _date_choices,
}
