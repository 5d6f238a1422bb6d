"""Deals and contacts as lines, with the names that belong to them."""

from collections.abc import Sequence

from core.actions.deal_names import as_sum, own_title
from core.actions.work import Work
from core.model import Company, Contact, Deal, Member, Person, Stage
from core.notices import ContactLine, DealLine
from core.storage.names import names


def deal_lines(work: Work, reader: Member, deals: Sequence[Deal]) -> list[DealLine]:
    """Deals as lines, with the names that belong to them; an owner only where it is somebody else."""
    companies = names(work.session, Company, (deal.company_id for deal in deals))
    stages = names(work.session, Stage, (deal.stage_id for deal in deals))
    others = (deal.owner_id for deal in deals if deal.owner_id != reader.id)
    owners = names(work.session, Member, others)
    return [
        DealLine(
            id=deal.id,
            title=own_title(deal.title, companies.get(deal.company_id)),
            company=companies.get(deal.company_id),
            sum=as_sum(deal),
            stage=stages.get(deal.stage_id, ""),
            close_on=deal.expected_close_on,
            owner=owners.get(deal.owner_id),
            days=max(0, (work.now - deal.stage_entered_at).days),
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
            deal=own_title(deals.get(contact.deal_id), companies.get(contact.company_id)) or None,
        )
        for contact in contacts
    ]
