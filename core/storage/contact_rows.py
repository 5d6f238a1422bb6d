"""Queries that count contacts for the reports, as they were known at a moment.

The database groups them; those that were changed since that moment are few, and are counted one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    cast,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy.orm import Session

from core.history import Worked
from core.insights.period import Span
from core.model import Change, Contact, Deal, Member, StageChange
from core.storage.ledger import decoded
from core.storage.scope import asking, belongs_to, sight_of
from core.terms import ContactKind

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


class Per(Enum):
    """Whose, with whom or about what contacts are counted together."""

    MEMBER = auto()
    COMPANY = auto()
    DEAL = auto()
    STAGE = auto()
    """The one that the deal was in at the time."""
    MONTHLY_PIPELINE = auto()
    """The deal's present one, month by month."""


@dataclass(frozen=True)
class Which:
    """The contacts that are counted; notes are none. `span`: of these days; `before`: as was known then.

    `of_deals`: those about these deals, whoever had them; else those of members that the asker sees.
    `per_deal`: those of different deals are counted apart.
    """

    span: Span | None = None
    before: datetime | None = None
    of_deals: Collection[int] | None = None
    per_deal: bool = False


def worked(session: Session, asker: Member, per: Per, which: Which) -> list[Worked]:
    """The contacts by key and kind."""
    found = [*_counted(session, asker, per, which)]
    if which.before is not None:
        found += _one_by_one(session, asker, per, which, which.before)
    return found


def _counted(session: Session, asker: Member, per: Per, which: Which) -> Iterator[Worked]:
    """What the database counts: all but those changed since the moment asked about."""
    for part in _parts(which.of_deals):
        query = _query(per, which)
        if part is None:
            query = query.where(belongs_to(sight_of(asker), Contact.by_id))
        else:
            query = query.where(Contact.deal_id.in_(part))
        for row in session.connection().execute(query, asking(asker)):
            yield Worked._make([*row[:6], _month(row[6])])


def _parts(ids: Collection[int] | None) -> Iterator[list[int] | None]:
    if ids is None:
        yield None
        return
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]


def _query(per: Per, which: Which) -> Select[Any]:
    """Grouped by the names of columns: expressions with values in them are no two times the same."""
    columns = {"key": _key(per, which.before), "about": null(), "month": null()}
    if which.per_deal:
        columns["about"] = Contact.deal_id + 0
    if per is Per.MONTHLY_PIPELINE:
        columns["month"] = func.substr(cast(Contact.occurred_on, Text), 1, 7)
    query = (
        select(columns["key"].label("key"), Contact.kind, func.count(), func.count(Contact.duration_min))
        .add_columns(func.coalesce(func.sum(Contact.duration_min), 0))
        .add_columns(columns["about"].label("about"), columns["month"].label("month"))
        .where(*_standing(which))
        .group_by(Contact.kind, *map(literal_column, columns))
    )
    if per is Per.MONTHLY_PIPELINE:
        query = query.outerjoin(Deal, Deal.id == Contact.deal_id)
    return query


def _key(per: Per, before: datetime | None) -> ColumnElement[Any]:
    """Plus nothing, so that no index is gone through instead of the table: that is many times slower."""
    if per is Per.STAGE:
        return _stage_at(Contact.deal_id, Contact.occurred_at, before)
    columns = {Per.MEMBER: Contact.by_id, Per.COMPANY: Contact.company_id, Per.DEAL: Contact.deal_id}
    return columns.get(per, Deal.pipeline_id) + 0


def _stage_at(deal_id: Any, at: Any, before: datetime | None) -> ColumnElement[Any]:
    """The stage that the deal was in; before its first move, the one it began in."""
    moves = select(StageChange.to_stage_id).where(StageChange.deal_id == deal_id)
    if before is None:
        moves = moves.where(StageChange.undone_at.is_(None))
    else:
        standing = or_(StageChange.undone_at.is_(None), StageChange.undone_at >= before)
        moves = moves.where(StageChange.known_at < before, standing)
    newest = moves.where(StageChange.entered_at <= at).order_by(
        StageChange.entered_at.desc(), StageChange.id.desc()
    )
    first = moves.order_by(StageChange.entered_at, StageChange.id)
    began = select(Deal.stage_id).where(Deal.id == deal_id)
    return func.coalesce(
        newest.limit(1).scalar_subquery(), first.limit(1).scalar_subquery(), began.scalar_subquery()
    )


def _standing(which: Which) -> Iterator[ColumnElement[bool]]:
    yield Contact.kind != ContactKind.NOTE
    if which.span is not None:
        yield and_(Contact.occurred_on >= which.span.start, Contact.occurred_on < which.span.end)
    if which.before is None:
        yield Contact.deleted_at.is_(None)
        return
    yield and_(Contact.created_at < which.before, Contact.deleted_at.is_(None))
    yield Contact.id.not_in(select(Change.record_id).where(*_since(which.before)))


def _since(before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (Change.record == Contact.__tablename__, Change.field.in_(FIELDS), Change.known_at >= before)


def _one_by_one(
    session: Session, asker: Member, per: Per, which: Which, before: datetime
) -> Iterator[Worked]:
    """Those changed since, with the values that they had then."""
    seen = _seen(session, asker)
    for row in changed_contacts(session, before):
        if row["deleted_at"] is not None or row["kind"] is ContactKind.NOTE:
            continue
        if which.span is not None and row["occurred_on"] not in which.span:
            continue
        if which.of_deals is None and seen is not None and row["by_id"] not in seen:
            continue
        if which.of_deals is not None and row["deal_id"] not in which.of_deals:
            continue
        minutes = row["duration_min"]
        yield Worked(
            _key_of(session, row, per, before),
            row["kind"],
            1,
            int(minutes is not None),
            minutes or 0,
            row["deal_id"] if which.per_deal else None,
            row["occurred_on"].replace(day=1) if per is Per.MONTHLY_PIPELINE else None,
        )


def about_deals(
    session: Session, ids: Collection[int], before: datetime | None
) -> Mapping[int, Sequence[tuple[date, ContactKind]]]:
    """Day and kind of the contacts about these deals, by deal."""
    found: dict[int, list[tuple[date, ContactKind]]] = defaultdict(list)
    standing = [*_standing(Which(before=before))]
    for part in _parts(ids):
        query = select(Contact.deal_id, Contact.occurred_on, Contact.kind).where(
            *standing, Contact.deal_id.in_(part or ())
        )
        for deal_id, day, kind in session.connection().execute(query):
            found[deal_id].append((day, kind))
    for row in changed_contacts(session, before) if before is not None else ():
        if row["deleted_at"] is None and row["kind"] is not ContactKind.NOTE and row["deal_id"] in ids:
            found[row["deal_id"]].append((row["occurred_on"], row["kind"]))
    return found


def days_by_member(
    session: Session, asker: Member, before: datetime | None
) -> Mapping[int, tuple[date, date]]:
    """The first and the last day on which each member whose work the asker sees had a contact.

    What was taken back counts here too: now, an index alone tells the answer.
    """
    whose = Contact.by_id if before is None else Contact.by_id + 0
    query = select(whose.label("key"), func.min(Contact.occurred_on), func.max(Contact.occurred_on))
    query = query.where(belongs_to(sight_of(asker), Contact.by_id), Contact.by_id.is_not(None))
    if before is not None:
        query = query.where(Contact.created_at < before)
    found = session.connection().execute(query.group_by(literal_column("key")), asking(asker))
    return {member_id: (first, last) for member_id, first, last in found}


def changed_contacts(session: Session, before: datetime) -> Iterable[dict[str, Any]]:
    """The contacts known before an instant of which a field has changed since, with the values of then."""
    then: dict[int, dict[str, Any]] = defaultdict(dict)
    changes = (
        select(Change.record_id, Change.field, Change.old)
        .where(*_since(before))
        .order_by(Change.known_at, Change.id)
    )
    for record_id, name, old in session.execute(changes):
        then[record_id].setdefault(name, decoded(Contact, name, old))
    rows = select(Contact.id, *(getattr(Contact, name) for name in FIELDS)).where(
        Contact.created_at < before, Contact.id.in_(select(Change.record_id).where(*_since(before)))
    )
    return [dict(row) | then[row["id"]] for row in session.execute(rows).mappings()]


def _key_of(session: Session, row: Mapping[str, Any], per: Per, before: datetime) -> int | None:
    names = {Per.MEMBER: "by_id", Per.COMPANY: "company_id", Per.DEAL: "deal_id"}
    if per in names:
        key: int | None = row[names[per]]
        return key
    if row["deal_id"] is None:
        return None
    if per is Per.STAGE:
        at = _stage_at(literal(row["deal_id"], Integer), row["occurred_at"], before)
        return session.scalar(select(at))
    return session.scalar(select(Deal.pipeline_id).where(Deal.id == row["deal_id"]))


def _seen(session: Session, asker: Member) -> frozenset[int] | None:
    seen = belongs_to(sight_of(asker), Member.id)
    return frozenset(session.scalars(select(Member.id).where(seen), asking(asker)))


def _month(text: str | None) -> date | None:
    return date.fromisoformat(f"{text}-01") if text is not None else None
