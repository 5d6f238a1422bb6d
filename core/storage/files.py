"""Queries for attachments, those that the asker may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from core.model import Attachment, Change, Contact, Deal, Member, Operation, OutboxMessage
from core.storage import records
from core.storage.ledger import CREATED
from core.storage.scope import asking, belongs_to, sight_of


def get(session: Session, asker: Member, attachment_id: int) -> Attachment:
    """The asker's own attachment. Raises NotFound where there is none, or it was taken back."""
    own = (Attachment.id == attachment_id, Attachment.by_id == asker.id, Attachment.deleted_at.is_(None))
    found = session.scalar(select(Attachment).where(*own))
    if found is None:
        raise NotFound()
    return found


def of_album(session: Session, asker: Member, album: str | None) -> Sequence[Attachment]:
    """The asker's attachments of one album, oldest first; none where there is no album."""
    if album is None:
        return []
    own = (Attachment.album == album, Attachment.by_id == asker.id, Attachment.deleted_at.is_(None))
    return session.scalars(select(Attachment).where(*own).order_by(Attachment.id)).all()


def of_contact(session: Session, asker: Member, contact_id: int | None) -> Sequence[Attachment]:
    """The asker's attachments of a contact, oldest first."""
    if contact_id is None:
        return []
    own = (Attachment.contact_id == contact_id, Attachment.by_id == asker.id, Attachment.deleted_at.is_(None))
    return session.scalars(select(Attachment).where(*own).order_by(Attachment.id)).all()


def operation_of(session: Session, attachment: Attachment) -> int | None:
    """The operation that attached it."""
    return session.scalar(
        select(Change.operation_id)
        .where(Change.record == Attachment.__tablename__, Change.record_id == attachment.id)
        .where(Change.field == CREATED)
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose files are meant: those of a contact, else of a deal, else of a person, else of a company."""

    contact_id: int = 0
    deal_id: int = 0
    person_id: int = 0
    company_id: int = 0


def operation_of_contact(session: Session, asker: Member, contact_id: int) -> Operation | None:
    """The operation of the asker's that logged the contact."""
    return session.scalar(
        select(Operation)
        .join(Change, Change.operation_id == Operation.id)
        .where(Change.record == Contact.__tablename__, Change.record_id == contact_id)
        .where(Change.field == CREATED, Operation.by_id == asker.id)
    )


def count(session: Session, asker: Member, of: Holder) -> int:
    """How many files of the holder's the asker may see. Raises NotFound for what they do not see at all."""
    which = _which(session, asker, of)
    return session.scalar(select(func.count(Attachment.id)).where(*which), asking(asker)) or 0


def newest(session: Session, asker: Member, limit: int, of: Holder) -> Sequence[Attachment]:
    """The newest files of the holder's that the asker may see. Raises NotFound as `count`."""
    query = select(Attachment).where(*_which(session, asker, of))
    return session.scalars(query.order_by(Attachment.id.desc()).limit(limit), asking(asker)).all()


def newest_card(session: Session, asker: Member, chat_id: int, since: datetime) -> OutboxMessage | None:
    """What the asker was told last in a chat since an instant."""
    return session.scalar(
        select(OutboxMessage)
        .where(OutboxMessage.chat_id == chat_id, OutboxMessage.member_id == asker.id)
        .where(OutboxMessage.created_at >= since)
        .order_by(OutboxMessage.id.desc())
        .limit(1)
    )


def last_contact(session: Session, asker: Member, since: datetime) -> Contact | None:
    """What the asker logged last, if not before `since`."""
    return session.scalar(
        select(Contact)
        .where(Contact.by_id == asker.id, Contact.deleted_at.is_(None), Contact.created_at >= since)
        .order_by(Contact.id.desc())
        .limit(1)
    )


def _which(session: Session, asker: Member, of: Holder) -> tuple[ColumnElement[bool], ...]:
    """Of a contact and a deal that the asker sees everything; of a person and a company what those attached
    whose work they see."""
    stands = Attachment.deleted_at.is_(None)
    if of.contact_id:
        records.get(session, asker, Contact, of.contact_id)
        return (Attachment.contact_id == of.contact_id, stands)
    if of.deal_id:
        records.get(session, asker, Deal, of.deal_id)
        of_contacts = Attachment.contact_id.in_(select(Contact.id).where(Contact.deal_id == of.deal_id))
        return (or_(Attachment.deal_id == of.deal_id, of_contacts), stands)
    seen = belongs_to(sight_of(asker), Attachment.by_id)
    if of.person_id:
        return (Attachment.person_id == of.person_id, stands, seen)
    return (Attachment.company_id == of.company_id, stands, seen)
