"""Deals as lists and cards: what a member has open."""

from collections.abc import Sequence

from sqlalchemy import func, select

from core.actions.agenda import lines
from core.actions.deal import as_sum
from core.actions.work import Work
from core.model import Company, Contact, Deal, Member, NextStep, Person, Pipeline, Stage
from core.notices import ContactLine, DealCard, DealLine, DealList, Sum
from core.storage import records
from core.storage.names import names
from core.storage.pipeline_stages import stages_of
from core.storage.records import STILL_OPEN

PAGE = 6
"""Deals on one screen of a phone."""

LAST_CONTACTS = 3


def show_page(work: Work, by: Member, page: int, chat_id: int, *, edits: int | None = None) -> None:
    """Posts a page of the member's own open deals; a page beyond the last shows the last."""
    open_ = (Deal.owner_id == by.id, Deal.closed_on.is_(None), Deal.deleted_at.is_(None))
    count, with_amount = work.session.execute(
        select(func.count(), func.count(Deal.amount)).where(*open_)
    ).one()
    pages = max(1, -(-count // PAGE))
    page = min(max(page, 0), pages - 1)
    deals = work.session.scalars(
        select(Deal)
        .where(*open_)
        .order_by(
            Deal.expected_close_on.is_(None), Deal.expected_close_on, Deal.stage_entered_at.desc(), Deal.id
        )
        .offset(page * PAGE)
        .limit(PAGE)
    ).all()
    totals = work.session.execute(
        select(Deal.currency, func.sum(Deal.amount))
        .where(*open_, Deal.amount.is_not(None))
        .group_by(Deal.currency)
    )
    notice = DealList(
        page=page,
        pages=pages,
        count=count,
        without_amount=count - with_amount,
        totals=[Sum(total, currency) for currency, total in totals],
        deals=deal_lines(work, by, deals),
        today=work.today(by),
    )
    work.post(chat_id, notice, to=by, edits=edits)


def show_card(work: Work, by: Member, deal_id: int, page: int, chat_id: int, card_id: int | None) -> None:
    """Shows one deal, in place of the screen that it was opened from if there is one.

    Raises NotFound where the member sees no such deal.
    """
    deal = records.get(work.session, by, Deal, deal_id)
    stages = stages_of(work.session, deal.pipeline_id)
    person = records.person(work.session, deal.person_id)
    pipeline = work.session.get(Pipeline, deal.pipeline_id)
    open_stages = [stage for stage in stages if stage.meaning.is_open or stage.id == deal.stage_id]
    steps = work.session.scalars(
        select(NextStep).where(NextStep.deal_id == deal.id, *STILL_OPEN).order_by(NextStep.remind_on).limit(5)
    ).all()
    notice = DealCard(
        deal=deal_lines(work, by, [deal])[0],
        pipeline=pipeline.name if pipeline else "",
        stages=[stage.name for stage in open_stages],
        stage_index=next((i for i, stage in enumerate(open_stages) if stage.id == deal.stage_id), 0),
        page=page,
        person=person.name if person else None,
        phone=person.phone if person else None,
        steps=lines(work, by, steps),
        contacts=contact_lines(work, by, _last_contacts(work, deal)),
        today=work.today(by),
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def deal_lines(work: Work, reader: Member, deals: Sequence[Deal]) -> list[DealLine]:
    """Deals as lines, with the names that belong to them; an owner only where it is somebody else."""
    companies = names(work.session, Company, (deal.company_id for deal in deals))
    stages = names(work.session, Stage, (deal.stage_id for deal in deals))
    others = (deal.owner_id for deal in deals if deal.owner_id != reader.id)
    owners = names(work.session, Member, others)
    return [
        DealLine(
            id=deal.id,
            title=deal.title,
            company=companies.get(deal.company_id),
            sum=as_sum(deal),
            stage=stages.get(deal.stage_id, ""),
            close_on=deal.expected_close_on,
            owner=owners.get(deal.owner_id),
        )
        for deal in deals
    ]


def contact_lines(work: Work, reader: Member, contacts: Sequence[Contact]) -> list[ContactLine]:
    """Contacts as lines; times are in the reader's zone."""
    companies = names(work.session, Company, (contact.company_id for contact in contacts))
    people = names(work.session, Person, (contact.person_id for contact in contacts))
    members = names(work.session, Member, (contact.by_id for contact in contacts))
    deals = names(work.session, Deal, (contact.deal_id for contact in contacts))
    return [
        ContactLine(
            kind=contact.kind,
            at=contact.occurred_at.astimezone(work.zone_of(reader)),
            on=contact.occurred_on,
            by=members.get(contact.by_id, ""),
            company=companies.get(contact.company_id),
            person=people.get(contact.person_id),
            no_answer=contact.no_answer,
            duration_min=contact.duration_min,
            deal=deals.get(contact.deal_id),
        )
        for contact in contacts
    ]


def _last_contacts(work: Work, deal: Deal) -> Sequence[Contact]:
    return work.session.scalars(
        select(Contact)
        .where(Contact.deal_id == deal.id, Contact.deleted_at.is_(None))
        .order_by(Contact.occurred_at.desc())
        .limit(LAST_CONTACTS)
    ).all()
