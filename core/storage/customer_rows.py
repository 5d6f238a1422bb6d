"""Queries for the days on which there was contact with customers, as they were known at a moment."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import String, func, literal_column, select
from sqlalchemy import type_coerce as plain
from sqlalchemy.orm import Session

from core.model import Change, Company, Contact, Deal, Member
from core.storage.contact_changes import apart_from, changed_contacts
from core.storage.known_then import set_then
from core.storage.scope import asking, belongs_to, sight_of

FEW = 2_000
"""So many companies are looked up by their index; of more, the whole table is read once."""

AT_ONCE = 500


def maybe_silent(session: Session, since: date, before: datetime | None) -> set[int]:
    """All companies that can have had no contact since that day, and a few more.

    Now, an index alone tells of most of them; those of which a contact was ever taken back are among them.
    """
    if before is not None:
        return _silent_then(session, since, before)
    last = datetime.combine(since + timedelta(days=2), time(), UTC)
    query = select(Contact.company_id).where(Contact.company_id.is_not(None)).group_by(Contact.company_id)
    found = set(session.scalars(query.having(func.count() >= 2, func.max(Contact.occurred_at) < last)))
    touched = select(Change.record_id).where(
        Change.record == Contact.__tablename__, Change.field.in_(("deleted_at", "company_id", "occurred_on"))
    )
    found.update(session.scalars(select(Contact.company_id).where(Contact.id.in_(touched)).distinct()))
    return {company_id for company_id in found if company_id is not None}


def _silent_then(session: Session, since: date, before: datetime) -> set[int]:
    changed = changed_contacts(session, before)
    whose = (Contact.company_id + 0).label("whose")
    query = (
        select(whose)
        .where(Contact.created_at < before, Contact.deleted_at.is_(None), apart_from(changed, before))
        .group_by(literal_column("whose"))
        .having(func.max(Contact.occurred_on) < since + timedelta(days=2))
    )
    found = {*session.scalars(query), *(row["company_id"] for row in changed)}
    return {company_id for company_id in found if company_id is not None}


def contact_days(
    session: Session, company_ids: set[int], before: datetime | None
) -> Iterator[tuple[int, Sequence[date]]]:
    """The days on which there was contact with each of the companies, earliest first, each once."""
    days: dict[int, set[date]] = {company_id: set() for company_id in company_ids}
    changed = changed_contacts(session, before)
    left_out = {row["id"] for row in changed}
    for contact_id, company_id, on in _rows(session, company_ids, before):
        if company_id in days and contact_id not in left_out:
            days[company_id].add(_day(on))
    for row in changed:
        if row["deleted_at"] is None and row["company_id"] in days:
            days[row["company_id"]].add(row["occurred_on"])
    for company_id, found in days.items():
        yield company_id, sorted(found)


@cache
def _day(on: Any) -> date:
    """The day as the database has it, as text or a date."""
    return on if isinstance(on, date) else date.fromisoformat(on)


def met_by(session: Session, asker: Member) -> set[int]:
    """The companies that those have been in touch with whose work the asker sees."""
    mine = belongs_to(sight_of(asker), Contact.by_id)
    query = select(Contact.company_id).where(mine, Contact.company_id.is_not(None)).distinct()
    return {company_id for company_id in session.scalars(query, asking(asker)) if company_id is not None}


def breaks(
    session: Session, company_of: Mapping[int, int | None], before: datetime | None
) -> dict[int, date]:
    """Until when each company's seasonal break lasts or lasted, its own or that of a deal with it."""
    own = set_then(session, Company, "paused_until", before)
    of_deals = set_then(session, Deal, "paused_until", before)
    found: dict[int, date] = {}
    pairs = [*own.items(), *((company_of.get(deal_id), day) for deal_id, day in of_deals.items())]
    for company_id, day in pairs:
        if company_id is not None:
            found[company_id] = max(day, found.get(company_id, day))
    return found


def _rows(session: Session, company_ids: set[int], before: datetime | None) -> Iterator[Any]:
    """Id, company, and the day as the database has it: a date for each of a million rows takes too long."""
    query = select(Contact.id, Contact.company_id, plain(Contact.occurred_on, String)).where(
        Contact.deleted_at.is_(None)
    )
    if before is not None:
        query = query.where(Contact.created_at < before)
    if len(company_ids) > FEW:
        yield from session.connection().execute(query)
        return
    ordered = sorted(company_ids)
    for start in range(0, len(ordered), AT_ONCE):
        part = Contact.company_id.in_(ordered[start : start + AT_ONCE])
        yield from session.connection().execute(query.where(part))
