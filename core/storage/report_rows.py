"""Queries that give the reports their rows beside deals: stages, orders, targets, absences."""

from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, or_, select
from sqlalchemy import type_coerce as plain
from sqlalchemy.orm import Session

from core.history import AbsenceRow, OrderRow, StageRow, TargetRow, as_units
from core.model import Absence, Member, Order, Pipeline, Stage, Target
from core.storage.known_then import changed_since
from core.storage.ledger import CREATED
from core.storage.scope import asking, belongs_to, sight_of


def stages(session: Session) -> list[StageRow]:
    """All stages of all pipelines in their order, those that the configuration no longer names too."""
    columns = (Stage.name, Stage.position, Stage.meaning, Stage.probability, Stage.category)
    query = (
        select(Stage.id, Stage.pipeline_id, Pipeline.name.label("pipeline"), *columns, Stage.expected_days)
        .add_columns(or_(Stage.archived, Pipeline.archived).label("archived"))
        .join(Pipeline, Pipeline.id == Stage.pipeline_id)
        .order_by(Pipeline.archived, Pipeline.position, Pipeline.id, Stage.position)
    )
    return [StageRow(**row) for row in session.execute(query).mappings()]


def members_seen(session: Session, asker: Member) -> set[int]:
    """The ids of those whose work `asker` sees."""
    return set(
        session.scalars(select(Member.id).where(belongs_to(sight_of(asker), Member.id)), asking(asker))
    )


def orders(
    session: Session, asker: Member | None, which: ColumnElement[bool], before: datetime | None
) -> list[OrderRow]:
    """The orders for which `which` holds, of those that `asker` sees (None: all, for what tells of no order).

    `before`: known before an instant, None: all.
    """
    query = (
        select(Order.id, Order.ordered_on, plain(Order.amount, BigInteger).label("units"), Order.currency)
        .add_columns(Order.owner_id, Order.company_id, Order.product_id)
        .where(which)
    )
    if asker is not None:
        query = query.where(belongs_to(sight_of(asker), Order.owner_id))
    if before is None:
        query = query.where(Order.deleted_at.is_(None))
    else:
        query = query.where(
            Order.created_at < before, or_(Order.deleted_at.is_(None), Order.deleted_at >= before)
        )
    rows = session.execute(query, asking(asker) if asker is not None else {})
    return [OrderRow(**row) for row in rows.mappings()]


def targets(session: Session, before: datetime | None) -> list[TargetRow]:
    """The targets as they were known before an instant; None: as they are now."""
    names = ("starts_on", "ends_on", "amount", "currency", "team_id", "member_id", "pipeline_id")
    rows = {
        row["id"]: dict(row)
        for row in session.execute(select(Target.id, *(getattr(Target, name) for name in names))).mappings()
    }
    if before is not None:
        for key, values in changed_since(session, Target, (*names, CREATED), before).items():
            if CREATED in values:
                rows.pop(key, None)
            elif key in rows:
                rows[key].update(values)
    found = []
    for row in rows.values():
        values = {name: row[name] for name in names if name != "amount"}
        found.append(TargetRow(**values, units=as_units(row["amount"])))
    return found


def absences(session: Session, before: datetime | None) -> list[AbsenceRow]:
    """The absences as they were known before an instant; None: as they are now."""
    names = ("member_id", "starts_on", "ends_on", "deleted_at")
    query = select(Absence.id, *(getattr(Absence, name) for name in names))
    if before is not None:
        query = query.where(Absence.created_at < before)
    rows = {row["id"]: dict(row) for row in session.execute(query).mappings()}
    if before is not None:
        for key, values in changed_since(session, Absence, names, before).items():
            if key in rows:
                rows[key].update(values)
    return [
        AbsenceRow(row["member_id"], row["starts_on"], row["ends_on"])
        for row in rows.values()
        if row["deleted_at"] is None
    ]
