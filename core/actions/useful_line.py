"""The useful line under a logged contact: the one thing worth knowing now, or nothing."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

from sqlalchemy import bindparam, select

from core.actions.agenda import lines
from core.actions.card import Written
from core.actions.deal_state import DealState
from core.actions.reports.learnt import is_known_thin, learnt_today
from core.actions.work import Work
from core.history import DealRow, Move, as_amount, as_units
from core.insights.period import month_of
from core.insights.process import Processes
from core.insights.worth import Worth
from core.model import Contact, Deal, Member, NextStep
from core.money import whole
from core.notices import Sum, UsefulLine
from core.storage import records, report_rows
from core.storage.prepared import Prepared
from core.storage.records import STILL_OPEN

LONG_DAYS = 30
"""A customer that was not spoken to for so many days was silent for long."""

LEAST_SHARE = Decimal("0.02")
"""A change of the expected month below this share of the deal's amount is not worth a line."""


def useful_line(work: Work, by: Member, written: Written) -> UsefulLine | None:
    """A promise of theirs that is due, an own step that is late, what the message did to the expected month
    of the member, or how long the customer was silent: the first of them that there is."""
    company_id = written.customer.company_id
    if company_id is None or written.intent.asked or written.customer.company_is_new:
        return None
    today = work.today(by)
    values = {"asker_id": by.id, "company_id": company_id, "today": today, "contact_id": written.contact_id}
    ((step_id, last),) = _before().rows(work.session.connection(), values)
    if step_id is not None and step_id not in {each.id for each in written.steps}:
        return _late(work, by, step_id)
    return _moved(work, by, written) or _silent(written, last, today)


def _late(work: Work, by: Member, step_id: int) -> UsefulLine:
    step = records.get(work.session, by, NextStep, step_id)
    return UsefulLine(
        kind="promise-due" if step.by_customer else "step-late", step=lines(work, by, [step])[0]
    )


def _moved(work: Work, by: Member, written: Written) -> UsefulLine | None:
    """By how much the message has moved what the member may expect this month."""
    deal = written.deal
    if deal is None or not written.deal_fields or deal.owner_id != by.id:
        return None
    if is_known_thin(work):
        return None
    processes = Processes(tuple(report_rows.stages(work.session)))
    if learnt_today(work, processes).is_thin:
        return None
    before = _part(work, by, deal, written.deal_before, processes) if written.deal_before else Decimal(0)
    moved = _part(work, by, deal, DealState.of(deal), processes) - before
    if abs(moved) < LEAST_SHARE * (deal.amount or Decimal(0)) or abs(moved) < 1:
        return None
    return UsefulLine(kind="expected", sum=Sum(whole(moved), work.team.currency))


def _part(work: Work, by: Member, deal: Deal, state: DealState, processes: Processes) -> Decimal:
    """What the deal in that state adds to the member's expected month."""
    today, zone = work.today(by), work.zone_of(by)
    span, worth = month_of(today), Worth(work.team.currency, work.team.rates)
    units = worth.units(None if state.amount is None else as_units(state.amount), state.currency, today)
    if units is None:
        return Decimal(0)
    row = _row(deal, state)
    if state.closed_on is not None:
        counts = state.closed_on in span and processes.is_won(row)
        return as_amount(units) if counts else Decimal(0)
    now = work.now.timestamp()
    end = datetime.combine(span.end, time(), zone).timestamp()
    chance = learnt_today(work, processes).between(row, now, now, end)
    return as_amount(round(units * chance))


def _row(deal: Deal, state: DealState) -> DealRow:
    entered_at = state.stage_entered_at.timestamp()
    return DealRow(
        id=deal.id,
        title=deal.title,
        pipeline_id=deal.pipeline_id,
        stage_id=state.stage_id,
        created_on=deal.created_on,
        created_at=deal.created_at.timestamp(),
        moves=(Move(state.stage_id, entered_at),),
        units=None if state.amount is None else as_units(state.amount),
        currency=state.currency,
        closed_on=state.closed_on,
    )


def _silent(written: Written, last: date | None, today: date) -> UsefulLine | None:
    """For how many days nobody of us had been in touch, where that was long."""
    if written.contact_id is None or last is None:
        return None
    days = (today - last).days
    return UsefulLine(kind="silent", days=days) if days >= LONG_DAYS else None


@cache
def _before() -> Prepared:
    """In one statement: the member's oldest open step with the customer that was due before today, or theirs
    that is due by now, and the day of the contact before this one."""
    due = (NextStep.due_on < bindparam("today")) | (
        NextStep.by_customer.is_(True) & (NextStep.due_on <= bindparam("today"))
    )
    step = (
        select(NextStep.id)
        .where(NextStep.company_id == bindparam("company_id"), NextStep.owner_id == bindparam("asker_id"))
        .where(due, *STILL_OPEN)
        .order_by(NextStep.by_customer.desc(), NextStep.due_on)
        .limit(1)
    )
    contact = (
        select(Contact.occurred_on)
        .where(Contact.company_id == bindparam("company_id"), Contact.deleted_at.is_(None))
        .where(Contact.id != bindparam("contact_id"))
        .order_by(Contact.occurred_at.desc())
        .limit(1)
    )
    return Prepared(select(step.scalar_subquery(), contact.scalar_subquery()))
