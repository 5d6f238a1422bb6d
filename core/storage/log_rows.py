"""Queries for what members logged in a period, by message or by buttons."""

from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from core.history import LogRow
from core.model import Change, Contact, Member, Operation
from core.storage.contact_changes import changed_contacts
from core.storage.known_then import seconds
from core.storage.ledger import CREATED
from core.storage.scope import asking, belongs_to, sight_of

IMPORT = "import"


def logged(
    session: Session, asker: Member, start: datetime, end: datetime, before: datetime | None
) -> list[LogRow]:
    """What those logged whose work the asker sees, from `start` (inclusive) to `end` (exclusive).

    What was taken back is there too, as not standing; imported contacts are nobody's logs.
    """
    query = (
        select(Contact.id, Contact.by_id, seconds(session, Contact.created_at))
        .add_columns(seconds(session, Contact.occurred_at), Contact.deleted_at.is_(None))
        .add_columns(Operation.chat_id, Operation.message_id, Operation.part)
        .join(
            Change,
            and_(
                Change.record == Contact.__tablename__,
                Change.record_id == Contact.id,
                Change.field == CREATED,
            ),
        )
        .join(Operation, Operation.id == Change.operation_id)
        .where(Contact.created_at >= start, Contact.created_at < min(end, before or end))
        .where(Operation.name != IMPORT, Contact.by_id.is_not(None))
        .where(belongs_to(sight_of(asker), Contact.by_id))
    )
    then = {row["id"]: row for row in changed_contacts(session, before)}
    found = []
    for contact_id, *values in session.connection().execute(query, asking(asker)).all():
        row = LogRow(*values)
        if contact_id in then:
            old = then[contact_id]
            row = row._replace(occurred_at=old["occurred_at"].timestamp(), stands=old["deleted_at"] is None)
        found.append(row)
    return found
