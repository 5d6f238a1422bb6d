"""What effort: contacts and minutes of the team, then of each salesperson, then contact by contact."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, select

from core.actions.answers.told import Told, facts_of, percent, with_picture
from core.actions.reports.absent import away
from core.actions.reports.effort import contacts_of
from core.actions.reports.facts import Facts
from core.actions.work import Work
from core.errors import NotFound
from core.insights.effort import Effort, effort_by, effort_of
from core.model import Company, Contact, Deal, Member, Person
from core.notices.report_view import MEMBER, Asked, Length, ReportView
from core.notices.reports import Figure, Opens
from core.storage.contact_rows import Per
from core.storage.names import names
from core.terms import ContactKind


def effort(work: Work, by: Member, view: ReportView) -> Told:
    """The team's effort by kind, the salespeople with most minutes first."""
    facts = facts_of(work, by, view)
    if view.member_id:
        return contacts_of_member(work, facts, view.member_id, _opened_from(view))
    rows = contacts_of(facts, Per.MEMBER, view.span)
    usual = facts.team.habits.minutes
    found, people = effort_of(rows, usual), effort_by(rows, lambda row: row.key or 0, usual)
    missing = away(facts, view.span)
    ordered = sorted(people, key=lambda member_id: (-people[member_id].minutes, member_id))
    absent = [member_id for member_id in missing if member_id not in people]
    told = Told(
        "effort-heading",
        _lines(found),
        [_person(facts, member_id, people.get(member_id), missing) for member_id in (*ordered, *absent)],
        _notes(found, missing),
    )
    return with_picture(told, facts, view, "effort", told.lines[:1])


def _opened_from(view: ReportView) -> ReportView | None:
    """The answer about the team's week, for weeks are asked for from there alone."""
    return replace(view, asked=Asked.TEAM, page=0) if view.length is Length.WEEK else None


def contacts_of_member(work: Work, facts: Facts, member_id: int, back: ReportView | None = None) -> Told:
    """One person's contacts of the period, the latest first; `back`: what they were opened from.

    Raises NotFound for who is not theirs to see.
    """
    span = facts.span
    happened = and_(
        Contact.occurred_on >= span.start,
        Contact.occurred_on < span.end,
        Contact.kind != ContactKind.NOTE,
    )
    contacts = list(_of_member(work, facts, member_id, happened))
    if facts.pipeline_id is not None:
        deals = {deal.id for deal in facts.endings}
        contacts = [contact for contact in contacts if contact.deal_id in deals]
    usual = facts.team.habits.minutes
    minutes = sum(
        usual.get(contact.kind, 0) if contact.duration_min is None else contact.duration_min
        for contact in contacts
    )
    line = Figure(key="effort-total", count=len(contacts), minutes=minutes)
    return _listed(work, facts, member_id, line, contacts, back)


def logs_of_member(work: Work, facts: Facts, member_id: int) -> Told:
    """What one person logged in the period, the latest first. Raises NotFound as above."""
    start, end = (datetime.fromtimestamp(each, UTC) for each in facts.seconds)
    logged = and_(Contact.created_at >= start, Contact.created_at < end, Contact.external_id.is_(None))
    contacts = _of_member(work, facts, member_id, logged)
    return _listed(work, facts, member_id, Figure(key="adoption-logs", count=len(contacts)), contacts)


def _of_member(work: Work, facts: Facts, member_id: int, which: ColumnElement[bool]) -> Sequence[Contact]:
    if facts.members_seen is not None and member_id not in facts.members_seen:
        raise NotFound()
    return work.session.scalars(
        select(Contact)
        .where(Contact.by_id == member_id, Contact.deleted_at.is_(None), which)
        .order_by(Contact.occurred_at.desc(), Contact.id.desc())
    ).all()


def _listed(
    work: Work,
    facts: Facts,
    member_id: int,
    line: Figure,
    contacts: Sequence[Contact],
    back: ReportView | None = None,
) -> Told:
    member = work.session.get(Member, member_id)
    if member is None:
        raise NotFound()
    lines = [Figure(key="person", name=member.name), line]
    return Told("effort-of", lines, _contacts(work, facts, contacts), back=back)


def _lines(found: Effort) -> list[Figure]:
    if not found.contacts:
        return [Figure(key="effort-none")]
    lines = [Figure(key="effort-total", count=found.contacts, minutes=found.minutes)]
    kinds = sorted(found.by_kind.items(), key=lambda item: -item[1].minutes)
    lines += [
        Figure(key="effort-kind", word=kind.value, count=part.contacts, minutes=part.minutes)
        for kind, part in kinds
    ]
    return lines


def _person(facts: Facts, member_id: int, found: Effort | None, missing: Mapping[int, int]) -> Opens:
    figures = []
    if found is not None:
        figures.append(Figure(key="effort-total", count=found.contacts, minutes=found.minutes))
    if member_id in missing:
        figures.append(Figure(key="away-days", days=missing[member_id]))
    name = facts.names.members.get(member_id, "")
    return Opens(what=MEMBER if member_id else "", id=member_id, name=name, figures=figures)


def _notes(found: Effort, missing: Mapping[int, int]) -> list[Figure]:
    notes = []
    share = percent(found.measured_share)
    if share is not None and share < 100:
        notes.append(Figure(key="effort-measured", percent=share))
    if missing:
        notes.append(Figure(key="away-people", count=len(missing), days=sum(missing.values())))
    return notes


def _contacts(work: Work, facts: Facts, contacts: Sequence[Contact]) -> list[Opens]:
    companies = names(work.session, Company, (contact.company_id for contact in contacts))
    people = names(work.session, Person, (contact.person_id for contact in contacts))
    seen = {deal.id for deal in facts.endings}
    deals = names(work.session, Deal, (each.deal_id for each in contacts if each.deal_id in seen))
    found = []
    for contact in contacts:
        name = companies.get(contact.company_id) or people.get(contact.person_id) or ""
        deal = deals.get(contact.deal_id)
        what, key = ("deal", contact.deal_id) if deal else ("company", contact.company_id)
        figures = [
            Figure(key="contact-of", word=contact.kind.value, on=contact.occurred_on),
            *([Figure(key="minutes-of", minutes=contact.duration_min)] if contact.duration_min else []),
        ]
        found.append(Opens(what=what if key else "", id=key or 0, name=deal or name, figures=figures))
    return found
