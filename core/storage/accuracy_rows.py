"""Kept accuracy: what of the past it stands on, writing it anew, reading one scope's."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, delete, func, insert, select, type_coerce
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.model import Deal, ForecastAccuracy, Snapshot
from core.terms import Scope

PRIME = 1_000_003
"""Sums are taken of remainders, so that no number of deals overflows them."""


def content(session: Session, before: date, *more: object) -> str:
    """A short name for what is known of the deals closed and the snapshots taken before a day, and `more`.

    It is another one whenever one of these deals gets another amount, day, stage or owner.
    """
    units = type_coerce(Deal.amount, BigInteger)
    deals = select(
        func.count(),
        func.sum(units % PRIME),
        func.sum((Deal.id * Deal.stage_id) % PRIME),
        func.sum((Deal.id * Deal.owner_id) % PRIME),
        func.max(Deal.closed_on),
        func.min(Deal.created_on),
    ).where(Deal.closed_on < before, Deal.deleted_at.is_(None))
    taken = select(func.count()).where(Snapshot.taken_on < before, Snapshot.done_at.is_not(None))
    known = [before, *session.execute(deals).one(), session.scalar(taken), *more]
    return hashlib.sha256("|".join(map(str, known)).encode()).hexdigest()


def kept_content(session: Session) -> str | None:
    """What the kept figures of everybody stand on; None: there are none."""
    return session.scalar(
        select(ForecastAccuracy.content).where(ForecastAccuracy.scope == Scope.ALL).limit(1)
    )


def replace(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes the figures of some scopes in place of those kept before. Another process may do the same."""
    scopes = {(row["scope"], row["scope_id"]) for row in rows}
    try:
        with session.begin_nested():
            for scope, scope_id in scopes:
                session.execute(
                    delete(ForecastAccuracy).where(
                        ForecastAccuracy.scope == scope, ForecastAccuracy.scope_id == scope_id
                    )
                )
            session.execute(insert(ForecastAccuracy), [dict(row) for row in rows])
    except IntegrityError:
        return  # it has written the same in this very moment


def drop_others(session: Session, content: str) -> None:
    """Takes away what stands on something else: of those who held nothing then."""
    session.execute(delete(ForecastAccuracy).where(ForecastAccuracy.content != content))


def of_scope(session: Session, scope: Scope, scope_id: int) -> Sequence[ForecastAccuracy]:
    """The kept figures of a scope, the nearest horizon first."""
    query = select(ForecastAccuracy).where(
        ForecastAccuracy.scope == scope, ForecastAccuracy.scope_id == scope_id
    )
    return session.scalars(query.order_by(ForecastAccuracy.horizon_days, ForecastAccuracy.method)).all()
