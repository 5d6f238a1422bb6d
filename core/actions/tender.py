"""Tenders: a deadline that does not move, and the reminders before it."""

from datetime import date

from sqlalchemy import select

from core.actions.work import Work
from core.model import Deal, Member, NextStep
from core.storage.ledger import Ledger
from core.storage.records import STILL_OPEN
from core.terms import StepKind, StepReason
from core.working_days import add_working_days

REMINDERS = (3, 1)
"""So many working days before the last day of a tender it is reminded of."""


def set_deadline(work: Work, ledger: Ledger, by: Member, deal: Deal, on: date | None) -> list[NextStep]:
    """Sets the last day of the deal's tender, None: no tender; its reminders follow. Returns the new ones."""
    if not ledger.change(deal, {"tender_on": on}):
        return []
    standing = work.session.scalars(
        select(NextStep).where(NextStep.deal_id == deal.id, NextStep.reason == StepReason.TENDER, *STILL_OPEN)
    ).all()
    for step in standing:
        ledger.change(step, {"dropped_at": work.now})
    today = work.today(by)
    days = [add_working_days(on, -before, work.team.country) for before in REMINDERS] if on else []
    return [_reminder(work, ledger, by, deal, day) for day in days if day >= today]


def _reminder(work: Work, ledger: Ledger, by: Member, deal: Deal, on: date) -> NextStep:
    values = {
        "kind": StepKind.TASK,
        "owner_id": deal.owner_id or by.id,
        "created_at": work.now,
        "company_id": deal.company_id,
        "person_id": deal.person_id,
        "deal_id": deal.id,
        "remind_on": on,
        "reason": StepReason.TENDER,
    }
    return NextStep(id=ledger.create(NextStep, values), **values)
