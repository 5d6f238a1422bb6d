"""Queries for companies, people, deals, contacts and next steps, each scoped by who asks."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from core.model import Company, Contact, Deal, Member, NextStep, Operation, OutboxMessage, Person
from core.storage.scope import seen_by
from core.terms import StepKind

Owned = TypeVar("Owned", Deal, Contact, NextStep, Operation)


def company(session: Session, company_id: int | None) -> Company | None:
    """A company of the shared directory."""
    found = session.get(Company, company_id) if company_id is not None else None
    return found if found is not None and found.deleted_at is None else None


def person(session: Session, person_id: int | None) -> Person | None:
    """A person of the shared directory."""
    found = session.get(Person, person_id) if person_id is not None else None
    return found if found is not None and found.deleted_at is None else None


def find(session: Session, asker: Member, record: type[Owned], record_id: int | None) -> Owned | None:
    """The record, deleted ones too, if `asker` may see it."""
    if record_id is None:
        return None
    return session.scalar(select(record).where(record.id == record_id, seen_by(asker, record)))


def get(session: Session, asker: Member, record: type[Owned], record_id: int) -> Owned:
    """The record. Raises NotFound where there is none that `asker` may see."""
    found = find(session, asker, record, record_id)
    if found is None:
        raise NotFound()
    return found


def open_deals_of(
    session: Session, asker: Member, *, company_id: int | None = None, person_id: int | None = None
) -> Sequence[Deal]:
    """Open deals with a company (or, without one, with a person) that `asker` sees, own ones first."""
    customer = Deal.company_id == company_id if company_id is not None else Deal.person_id == person_id
    found = session.scalars(
        select(Deal)
        .where(customer, Deal.closed_on.is_(None), Deal.deleted_at.is_(None), seen_by(asker, Deal))
        .order_by(Deal.stage_entered_at.desc(), Deal.id.desc())
    ).all()
    return [deal for deal in found if deal.owner_id == asker.id] or found


def open_steps_of(
    session: Session, asker: Member, kind: StepKind, *, company_id: int | None, person_id: int | None
) -> Sequence[NextStep]:
    """The asker's own open steps of a kind with a customer."""
    customer = (
        NextStep.company_id == company_id if company_id is not None else NextStep.person_id == person_id
    )
    return session.scalars(
        select(NextStep).where(customer, NextStep.kind == kind, NextStep.owner_id == asker.id, *STILL_OPEN)
    ).all()


STILL_OPEN = (NextStep.done_at.is_(None), NextStep.dropped_at.is_(None), NextStep.deleted_at.is_(None))


def steps_until(session: Session, member: Member, day: date) -> Sequence[NextStep]:
    """The member's own open steps that show up on `day` or before, earliest first."""
    return session.scalars(
        select(NextStep)
        .where(NextStep.owner_id == member.id, NextStep.remind_on <= day, *STILL_OPEN)
        .order_by(NextStep.remind_on, NextStep.due_time, NextStep.id)
    ).all()


def operations_of_message(
    session: Session, asker: Member, chat_id: int, message_id: int
) -> Sequence[Operation]:
    """What one Telegram message of the asker wrote and is not undone, in order of the customers in it."""
    return session.scalars(
        select(Operation)
        .where(
            Operation.chat_id == chat_id, Operation.message_id == message_id, Operation.undone_at.is_(None)
        )
        .where(Operation.by_id == asker.id, Operation.name == "log")
        .order_by(Operation.part)
    ).all()


def parts_of_message(session: Session, asker: Member, operation: Operation) -> Sequence[Operation]:
    """What the message of an operation of the asker's wrote, the newest of each customer, undone ones too."""
    newest = (
        select(func.max(Operation.id))
        .where(_of_same_message(operation), Operation.by_id == asker.id)
        .group_by(Operation.part)
    )
    return session.scalars(select(Operation).where(Operation.id.in_(newest)).order_by(Operation.part)).all()


def _of_same_message(operation: Operation) -> ColumnElement[bool]:
    if operation.message_id is None:
        return Operation.id == operation.id
    return and_(
        Operation.chat_id == operation.chat_id,
        Operation.message_id == operation.message_id,
        Operation.name == operation.name,
    )


def card_of(session: Session, asker: Member, operation: Operation) -> int | None:
    """The Telegram message that shows the asker what the operation's message wrote: the newest card."""
    found = session.execute(
        select(OutboxMessage.message_id, OutboxMessage.edits_message_id)
        .join(Operation, Operation.id == OutboxMessage.operation_id)
        .where(_of_same_message(operation), OutboxMessage.member_id == asker.id)
        .where(OutboxMessage.notice.in_(("Logged", "LoggedTogether")))
        .order_by(OutboxMessage.id.desc())
        .limit(1)
    ).one_or_none()
    return None if found is None else (found.edits_message_id or found.message_id)


def told_in(session: Session, asker: Member, chat_id: int, message_id: int) -> OutboxMessage | None:
    """What the asker was told in a message of the bot's: the newest that stood there."""
    return session.scalar(
        select(OutboxMessage)
        .where(OutboxMessage.chat_id == chat_id, OutboxMessage.member_id == asker.id)
        .where((OutboxMessage.message_id == message_id) | (OutboxMessage.edits_message_id == message_id))
        .order_by(OutboxMessage.id.desc())
        .limit(1)
    )


def was_told_since(session: Session, asker: Member, since: datetime) -> bool:
    """Whether anything was told to the asker at or after `since`."""
    newest = select(OutboxMessage.created_at).where(OutboxMessage.chat_id == asker.telegram_id)
    told_at = session.scalar(newest.order_by(OutboxMessage.id.desc()).limit(1))
    return told_at is not None and told_at >= since
