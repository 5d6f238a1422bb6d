"""Contacts that were changed since a moment, with the values of then: few, so looked at one by one."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from core.model import Change, Contact
from core.storage.ledger import decoded

FIELDS = (
    "kind",
    "by_id",
    "company_id",
    "deal_id",
    "occurred_on",
    "occurred_at",
    "duration_min",
    "deleted_at",
)
AT_ONCE = 5_000
"""So many ids are named in one statement."""

Then = dict[str, Any]
"""The id of a contact and its FIELDS as they were."""


def changed_contacts(session: Session, before: datetime | None) -> Sequence[Then]:
    """The contacts known before an instant of which a field has changed since; None: now, so none."""
    if before is None:
        return []
    then: dict[int, Then] = defaultdict(dict)
    changes = select(Change.record_id, Change.field, Change.old).where(*_since(before))
    for record_id, name, old in session.execute(changes.order_by(Change.known_at, Change.id)):
        then[record_id].setdefault(name, decoded(Contact, name, old))
    query = select(Contact.id, *(getattr(Contact, name) for name in FIELDS)).where(
        Contact.created_at < before
    )
    ids, found = sorted(then), list[Then]()
    for start in range(0, len(ids), AT_ONCE):
        part = query.where(Contact.id.in_(ids[start : start + AT_ONCE]))
        found += [dict(row) | then[row["id"]] for row in session.execute(part).mappings()]
    return found


def apart_from(changed: Sequence[Then], before: datetime) -> ColumnElement[bool]:
    """The condition that a contact known before an instant is none of those changed since."""
    if not changed:
        return true()
    if len(changed) <= AT_ONCE:
        return Contact.id.not_in([row["id"] for row in changed])
    return Contact.id.not_in(select(Change.record_id).where(*_since(before)))


def _since(before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (Change.record == Contact.__tablename__, Change.field.in_(FIELDS), Change.known_at >= before)
