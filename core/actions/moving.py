"""A deal's move from stage to stage: the fields that go with it, and its place in the history."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from core.actions.work import Work
from core.model import Member, NextStep, Stage, StageChange
from core.storage.ledger import Ledger, add
from core.storage.records import STILL_OPEN
from core.terms import LostReason, StageMeaning


def moved(
    work: Work, by: Member, target: Stage, at: datetime, lost_reason: LostReason | None
) -> dict[str, Any]:
    """The fields of a deal that has come to a stage; a reason is kept only of a lost one."""
    values: dict[str, Any] = {"stage_id": target.id, "stage_entered_at": at}
    if not target.meaning.is_open:
        values["closed_on"] = at.astimezone(work.zone_of(by)).date()
    if target.meaning is StageMeaning.LOST:
        values["lost_reason"] = lost_reason
    return values


def record_move(
    work: Work, ledger: Ledger, by: Member, deal_id: int, from_id: int | None, to: Stage, at: datetime
) -> None:
    """Writes the move into the history of stages; what was planned for a deal that is lost is no more."""
    values = {
        "deal_id": deal_id,
        "from_stage_id": from_id,
        "to_stage_id": to.id,
        "entered_at": at,
        "known_at": work.now,
        "by_id": by.id,
        "operation_id": ledger.operation_id,
    }
    add(work.session, StageChange, values)
    if to.meaning is StageMeaning.LOST:
        _drop_plans(work, ledger, deal_id)


def _drop_plans(work: Work, ledger: Ledger, deal_id: int) -> None:
    planned = select(NextStep).where(NextStep.deal_id == deal_id, *STILL_OPEN)
    for step in work.session.scalars(planned.order_by(NextStep.id)).all():
        ledger.change(step, {"dropped_at": work.now})
