"""Queries for what managers say to salespeople about deals, and what is answered."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.model import DealComment
from core.terms import Remark


def said(session: Session, start: datetime, end: datetime) -> dict[int, tuple[int, int]]:
    """How many comments each member wrote from an instant to before another, and how many were answered."""
    answered = select(DealComment.parent_id).where(DealComment.parent_id.is_not(None))
    query = (
        select(DealComment.by_id, func.count(), func.count().filter(DealComment.id.in_(answered)))
        .where(
            DealComment.kind != Remark.REPLY, DealComment.created_at >= start, DealComment.created_at < end
        )
        .group_by(DealComment.by_id)
    )
    return {row[0]: (row[1], row[2]) for row in session.execute(query)}
