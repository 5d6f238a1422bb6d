"""Queries that count contacts for the reports, as they were known at a moment.

The database groups them; those that were changed since that moment are few, and are counted one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    case,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy import type_coerce as plain
from sqlalchemy.orm import Session

from core.history import Worked
from core.insights.period import Span
from core.model import Contact, Deal, Member, StageChange
from core.storage.contact_changes import Then, apart_from, changed_contacts
from core.storage.scope import Sight, asking, belongs_to, sight_of
from core.terms import ContactKind

AT_ONCE = 5_000
"""So many ids are named in one statement."""

MANY = 10_000
"""Of more deals the whole table is read, which is faster than finding the contacts of each."""


_KINDS = {kind.value: kind for kind in ContactKind}


class Per(Enum):
    """Whose, with whom or about what contacts are counted together."""

    MEMBER = auto()
    COMPANY = auto()
    DEAL = auto()
    STAGE = auto()
    """The one that the deal was in at the time."""
    MONTHLY_PIPELINE = auto()
    """The deal's present one, month by month."""
    DAY = auto()
    """Nobody's in particular, day by day."""


DATED = frozenset({Per.MONTHLY_PIPELINE, Per.DAY})


@dataclass(frozen=True)
class Which:
    """The contacts that are counted; notes are none. `span`: of these days; `before`: as was known then.

    `per_deal`: those of different deals are counted apart.
    """

    span: Span | None = None
    before: datetime | None = None
    per_deal: bool = False


def worked(session: Session, asker: Member, per: Per, which: Which) -> list[Worked]:
    """The contacts of members whose work the asker sees, by key and kind."""
    changed = changed_contacts(session, which.before)
    found = [*_counted(session, asker, per, which, changed)]
    if which.before is not None:
        found += _one_by_one(session, asker, per, which, changed)
    return found


def _counted(
    session: Session, asker: Member, per: Per, which: Which, changed: Sequence[Then]
) -> Iterator[Worked]:
    """What the database counts: all but those changed since the moment asked about."""
    query = _query(session, per, which).where(
        *_standing(which, changed), belongs_to(sight_of(asker), Contact.by_id)
    )
    when = _day if per is Per.DAY else _month
    for row in session.connection().execute(query, asking(asker)):
        yield Worked._make([*row[:6], None if row[6] is None else when(row[6])])


def _parts(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]


def _query(session: Session, per: Per, which: Which) -> Select[Any]:
    """Grouped by the names of columns: expressions with values in them are no two times the same."""
    columns: dict[str, ColumnElement[Any]] = {"about": null(), "day": null()}
    if which.per_deal:
        columns["about"] = Contact.deal_id + 0
    if per in DATED:
        columns["day"] = plain(Contact.occurred_on, String)
    key = _pipeline(session) if per is Per.MONTHLY_PIPELINE else _key(per, which.before)
    return (
        select(key.label("key"), Contact.kind, func.count(), func.count(Contact.duration_min))
        .add_columns(func.coalesce(func.sum(Contact.duration_min), 0))
        .add_columns(*(column.label(name) for name, column in columns.items()))
        .group_by(literal_column("day"), Contact.kind, literal_column("key"), literal_column("about"))
    )


def _pipeline(session: Session) -> ColumnElement[Any]:
    """The pipeline of the contact's deal: looked up for the deals of all but the largest."""
    sizes = select(Deal.pipeline_id).group_by(Deal.pipeline_id).order_by(func.count().desc())
    largest, *others = list(session.scalars(sizes)) or [0]
    known: ColumnElement[Any] = case(
        (Contact.deal_id.is_(None), null()),
        *((Contact.deal_id.in_(select(Deal.id).where(Deal.pipeline_id == each)), each) for each in others),
        else_=largest,
    )
    return known


def _key(per: Per, before: datetime | None) -> ColumnElement[Any]:
    """Plus nothing, so that no index is gone through instead of the table: that is many times slower."""
    if per is Per.STAGE:
        return stage_at(Contact.deal_id, Contact.occurred_at, before)
    if per is Per.DAY:
        return null()
    columns = {Per.MEMBER: Contact.by_id, Per.COMPANY: Contact.company_id, Per.DEAL: Contact.deal_id}
    return columns[per] + 0


def stage_at(deal_id: Any, at: Any, before: datetime | None) -> ColumnElement[Any]:
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


def _standing(which: Which, changed: Sequence[Then]) -> Iterator[ColumnElement[bool]]:
    yield Contact.kind != ContactKind.NOTE
    if which.span is not None:
        yield and_(Contact.occurred_on >= which.span.start, Contact.occurred_on < which.span.end)
    if which.before is None:
        yield Contact.deleted_at.is_(None)
        return
    yield and_(Contact.created_at < which.before, Contact.deleted_at.is_(None))
    yield apart_from(changed, which.before)


def _one_by_one(
    session: Session, asker: Member, per: Per, which: Which, changed: Sequence[Then]
) -> Iterator[Worked]:
    """Those changed since, with the values that they had then."""
    seen = _seen(session, asker)
    for row in changed:
        if row["deleted_at"] is not None or row["kind"] is ContactKind.NOTE:
            continue
        if which.span is not None and row["occurred_on"] not in which.span:
            continue
        if row["by_id"] not in seen:
            continue
        minutes = row["duration_min"]
        yield Worked(
            _key_of(session, row, per, which.before),
            row["kind"],
            1,
            int(minutes is not None),
            minutes or 0,
            row["deal_id"] if which.per_deal else None,
            _dated(row["occurred_on"], per),
        )


def about_deals(
    session: Session, ids: Collection[int], before: datetime | None
) -> Mapping[int, Sequence[tuple[date, ContactKind]]]:
    """Day and kind of the contacts about these deals, by deal."""
    found: dict[int, list[tuple[date, ContactKind]]] = defaultdict(list)
    changed = changed_contacts(session, before)
    standing = [*_standing(Which(before=before), changed)]
    for part in _parts(ids):
        query = select(Contact.deal_id, plain(Contact.occurred_on, String), plain(Contact.kind, String))
        query = query.where(*standing, Contact.deal_id.in_(part))
        for deal_id, day, kind in session.connection().execute(query).all():
            found[deal_id].append((_day(day), _KINDS[kind]))
    for row in changed:
        if row["deleted_at"] is None and row["kind"] is not ContactKind.NOTE and row["deal_id"] in ids:
            found[row["deal_id"]].append((row["occurred_on"], row["kind"]))
    return found


def minutes_of_deals(
    session: Session, ids: Collection[int], usual: Mapping[ContactKind, int], before: datetime | None
) -> Mapping[int, int]:
    """The minutes of the contacts about each of these deals, whoever had them; `usual` where not logged."""
    changed = changed_contacts(session, before)
    minutes = case(
        (Contact.duration_min.is_not(None), Contact.duration_min),
        *((Contact.kind == kind, usual_minutes) for kind, usual_minutes in usual.items()),
        else_=0,
    )
    deal = (Contact.deal_id + 0).label("deal")
    query = select(deal, func.sum(minutes)).where(*_standing(Which(before=before), changed))
    query = query.group_by(literal_column("deal"))
    found: dict[int, int] = {}
    if len(ids) > MANY:
        everything = session.connection().execute(query.where(Contact.deal_id.is_not(None)))
        found = {deal_id: int(total) for deal_id, total in everything if deal_id in ids}
    else:
        for part in _parts(ids):
            some = session.connection().execute(query.where(Contact.deal_id.in_(part)))
            found |= {deal_id: int(total) for deal_id, total in some}
    for row in changed:
        if row["deleted_at"] is None and row["kind"] is not ContactKind.NOTE and row["deal_id"] in ids:
            taken = usual.get(row["kind"], 0) if row["duration_min"] is None else row["duration_min"]
            found[row["deal_id"]] = found.get(row["deal_id"], 0) + taken
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


def _key_of(session: Session, row: Then, per: Per, before: datetime | None) -> int | None:
    names = {Per.MEMBER: "by_id", Per.COMPANY: "company_id", Per.DEAL: "deal_id"}
    if per in names:
        key: int | None = row[names[per]]
        return key
    if per is Per.DAY or row["deal_id"] is None:
        return None
    if per is Per.STAGE:
        at = stage_at(literal(row["deal_id"], Integer), row["occurred_at"], before)
        return session.scalar(select(at))
    return session.scalar(select(Deal.pipeline_id).where(Deal.id == row["deal_id"]))


def _seen(session: Session, asker: Member) -> frozenset[int | None]:
    """Whose contacts the asker sees; None among them for who sees those of nobody too."""
    found: set[int | None] = set()
    if sight_of(asker) is Sight.ALL:
        found.add(None)
    found.update(
        session.scalars(select(Member.id).where(belongs_to(sight_of(asker), Member.id)), asking(asker))
    )
    return frozenset(found)


def _dated(day: date, per: Per) -> date | None:
    if per not in DATED:
        return None
    return day if per is Per.DAY else _month(day)


@cache
def _month(day: Any) -> date:
    """The first of a day's month."""
    return _day(day).replace(day=1)


@cache
def _day(day: Any) -> date:
    """The day as the database has it, as text or a date; reckoning it for a million rows takes long."""
    return day if isinstance(day, date) else date.fromisoformat(day)
