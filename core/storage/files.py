"""Queries for attachments, those that the asker may see."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from core.model import Attachment, Change, Contact, Deal, Member
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


def count(session: Session, asker: Member, *, deal_id: int = 0, company_id: int = 0) -> int:
    """How many files a deal, or else a company, has that the asker may see."""
    which = _which(session, asker, deal_id, company_id)
    return session.scalar(select(func.count(Attachment.id)).where(*which), asking(asker)) or 0


def newest(
    session: Session, asker: Member, limit: int, *, deal_id: int = 0, company_id: int = 0
) -> Sequence[Attachment]:
    """The newest files of a deal, or else a company, that the asker may see."""
    query = select(Attachment).where(*_which(session, asker, deal_id, company_id))
    return session.scalars(query.order_by(Attachment.id.desc()).limit(limit), asking(asker)).all()


def last_contact(session: Session, asker: Member, since: datetime) -> Contact | None:
    """What the asker logged last, if not before `since`."""
    return session.scalar(
        select(Contact)
        .where(Contact.by_id == asker.id, Contact.deleted_at.is_(None), Contact.created_at >= since)
        .order_by(Contact.id.desc())
        .limit(1)
    )


def _which(session: Session, asker: Member, deal_id: int, company_id: int) -> tuple[ColumnElement[bool], ...]:
    """Of a deal that the asker sees everything; of a company what those attached whose work they see."""
    if deal_id:
        records.get(session, asker, Deal, deal_id)
        of_contacts = Attachment.contact_id.in_(select(Contact.id).where(Contact.deal_id == deal_id))
        return (or_(Attachment.deal_id == deal_id, of_contacts), Attachment.deleted_at.is_(None))
    seen = belongs_to(sight_of(asker), Attachment.by_id)
    return (Attachment.company_id == company_id, Attachment.deleted_at.is_(None), seen)
