"""Queries that give the reports their deals, with their moves, as they were known at a moment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy import type_coerce as plain
from sqlalchemy.orm import Session

from core.history import DealRow, Move, as_units
from core.model import Base, Change, Deal, Member, StageChange
from core.storage.known_then import changes_since, seconds
from core.storage.ledger import decoded
from core.storage.scope import asking, seen_with, sight_of

ALL: ColumnElement[bool] = true()
"""All deals: for the owner, and for rates and averages that name no deal."""

FIELDS = {
    "stage_id": "stage_id",
    "stage_entered_at": "entered_at",
    "owner_id": "owner_id",
    "company_id": "company_id",
    "product_id": "product_id",
    "pipeline_id": "pipeline_id",
    "amount": "units",
    "currency": "currency",
    "expected_close_on": "contract_on",
    "category": "category",
    "probability": "probability",
    "closed_on": "closed_on",
    "source": "source",
    "title": "title",
    "group_id": "group_id",
    "deleted_at": "deleted",
}
"""Fields of a deal whose value then is looked up, and what they are called in a row."""


def seen_deals(asker: Member) -> ColumnElement[bool]:
    """The condition that `asker` may see a deal; its parameters are those of `asking`."""
    return seen_with(sight_of(asker), Deal)


def deals(
    session: Session, asker: Member | None, which: ColumnElement[bool], before: datetime | None
) -> list[DealRow]:
    """The deals for which `which` holds, as they were known just before an instant; None: as they are now.

    What was deleted by then, or not there yet, is left out. `asker`: whose sight a condition of `seen_deals`
    is about; None: the rows are for averages of the whole team that tell of no deal.
    """
    mine = asking(asker) if asker is not None else {}
    rows = _known(session, which, before, mine)
    moves = _moves(session, which, before, mine)
    return [_deal(values, moves.get(row_id, [])) for row_id, values in rows.items() if not values["deleted"]]


def endings(
    session: Session, asker: Member, which: ColumnElement[bool], before: datetime | None
) -> list[DealRow]:
    """As `deals`, without the way they went: each has one move, to where it is. Twice as fast."""
    mine = asking(asker)
    rows = _known(session, which, before, mine)
    return [_deal(values, []) for values in rows.values() if not values["deleted"]]


def ids_of(session: Session, asker: Member, which: ColumnElement[bool]) -> set[int]:
    """The ids of the deals for which `which` holds."""
    return set(session.scalars(select(Deal.id).where(which), asking(asker)))


def priced(session: Session, which: ColumnElement[bool] = ALL) -> dict[int, float]:
    """Since when deals have had an amount, in seconds since 1970; without those that never had one."""
    query = (
        select(Change.record_id, seconds(session, func.min(Change.known_at)))
        .where(Change.record == Deal.__tablename__, Change.field == "amount", Change.new.is_not(None))
        .group_by(Change.record_id)
    )
    if which is not ALL:
        query = query.join(Deal, Deal.id == Change.record_id).where(which)
    return {row[0]: row[1] for row in session.connection().execute(query).all()}


def _known(
    session: Session, which: ColumnElement[bool], before: datetime | None, mine: Mapping[str, Any]
) -> dict[int, dict[str, Any]]:
    rows = _present(session, which, before, mine)
    if before is not None:
        for row_id, values in _then(session, Deal, FIELDS, which, before, mine).items():
            if row_id in rows:
                rows[row_id].update((FIELDS[name], value) for name, value in values.items())
    return rows


def _present(
    session: Session, which: ColumnElement[bool], before: datetime | None, mine: Mapping[str, Any]
) -> dict[int, dict[str, Any]]:
    query: Select[Any] = select(
        Deal.id,
        Deal.title,
        Deal.pipeline_id,
        Deal.stage_id,
        Deal.created_on,
        seconds(session, Deal.created_at).label("created_at"),
        seconds(session, Deal.stage_entered_at).label("entered_at"),
        Deal.owner_id,
        Deal.company_id,
        Deal.product_id,
        Deal.source,
        plain(Deal.amount, BigInteger).label("units"),
        Deal.currency,
        Deal.expected_close_on.label("contract_on"),
        Deal.category,
        Deal.probability,
        Deal.closed_on,
        Deal.group_id,
        Deal.deleted_at.is_not(None).label("deleted"),
    ).where(which)
    query = query.where(Deal.deleted_at.is_(None) if before is None else Deal.created_at < before)
    names = [column["name"] for column in query.column_descriptions]
    return {
        row[0]: dict(zip(names, row, strict=True))
        for row in session.connection().execute(query.order_by(Deal.id), mine)
    }


def _moves(
    session: Session, which: ColumnElement[bool], before: datetime | None, mine: Mapping[str, Any]
) -> Mapping[int, list[Move]]:
    query = select(
        StageChange.deal_id, StageChange.to_stage_id, seconds(session, StageChange.entered_at)
    ).order_by(StageChange.id)
    if which is not ALL:
        query = query.join(Deal, Deal.id == StageChange.deal_id).where(which)
    if before is None:
        query = query.where(StageChange.undone_at.is_(None))
    else:
        standing = or_(StageChange.undone_at.is_(None), StageChange.undone_at >= before)
        query = query.where(StageChange.known_at < before, StageChange.entered_at < before, standing)
    moves: dict[int, list[Move]] = defaultdict(list)
    for deal_id, stage_id, at in session.connection().execute(query, mine).all():
        moves[deal_id].append(Move(stage_id, at))
    return moves


def _deal(values: dict[str, Any], moves: list[Move]) -> DealRow:
    """The row; its moves end with the stage it is in, and none is earlier than the one before."""
    entered, stage_id = values.pop("entered_at"), values["stage_id"]
    if not moves:
        moves = [Move(stage_id, min(entered, values["created_at"]))]
    elif moves[-1].stage_id != stage_id:
        moves.append(Move(stage_id, max(entered, moves[-1].at)))
    latest = moves[0].at
    for index, move in enumerate(moves):
        if move.at < latest:
            moves[index] = Move(move.stage_id, latest)
        latest = moves[index].at
    del values["deleted"]
    return DealRow(**values, moves=tuple(moves))


def _then(
    session: Session,
    record: type[Deal],
    fields: Iterable[str],
    which: ColumnElement[bool],
    before: datetime,
    mine: Mapping[str, Any],
) -> Mapping[int, Mapping[str, Any]]:
    """The values that fields had then, of those deals of which they have changed since."""
    query = changes_since(record, fields, before).join(
        record, and_(record.id == Change.record_id, record.created_at < before)
    )
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for record_id, name, old in session.connection().execute(query.where(which), mine):
        if name not in found[record_id]:
            found[record_id][name] = _value(record, name, old)
    return found


def _value(record: type[Base], name: str, old: str | None) -> Any:
    value = decoded(record, name, old)
    if name == "deleted_at":
        return value is not None
    if isinstance(value, datetime):
        return value.timestamp()
    return as_units(value) if isinstance(value, Decimal) else value
