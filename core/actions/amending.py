"""A reply to a card that says something is otherwise: the card's record is corrected, as by its buttons."""

from datetime import timedelta
from typing import Any

import msgspec

from core.actions.correct import learn, offering, rewrite
from core.actions.customer import DirectoryNames
from core.actions.intent import Intent, OpenQuestion, Plan, answered, decode, from_report
from core.actions.work import Source, Work
from core.model import Member, Operation
from core.notices import Sum
from core.reading.amendments import Amendment, amendment, begins_amended
from core.reading.intent import Field
from core.storage import records

JUST_NOW = timedelta(minutes=10)
"""For so long after a log a remark without a reply is taken to be about it."""

WHO = (Field.COMPANY.value, Field.PERSON.value)


def amend(work: Work, by: Member, operation: Operation, text: str, source: Source) -> bool:
    """Corrects what the operation wrote by the words; False where they are no correction of it."""
    if operation.by_id != by.id or operation.undone_at is not None or not operation.intent:
        return False
    local = source.said_at.astimezone(work.zone_of(by)).replace(tzinfo=None)
    said = amendment(text, local, work.directory, language=by.language)
    if said is None:
        return False
    before = decode(operation.intent)
    changed = _with_values(work, before, said)
    if said.report is not None:
        who = from_report(said.report, text, source, DirectoryNames(work))
        if said.may_be_person and (before.person_id or before.new_person):
            who = msgspec.structs.replace(who, new_person=who.new_company, new_company=None)
        changed = _with_customer(work, changed, who)
    if changed == before:
        return False
    learnt = learn(work, by, before, changed, Field.COMPANY.value) if said.report is not None else None
    changed = msgspec.structs.replace(changed, corrected=True)
    card_id = records.card_of(work.session, by, operation)
    rewrite(work, by, [operation], [changed], card_id, learnt)
    return True


def amend_newest(work: Work, by: Member, text: str, source: Source) -> bool:
    """As `amend` for words that reply to nothing but begin with a no, of what was logged just before."""
    if source.reply_to_message_id is not None or not begins_amended(text):
        return False
    newest = records.newest_of(work.session, by, source.chat_id, work.now - JUST_NOW)
    return newest is not None and amend(work, by, newest, text, source)


def _with_values(work: Work, intent: Intent, said: Amendment) -> Intent:
    """The intent with the kind, sum, length and day that hold; a day ahead is that of what was planned."""
    if said.kind is not None:
        intent = answered(intent, "kind", {"kind": said.kind})
    if said.amount is not None:
        known = intent.amount.currency if intent.amount else work.team.currency
        value = Sum(said.amount.amount, said.amount.currency or known)
        intent = answered(intent, Field.AMOUNT.value, {"amount": value, "is_budget": False})
    if said.duration_min is not None:
        intent = answered(intent, "duration", {"duration_min": said.duration_min})
    if said.is_past and (said.at is None or not intent.plans):
        return answered(intent, Field.OCCURRED.value, {"occurred_on": said.on})
    if intent.plans and (said.on or said.at):
        return answered(intent, Field.NEXT_DATE.value, {"plans": _planned(intent.plans, said)})
    return intent


def _planned(plans: list[Plan], said: Amendment) -> list[Plan]:
    """The plans with the day and time of the first that has a day, else of the first, set anew."""
    place = next((number for number, plan in enumerate(plans) if plan.on is not None), 0)
    plan = plans[place]
    moved = msgspec.structs.replace(plan, on=said.on or plan.on, at=said.at or plan.at)
    return [*plans[:place], moved, *plans[place + 1 :]]


def _with_customer(work: Work, intent: Intent, who: Intent) -> Intent:
    """The intent about whom the words name. Somebody new, or one of several of that name, is at the company
    that it was about; where that leaves it open, the card asks."""
    person_id, asked = who.person_id, [each for each in who.questions if each.field in WHO]
    for question in asked[:1]:
        person_id = person_id or _at_company(work, question, intent.company_id)
    before_id = intent.company_id
    names_company = who.company_id is not None or who.new_company is not None
    company: dict[str, Any] = {"company_id": intent.company_id, "new_company": intent.new_company}
    if names_company:
        company = {"company_id": who.company_id, "new_company": who.new_company}
    intent = answered(answered(intent, WHO[0], {}), WHO[1], {})
    changes = {"person_id": person_id, "new_person": who.new_person, "deal_id": None, "called": who.called}
    changed = msgspec.structs.replace(intent, **company, **changes)
    if who.new_company:
        return offering(changed, asked, before_id)
    questions = [*intent.questions, *(asked if person_id is None else [])]
    return msgspec.structs.replace(changed, questions=questions)


def _at_company(work: Work, question: OpenQuestion, company_id: int | None) -> int | None:
    """The one of those offered who works at the company."""
    if question.field != Field.PERSON.value or company_id is None:
        return None
    offered = [records.person(work.session, int(option.value)) for option in question.options]
    here = [each.id for each in offered if each is not None and each.company_id == company_id]
    return here[0] if len(here) == 1 else None
