"""Queries for open deals as boards and lists: grouped by stage, and page by page."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from core.model import Deal, Member, Stage
from core.storage.neglected import awake
from core.storage.scope import Sight, asking, seen_with
from core.storage.sums import sum_of


def seen_open(sight: Sight) -> ColumnElement[bool]:
    """Open deals that are seen with that sight; parameters are `asking`'s."""
    return and_(seen_with(sight, Deal), Deal.closed_on.is_(None), Deal.deleted_at.is_(None))


def standing_still(stages: Sequence[Stage], now: datetime, today: date) -> ColumnElement[bool]:
    """Deals that are longer in their stage than is expected of it; no tender and none in a seasonal break."""
    late = [
        and_(Deal.stage_id == stage.id, Deal.stage_entered_at < now - timedelta(days=stage.expected_days))
        for stage in stages
        if stage.expected_days is not None and stage.meaning.is_open
    ]
    return or_(false(), *late) & awake(today)


def by_stage(session: Session, asker: Member, which: ColumnElement[bool]) -> Sequence[Any]:
    """Rows of pipeline_id, stage_id, currency, count and total: what the deals come to, each group by itself.

    Those without an amount are a group of their own, with no currency and no total.
    """
    groups = (Deal.pipeline_id, Deal.stage_id, Deal.currency)
    query = select(*groups, func.count().label("count"), sum_of(Deal.amount).label("total"))
    return session.execute(query.where(which).group_by(*groups).order_by(*groups), asking(asker)).all()


def page_of(
    session: Session, asker: Member, which: ColumnElement[bool], *, offset: int, limit: int
) -> Sequence[Deal]:
    """Those with the earliest contract date first; without one, those that came to their stage last."""
    order = (Deal.expected_close_on.is_(None), Deal.expected_close_on, Deal.stage_entered_at.desc(), Deal.id)
    query = select(Deal).where(which).order_by(*order).offset(offset).limit(limit)
    return session.scalars(query, asking(asker)).all()
