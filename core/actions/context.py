"""What the day so far tells of a message that names somebody of several: the one spoken to already."""

from dataclasses import replace

from sqlalchemy import select

from core.actions.work import Source, Work, as_id
from core.model import Contact, Member
from core.reading.intent import Field, Question, Report

COLUMNS = {Field.PERSON: Contact.person_id, Field.COMPANY: Contact.company_id}


def settled(work: Work, by: Member, report: Report, source: Source) -> tuple[Report, Question | None]:
    """The report with its customer decided where the member had to do with just one of the choices that day.

    The question is what was decided so, with the choices that are left; None where nothing was.
    """
    for question in report.questions:
        chosen = _met_today(work, by, question, source) if question.field in COLUMNS else None
        if chosen is None:
            continue
        company = work.directory.company_of(chosen) if question.field is Field.PERSON else chosen
        person = chosen if question.field is Field.PERSON else report.person
        left = tuple(other for other in report.questions if other is not question)
        others = tuple(choice for choice in question.choices if choice != chosen)
        decided = replace(report, company=company or report.company, person=person, questions=left)
        return decided, Question(question.field, others)
    return report, None


def _met_today(work: Work, by: Member, question: Question, source: Source) -> int | None:
    column = COLUMNS[question.field]
    today = source.said_at.astimezone(work.zone_of(by)).date()
    choices = [as_id(choice) for choice in question.choices]
    met = work.session.scalars(
        select(column)
        .where(Contact.by_id == by.id, Contact.occurred_on == today, column.in_(choices))
        .where(Contact.deleted_at.is_(None))
        .distinct()
        .limit(2)
    ).all()
    return met[0] if len(met) == 1 else None
