"""Logging: a message becomes a contact, what it says of the deal, and every promise in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

import msgspec

from core.actions import bidders, employer, expenses, plans, tips, visit_report
from core.actions import deal as deals
from core.actions.answer import tell
from core.actions.card import Written
from core.actions.context import settled
from core.actions.customer import Customer, DirectoryNames, resolve
from core.actions.intent import Intent, OpenQuestion, encode, from_report
from core.actions.learning import in_usual_words
from core.actions.said import phone_said
from core.actions.useful_line import useful_line
from core.actions.visit_report import Told
from core.actions.work import Source, Work
from core.model import Contact, Member, NextStep
from core.notices import NotALog
from core.reading import read
from core.reading.amendments import name_told
from core.reading.intent import Aside, Field, Reading, Report
from core.storage.ledger import Ledger
from core.terms import ContactKind, StageMeaning

A_COMPANY = "UAB"
"""A legal form: a bare word that reads as nothing by itself is a company's name with it."""

NAME = "log"
"""The operation's name in the change log."""


def log_message(
    work: Work,
    by: Member,
    text: str,
    source: Source,
    *,
    about: Customer | None = None,
    deal_id: int | None = None,
    step: NextStep | None = None,
    told: Told | None = None,
    instead: OpenQuestion | None = None,
) -> None:
    """Reads a message and writes what it says; the answer goes to the chat it came from.

    `about` and `deal_id`: the customer and deal of the card that it replies to, for what it leaves unsaid.
    `step`: the next step that it tells how it went; `told`: the visit that it may tell of.
    `instead`: who it may be about, where `about` is nobody or only likely.
    """
    if tips.are_refused(work, by, text):
        tips.turn_off(work, by, source.chat_id)
        return
    reading = understand(work, by, text, source)
    intents = [
        filled(intent_of(work, by, report, reading, text, source, in_context=about is None), about, deal_id)
        for report in reports(reading, text, about, source, work, by)
    ]
    intents = expenses.with_expenses(work, reading, text, source, intents)
    if not intents:
        aside = reading.aside or Aside.OTHER
        work.post(source.chat_id, NotALog(aside=aside.value, name=by.name), to=by)
        return
    if instead is not None:
        intents[0] = _perhaps(intents[0], instead)
    if step is not None:
        intents[0] = of_step(work, by, intents[0], step.id, ContactKind(step.kind.value))
    if told is not None:
        intents = visit_report.with_visit_once(work, by, intents, told)
    written = [write(work, by, intent, source, part) for part, intent in enumerate(intents)]
    _help(work, by, written)
    tell(work, by, written, source.chat_id)


def _help(work: Work, by: Member, written: Sequence[Written]) -> None:
    """Adds the one line that is of use, or else a tip, to what stands on a card alone."""
    if len(written) == 1:
        written[0].line = useful_line(work, by, written[0])
        written[0].tip = tips.due(work, by) if written[0].line is None else None


def understand(work: Work, by: Member, text: str, source: Source) -> Reading:
    """The reading of a message at the local time at which it was said."""
    local = source.said_at.astimezone(work.zone_of(by)).replace(tzinfo=None)
    return read(in_usual_words(work, by, text), local, work.directory, language=by.language)


def of_bare_name(work: Work, by: Member, text: str, source: Source) -> Sequence[Report]:
    """The reports of a name that reads as nothing by itself: a company's, in the nominative where its ending
    tells the case ("Vilkupei"); none where it is no name."""
    reports = understand(work, by, f"{A_COMPANY} {text}", source).reports
    name = name_told(text, work.directory, language=by.language)
    if name is None or name.last - name.first != len(text.split()):
        return reports
    return [replace(each, new_company=name.name) if each.new_company else each for each in reports]


def is_report(work: Work, by: Member, text: str, source: Source) -> bool:
    """Whether a message plainly tells of something that happened or is to be done; a bare name does not."""
    return any(map(_tells, understand(work, by, text, source).reports))


def introduces(work: Work, by: Member, text: str, source: Source) -> bool:
    """Whether a message tells of somebody new: a person at a new company, or whoever has a number to call."""
    reports = understand(work, by, text, source).reports
    new = any(each.new_company and (each.new_person or each.person) for each in reports)
    return new or (bool(reports) and phone_said(text)[0] is not None)


def names_only(work: Work, by: Member, text: str, source: Source) -> bool:
    """Whether a message may be a customer's name and nothing else."""
    reading = understand(work, by, text, source)
    says_more = any(_tells(report) or report.amount for report in reading.reports)
    return reading.aside in (None, Aside.OTHER) and not says_more


def _tells(report: Report) -> bool:
    """Whether a report says more than whom it is about, and for how much."""
    happened = report.kind not in (None, ContactKind.NOTE)
    return happened or bool(report.steps or report.stage or report.duration_min)


def may_be_about(work: Work, by: Member, text: str, source: Source, customer: Customer) -> bool:
    """Whether a message says something of a customer, in so far as it names nobody else."""
    reading = understand(work, by, text, source)
    if not reading.reports:
        return reading.aside is Aside.OTHER
    report = reading.reports[0]
    for question in report.questions:
        known = {Field.COMPANY: customer.company_id, Field.PERSON: customer.person_id}
        if question.field in known:
            return known[question.field] in question.choices
    company = report.company if report.person is None else work.directory.company_of(report.person)
    return not report.new_company and (company is None or company == customer.company_id)


def intent_of(
    work: Work, by: Member, report: Report, reading: Reading, text: str, source: Source, *, in_context: bool
) -> Intent:
    """The intent of one report of a message; `in_context`: what the day so far tells decides who is meant."""
    report, guess = settled(work, by, report, source) if in_context else (report, None)
    intent = from_report(report, text, source, DirectoryNames(work), guess=guess)
    said = in_usual_words(work, by, text)
    return msgspec.structs.replace(intent, unread=[said[start:end] for start, end in reading.unread])


def write(
    work: Work, by: Member, intent: Intent, source: Source, part: int, kept: Sequence[str] = ()
) -> Written:
    """Writes one intent as an operation of its own, which can be undone as a whole."""
    ledger = _begin(work, by, source, part)
    intent = employer.with_mover(work, intent)
    customer = resolve(work, ledger, intent)
    choice = deals.choose(work, by, intent, customer)
    at = happened_at(work, by, intent)
    outcome = deals.apply(work, ledger, by, intent, customer, choice, at)
    if outcome.stage is not None and outcome.stage.meaning is StageMeaning.WON and outcome.deal is not None:
        asked_since = intent.said_at if intent.corrected else None
        bidders.offer_to_lose_others(work, by, outcome.deal, asked_since)
    left_id, of_steps = employer.record(work, ledger, by, intent, customer, at)
    if intent.paused_until and customer.company is not None:
        ledger.change(customer.company, {"paused_until": intent.paused_until}, valid_at=at)
    intent = _asking(intent, deals.question(work, choice), outcome.asked, of_steps)
    contact_id = _contact(work, ledger, by, intent, customer, outcome, at)
    visit_report.end(work, ledger, by, intent, contact_id)
    expenses.write(work, ledger, by, intent, customer, outcome.deal, contact_id)
    plans.fulfil(work, ledger, by, intent, customer, outcome.deal)
    steps = plans.write(work, ledger, by, intent, customer, outcome.deal, contact_id)
    ledger.close(intent=encode(intent))
    return Written(
        ledger.operation_id,
        intent,
        customer,
        contact_id=contact_id,
        deal=outcome.deal,
        deal_is_new=outcome.is_new,
        deal_fields=outcome.written,
        amount_before=outcome.amount_before,
        deal_before=outcome.before,
        stage=outcome.stage,
        steps=[*steps, *outcome.steps],
        kept=kept,
        is_order=outcome.order_id is not None,
        rest=outcome.rest,
        employer_before=employer.company_left(work, left_id),
    )


def _begin(work: Work, by: Member, source: Source, part: int) -> Ledger:
    return Ledger.begin(
        work.session,
        NAME,
        work.now,
        by_id=by.id,
        chat_id=source.chat_id,
        message_id=source.message_id or None,
        part=part,
    )


def _asking(intent: Intent, *questions: OpenQuestion | None) -> Intent:
    """The intent with the questions that writing it has raised, each field once."""
    asked = {question.field for question in intent.questions}
    raised = [question for question in questions if question is not None and question.field not in asked]
    return msgspec.structs.replace(intent, questions=[*intent.questions, *raised]) if raised else intent


def happened_at(work: Work, by: Member, intent: Intent) -> datetime:
    """The instant of the contact: the message's own when it was that day, else noon of the day."""
    zone = work.zone_of(by)
    if intent.occurred_on is None or intent.occurred_on == intent.said_at.astimezone(zone).date():
        return intent.said_at
    return datetime.combine(intent.occurred_on, time(12), tzinfo=zone).astimezone(UTC)


def _contact(
    work: Work,
    ledger: Ledger,
    by: Member,
    intent: Intent,
    customer: Customer,
    outcome: deals.Outcome,
    at: datetime,
) -> int | None:
    if intent.kind is None or intent.occurred_on is None:
        return None
    values = {
        "kind": intent.kind,
        "by_id": by.id,
        "occurred_on": intent.occurred_on,
        "occurred_at": at,
        "created_at": work.now,
        "company_id": customer.company_id,
        "person_id": customer.person_id,
        "deal_id": outcome.deal.id if outcome.deal else None,
        "no_answer": intent.no_answer,
        "duration_min": intent.duration_min,
        "note": intent.text or None,
    }
    return ledger.create(Contact, values, valid_at=at)


def reports(
    reading: Reading, text: str, about: Customer | None, source: Source, work: Work, by: Member
) -> Sequence[Report]:
    """The reports of a message; a reply to a card that says nothing we know of is kept as a note on it."""
    says_else = reading.aside is not Aside.OTHER or reading.expenses
    if reading.reports or about is None or says_else or not text.strip():
        return reading.reports
    today = source.said_at.astimezone(work.zone_of(by)).date()
    return [Report(kind=ContactKind.NOTE, occurred_on=today)]


def filled(intent: Intent, about: Customer | None, deal_id: int | None) -> Intent:
    """The intent with what a reply leaves unsaid taken from the card that it replies to."""
    says_who = intent.company_id or intent.new_company or (intent.person_id and not _asks_who(intent))
    if about is None or says_who:
        return intent
    questions = [q for q in intent.questions if q.field not in (Field.PERSON.value, Field.COMPANY.value)]
    return msgspec.structs.replace(
        intent,
        company_id=about.company_id,
        person_id=intent.person_id or about.person_id,
        deal_id=intent.deal_id if intent.deal_id is not None else deal_id,
        questions=questions,
        answers=True,
    )


def _perhaps(intent: Intent, instead: OpenQuestion) -> Intent:
    """The intent as a guess with what it may be instead; a question where there is nobody to guess."""
    if intent.company_id is not None or intent.person_id is not None:
        return msgspec.structs.replace(intent, guess=instead)
    return msgspec.structs.replace(intent, questions=[instead, *intent.questions])


def of_step(work: Work, by: Member, intent: Intent, step_id: int, kind: ContactKind) -> Intent:
    """The intent as what became of a step: a contact of that kind where the words name none, on that day."""
    named = intent.kind not in (None, ContactKind.NOTE)
    return msgspec.structs.replace(
        intent,
        kind=intent.kind if named else kind,
        occurred_on=intent.occurred_on or intent.said_at.astimezone(work.zone_of(by)).date(),
        step_id=step_id,
    )


def _asks_who(intent: Intent) -> bool:
    return any(question.field in (Field.PERSON.value, Field.COMPANY.value) for question in intent.questions)
