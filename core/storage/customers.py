"""Queries about one customer: deals, contacts, steps and sums that the asker may see."""

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from core.model import Contact, Deal, Member, NextStep, Order, Person, Stage
from core.storage.records import STILL_OPEN
from core.storage.scope import asking, belongs_to, seen_with, sight_of
from core.storage.sums import sum_of
from core.terms import StageMeaning


def people_of(session: Session, company_id: int, limit: int) -> Sequence[Person]:
    """The company's people, by name."""
    query = select(Person).where(Person.company_id == company_id, Person.deleted_at.is_(None))
    return session.scalars(query.order_by(Person.name).limit(limit)).all()


def count_people(session: Session, company_id: int) -> int:
    query = select(func.count()).select_from(Person)
    return session.scalar(query.where(Person.company_id == company_id, Person.deleted_at.is_(None))) or 0


def open_deals(session: Session, asker: Member, company_id: int, limit: int) -> Sequence[Deal]:
    """Open deals with the company that the asker sees, the newest move first."""
    query = (
        select(Deal)
        .where(Deal.company_id == company_id, Deal.closed_on.is_(None), *_seen_deals(asker))
        .order_by(Deal.stage_entered_at.desc(), Deal.id.desc())
        .limit(limit)
    )
    return session.scalars(query, asking(asker)).all()


def count_open_deals(session: Session, asker: Member, company_id: int) -> int:
    query = select(func.count()).select_from(Deal)
    query = query.where(Deal.company_id == company_id, Deal.closed_on.is_(None), *_seen_deals(asker))
    return session.scalar(query, asking(asker)) or 0


def lost_deals(session: Session, asker: Member, company_id: int, limit: int) -> Sequence[Deal]:
    """Deals with the company that were lost, the latest first."""
    query = (
        select(Deal)
        .join(Stage, Stage.id == Deal.stage_id)
        .where(Deal.company_id == company_id, Stage.meaning == StageMeaning.LOST, *_seen_deals(asker))
        .order_by(Deal.closed_on.desc(), Deal.id.desc())
        .limit(limit)
    )
    return session.scalars(query, asking(asker)).all()


def won_sums(session: Session, asker: Member, company_id: int) -> tuple[int, list[tuple[str, Decimal]]]:
    """How many deals were won and orders made, and their sums by currency."""
    deals = (
        select(Deal.currency, func.count(), sum_of(Deal.amount))
        .join(Stage, Stage.id == Deal.stage_id)
        .where(Deal.company_id == company_id, Stage.meaning == StageMeaning.WON, *_seen_deals(asker))
        .group_by(Deal.currency)
    )
    orders = (
        select(Order.currency, func.count(), sum_of(Order.amount))
        .where(Order.company_id == company_id, Order.deleted_at.is_(None))
        .where(belongs_to(sight_of(asker), Order.owner_id))
        .group_by(Order.currency)
    )
    count, sums = 0, dict[str, Decimal]()
    for query in (deals, orders):
        for currency, number, total in session.execute(query, asking(asker)):
            count += number
            if currency and total is not None:
                sums[currency] = sums.get(currency, Decimal(0)) + total
    return count, sorted(sums.items())


def last_contacts(
    session: Session,
    asker: Member,
    limit: int,
    *,
    company_id: int | None = None,
    person_id: int | None = None,
) -> Sequence[Contact]:
    """Contacts with a company, or with a person, that the asker sees; the latest first."""
    whose = Contact.company_id == company_id if company_id is not None else Contact.person_id == person_id
    query = (
        select(Contact)
        .where(whose, Contact.deleted_at.is_(None), seen_with(sight_of(asker), Contact))
        .order_by(Contact.occurred_at.desc(), Contact.id.desc())
        .limit(limit)
    )
    return session.scalars(query, asking(asker)).all()


def open_steps(
    session: Session,
    asker: Member,
    limit: int,
    *,
    company_id: int | None = None,
    person_id: int | None = None,
) -> Sequence[NextStep]:
    """Open steps with a company, or with a person, that the asker sees; the earliest first."""
    whose = NextStep.company_id == company_id if company_id is not None else NextStep.person_id == person_id
    query = (
        select(NextStep)
        .where(whose, *STILL_OPEN, seen_with(sight_of(asker), NextStep))
        .order_by(NextStep.remind_on.is_(None), NextStep.remind_on, NextStep.due_time, NextStep.id)
        .limit(limit)
    )
    return session.scalars(query, asking(asker)).all()


def met_lately(session: Session, member: Member, limit: int) -> Sequence[tuple[int | None, int | None]]:
    """Companies and people of the member's newest contacts, the newest first."""
    query = (
        select(Contact.company_id, Contact.person_id)
        .where(Contact.by_id == member.id, Contact.deleted_at.is_(None))
        .order_by(Contact.occurred_on.desc(), Contact.id.desc())
        .limit(limit)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def _seen_deals(asker: Member) -> tuple[ColumnElement[bool], ...]:
    return Deal.deleted_at.is_(None), seen_with(sight_of(asker), Deal)
