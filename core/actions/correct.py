"""Corrections: an operation is taken back and written anew with a field changed, in place of its card."""

from collections.abc import Sequence

import msgspec

from core.actions import expenses, files
from core.actions.answer import retell, tell
from core.actions.asking import ask_in_words
from core.actions.card import Written, card, reopened
from core.actions.choices import CHOICES, OTHER, pipeline_choices
from core.actions.customer import Customer, DirectoryNames
from core.actions.intent import Intent, OpenQuestion, decode, from_report, open_question
from core.actions.learning import teach_company, teach_day
from core.actions.log import filled, intent_of, of_bare_name, of_step, reports, understand, write
from core.actions.undo import take_back, undo_shown
from core.actions.values import with_choice, with_words
from core.actions.visit_report import Told, with_visit_once
from core.actions.work import Source, Work
from core.errors import NoLongerApplies
from core.model import Member, Operation
from core.notices import AskInWords, CorrectMenu
from core.reading.amendments import name_told
from core.reading.intent import Field, Question, Report
from core.storage import files as stored_files
from core.storage import records, visits


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
        has_plan=bool(written.intent.plans),
        has_pipelines=bool(pipeline_choices(work, by, written)),
        file_id=_file_of(work, by, written),
    )
    work.post(chat_id, notice, to=by, operation_id=operation.id, edits=card_id)


def _file_of(work: Work, by: Member, written: Written) -> int | None:
    found = stored_files.of_contact(work.session, by, written.contact_id)
    return found[0].id if found else None


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
        ask = AskInWords(about="operation", record_id=operation.id, field=field)
        ask_in_words(work, by, chat_id, ask, operation_id=operation.id)
        return
    before = decode(operation.intent or "{}")
    changed = with_choice(work, by, before, field, value)
    asked = before.asked or before.guess
    learnt = None if asked and asked.field == field else learn(work, by, before, changed, field)
    rewrite(work, by, [operation], [changed], card_id, learnt)


def learn(work: Work, by: Member, before: Intent, changed: Intent, field: str) -> str | None:
    """What a correction (not an answer to a question) teaches for the messages to come."""
    if field == "company" and before.called and changed.company_id:
        return teach_company(work, by, before.called, changed.company_id, before.company_id)
    if field == Field.NEXT_DATE.value and before.plans[0].on is None and changed.plans[0].on:
        said_on = before.said_at.astimezone(work.zone_of(by)).date()
        return teach_day(work, by, before.unread, said_on, changed.plans[0].on)
    return None


def answer(work: Work, by: Member, operation_id: int, value: str, chat_id: int, card_id: int) -> None:
    """Answers the open question of an operation. Raises NoLongerApplies where it has none any more."""
    operation = _open(work, by, operation_id)
    intent = decode(operation.intent or "{}")
    asked = intent.asked or intent.guess
    if asked is None:
        raise NoLongerApplies()
    choose(work, by, operation_id, asked.field, value, chat_id, card_id)


def answer_in_words(work: Work, by: Member, operation_id: int, field: str, text: str, source: Source) -> None:
    """Sets a field from the person's own words. Raises NotUnderstood where they say nothing of it."""
    operation = _open(work, by, operation_id)
    intent = decode(operation.intent or "{}")
    said = _said(work, by, field, text, source)
    if said is not None and (said.company_id or said.person_id):
        said = _as_written(work, by, said, field, text)
    changed = with_words(intent, said, field, text)
    if said is not None and changed.new_company:
        changed = offering(changed, said.questions, intent.company_id)
    rewrite(work, by, [operation], [changed], None)


def offering(changed: Intent, questions: Sequence[OpenQuestion], instead_of: int | None) -> Intent:
    """The intent about a new company with what it may be a slip of; not what was just said to be wrong."""
    asked = (question for question in questions if question.field == Field.COMPANY.value)
    options = [option for each in asked for option in each.options if option.value != str(instead_of)]
    may_be = [OpenQuestion(field=Field.COMPANY.value, options=options)] if options else []
    return msgspec.structs.replace(changed, questions=[*changed.questions, *may_be])


def _as_written(work: Work, by: Member, said: Intent, field: str, text: str) -> Intent:
    """What was understood of a name that was asked for; as it is written where nobody is called just so."""
    name = name_told(text, work.directory, language=by.language)
    if name is None:
        return said
    nobody = msgspec.structs.replace(said, company_id=None, person_id=None, new_person=None)
    if field == Field.PERSON.value:
        return msgspec.structs.replace(nobody, new_person=name.name, company_id=said.company_id)
    near = [open_question(Question(Field.COMPANY, name.near), DirectoryNames(work))] if name.near else []
    return msgspec.structs.replace(nobody, new_company=name.name, questions=near)


def _said(work: Work, by: Member, field: str, text: str, source: Source) -> Intent | None:
    """What the words say; where a company is asked for, a bare word that reads as nothing is its name."""
    reading = understand(work, by, text, source)
    if field == expenses.FIELD:
        return expenses.said_of_visit(work, reading, text, source)
    reports: Sequence[Report] = reading.reports
    if not reports and field == Field.COMPANY.value:
        reports = of_bare_name(work, by, text, source)
    return from_report(reports[0], text, source, DirectoryNames(work)) if reports else None


def edit(work: Work, by: Member, text: str, source: Source) -> bool:
    """Re-reads an edited message and corrects what it wrote; False where it had written nothing.

    A message that says nothing any more takes back what it had written.
    """
    operations = records.operations_of_message(work.session, by, source.chat_id, source.message_id)
    if not operations:
        return False
    intents = _read_again(work, by, text, source, operations)
    if intents:
        rewrite(work, by, operations, intents, None)
    else:
        for operation in operations:
            undo_shown(work, by, operation, source.chat_id, records.card_of(work.session, by, operation))
    return True


def _read_again(
    work: Work, by: Member, text: str, source: Source, operations: Sequence[Operation]
) -> list[Intent]:
    """The intents of an edited message; one that was about a card or step it did not name still is."""
    reading = understand(work, by, text, source)
    before = decode(operations[0].intent or "{}")
    about = None
    if before.answers:
        about = Customer(
            records.company(work.session, before.company_id), records.person(work.session, before.person_id)
        )
    intents = [
        filled(
            intent_of(work, by, report, reading, text, source, in_context=about is None),
            about,
            before.deal_id,
        )
        for report in reports(reading, text, about, source, work, by)
    ]
    intents = expenses.with_expenses(work, reading, text, source, intents)
    if intents and before.step_id and before.kind:
        intents[0] = of_step(work, by, intents[0], before.step_id, before.kind)
    visit = visits.last(work.session, by, before.visit_id)
    if visit is not None:
        told = Told(visit, visit.ended_at or before.said_at)
        intents = with_visit_once(work, by, intents, told)
    return [msgspec.structs.replace(intent, corrected=True) for intent in intents]


def rewrite(
    work: Work,
    by: Member,
    operations: Sequence[Operation],
    intents: Sequence[Intent],
    card_id: int | None,
    learnt: str | None = None,
) -> None:
    """Takes operations of one message back and writes the intents in their place; the card follows."""
    first = operations[0]
    place = card_id or records.card_of(work.session, by, first)
    alone = len(intents) == 1 == len(operations)
    contacts = [reopened(work, by, operation).contact_id for operation in operations]
    kept = [field for operation in operations for field in take_back(work, by, operation)]
    chat_id, message_id = first.chat_id or 0, first.message_id or 0
    written = []
    for index, intent in enumerate(intents):
        source = Source(chat_id, message_id, intent.said_at)
        part = operations[index].part if index < len(operations) else index
        written.append(write(work, by, intent, source, part, kept))
    written[0].learnt = learnt
    for contact_id, each in zip(contacts, written, strict=False):
        files.follow(work, by, contact_id, each)
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
