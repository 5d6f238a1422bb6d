"""Queries for companies, people, deals, contacts and next steps, each scoped by who asks."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, and_, bindparam, func, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from core.model import (
    Base,
    Company,
    Contact,
    Deal,
    Member,
    NextStep,
    Operation,
    OutboxMessage,
    Person,
)
from core.storage.prepared import PreparedRecords
from core.storage.scope import Sight, acts_on, asking, seen_with, sight_of, today_of
from core.terms import StepKind

Owned = TypeVar("Owned", Deal, Contact, NextStep, Operation)
Record = TypeVar("Record", bound=Base)


def by_id(session: Session, record: type[Record], record_id: int | None) -> Record | None:
    """The record, deleted ones too, whoever may see it: for ids that somebody's own records name."""
    return None if record_id is None else _by_id(record).first(session, {"id": record_id})


def company(session: Session, company_id: int | None) -> Company | None:
    """A company of the shared directory."""
    found = by_id(session, Company, company_id)
    return found if found is not None and found.deleted_at is None else None


def person(session: Session, person_id: int | None) -> Person | None:
    """A person of the shared directory."""
    found = by_id(session, Person, person_id)
    return found if found is not None and found.deleted_at is None else None


def find(session: Session, asker: Member, record: type[Owned], record_id: int | None) -> Owned | None:
    """The record, deleted ones too, if `asker` may see it."""
    if record_id is None:
        return None
    values = {"id": record_id} | asking(asker)
    found: Owned | None = _seen(sight_of(asker), record).first(session, values)
    if found is None and record is not Operation:
        found = _stood_in(record).first(session, values | {"asker_today": today_of(session, asker)})
    return found


def get(session: Session, asker: Member, record: type[Owned], record_id: int) -> Owned:
    """The record. Raises NotFound where there is none that `asker` may see."""
    found = find(session, asker, record, record_id)
    if found is None:
        raise NotFound()
    return found


def open_deals_of(
    session: Session, asker: Member, *, company_id: int | None = None, person_id: int | None = None
) -> Sequence[Deal]:
    """Open deals with a company (or, without one, a person) that `asker` sees or acts on, own ones first."""
    query = _open_deals(sight_of(asker), of_company=company_id is not None)
    asked = {"company_id": company_id, "person_id": person_id, "asker_today": today_of(session, asker)}
    found = query.all(session, asked | asking(asker))
    return [deal for deal in found if deal.owner_id == asker.id] or found


def open_steps_with(session: Session, company_id: int, kind: StepKind) -> Sequence[NextStep]:
    """Everybody's open steps of a kind with a company: for what a contact fulfils, not to be shown."""
    return _OPEN_STEPS.all(session, {"kind": kind, "company_id": company_id})


STILL_OPEN = (NextStep.done_at.is_(None), NextStep.dropped_at.is_(None), NextStep.deleted_at.is_(None))


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


def newest_of(session: Session, asker: Member, chat_id: int, since: datetime) -> Operation | None:
    """What the asker did last in a chat since an instant, if it was the log of one customer."""
    newest = session.scalars(
        select(Operation)
        .where(Operation.by_id == asker.id, Operation.chat_id == chat_id, Operation.at >= since)
        .order_by(Operation.id.desc())
        .limit(1)
    ).first()
    return newest if newest is not None and newest.name == "log" and not newest.part else None


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


@cache
def _by_id(record: Any) -> PreparedRecords[Any]:
    return PreparedRecords(record, lambda records: records.where(record.id == bindparam("id")))


@cache
def _seen(sight: Sight, record: Any) -> PreparedRecords[Any]:
    seen = seen_with(sight, record)
    return PreparedRecords(record, lambda records: records.where(record.id == bindparam("id"), seen))


@cache
def _stood_in(record: Any) -> PreparedRecords[Any]:
    """Of somebody whom the asker stands in for today."""
    return PreparedRecords(
        record, lambda records: records.where(record.id == bindparam("id"), acts_on(record))
    )


def _of_customer(of_company: bool) -> ColumnElement[bool]:
    """With the company, or where there is none with the person."""
    if of_company:
        return Deal.company_id == bindparam("company_id")
    return Deal.person_id == bindparam("person_id")


@cache
def _open_deals(sight: Sight, *, of_company: bool) -> PreparedRecords[Deal]:
    return PreparedRecords(
        Deal,
        lambda deals: (
            deals.where(_of_customer(of_company), Deal.closed_on.is_(None), Deal.deleted_at.is_(None))
            .where(seen_with(sight, Deal) | acts_on(Deal))
            .order_by(Deal.stage_entered_at.desc(), Deal.id.desc())
        ),
    )


_with_company = (NextStep.company_id == bindparam("company_id"), NextStep.kind == bindparam("kind"))
_OPEN_STEPS = PreparedRecords(NextStep, lambda steps: steps.where(*_with_company, *STILL_OPEN))
