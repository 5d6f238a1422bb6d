"""Queries for the next steps that were planned at a moment."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import NextStep
from core.storage.known_then import changed_since
from core.storage.records import STILL_OPEN

FIELDS = ("deal_id", "company_id", "done_at", "dropped_at", "deleted_at")


def planned(session: Session, before: datetime | None) -> tuple[set[int], set[int]]:
    """The deals for which something was planned, and the companies for which something without a deal was."""
    query = select(NextStep.id, *(getattr(NextStep, name) for name in FIELDS))
    if before is not None:
        query = query.where(NextStep.created_at < before)
    rows = {row["id"]: dict(row) for row in session.execute(query.where(*STILL_OPEN)).mappings()}
    if before is not None:
        changed = changed_since(session, NextStep, FIELDS, before)
        ids = sorted(changed.keys() - rows.keys())
        for start in range(0, len(ids), 5_000):
            part = query.where(NextStep.id.in_(ids[start : start + 5_000]))
            rows |= {row["id"]: dict(row) for row in session.execute(part).mappings()}
        for step_id, values in changed.items():
            if step_id in rows:
                rows[step_id].update(values)
    still = [row for row in rows.values() if not (row["done_at"] or row["dropped_at"] or row["deleted_at"])]
    return (
        {row["deal_id"] for row in still if row["deal_id"] is not None},
        {row["company_id"] for row in still if row["deal_id"] is None and row["company_id"] is not None},
    )
