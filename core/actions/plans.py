"""Promises and plans of a message, as next steps; and the earlier ones that it fulfils."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from core.actions.customer import Customer
from core.actions.intent import Intent, Plan
from core.actions.work import Work
from core.local_time import instant_of
from core.model import Deal, Member, NextStep
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.prepared import fresh
from core.terms import ContactKind, StepKind, StepReason
from core.working_days import add_working_days

UNDATED_AFTER = 2
"""Working days after which an undated promise of ours is brought up."""

SAMPLES_AFTER = 7
"""Working days after which it is asked how samples did, unless a day was named."""

EVENING = 18
"""The hour from which a day is over: nothing is brought up on it any more."""

THEIRS_AFTER = 5
"""Working days after which an undated promise of the customer's is brought up."""


def write(
    work: Work,
    ledger: Ledger,
    by: Member,
    intent: Intent,
    customer: Customer,
    deal: Deal | None,
    contact_id: int | None,
) -> list[NextStep]:
    """Every promise of the message becomes a next step, the dated and the undated ones."""
    shared: dict[str, Any] = {
        "owner_id": by.id,
        "created_at": work.now,
        "company_id": customer.company_id,
        "person_id": customer.person_id,
        "deal_id": deal.id if deal else None,
        "contact_id": contact_id,
    }
    today = intent.said_at.astimezone(work.zone_of(by)).date()
    written = []
    for plan in intent.plans:
        values = shared | _step(work, by, plan, intent.plans, today)
        written.append(fresh(NextStep, {"id": ledger.create(NextStep, values), **values}))
    if intent.gave_samples and all(plan.on is None for plan in intent.plans):
        values = shared | _ask_of_samples(work, today)
        written.append(fresh(NextStep, {"id": ledger.create(NextStep, values), **values}))
    return written


def fulfil(
    work: Work, ledger: Ledger, by: Member, intent: Intent, customer: Customer, deal: Deal | None
) -> list[NextStep]:
    """Marks the earlier steps done that this contact was: same kind and person or deal, due by its day.

    A colleague's too, who need not do it again. So is the step that the contact was logged for, whatever its
    kind and day.
    """
    if intent.kind in (None, ContactKind.NOTE) or intent.occurred_on is None:
        return []
    if intent.no_answer and not intent.plans:
        return []
    answered = records.by_id(work.session, NextStep, intent.step_id)
    done = [answered] if answered is not None else []
    if customer.company_id:
        waiting = records.open_steps_with(work.session, customer.company_id, StepKind(intent.kind.value))
        done += [step for step in waiting if _is_this(step, by, customer, deal, intent.occurred_on)]
    for step in done:
        ledger.change(step, {"done_at": work.now})
    return done


def due_instant(on: date, at: time, work: Work, by: Member) -> datetime:
    """The instant of a local date and time of the member's; around a clock change as in core.local_time."""
    return instant_of(on, at, work.zone_of(by))


def _is_this(step: NextStep, by: Member, customer: Customer, deal: Deal | None, on: date) -> bool:
    """Of the same deal or person, whosesoever; one's own that names neither is anybody's at the company."""
    if step.due_on is not None and step.due_on > on:
        return False
    if step.deal_id is None and step.person_id is None:
        return step.owner_id == by.id
    same_deal = deal is not None and step.deal_id == deal.id
    return same_deal or (step.person_id is not None and step.person_id == customer.person_id)


def _step(work: Work, by: Member, plan: Plan, plans: Sequence[Plan], today: date) -> dict[str, Any]:
    return {
        "kind": plan.kind,
        "due_on": plan.on,
        "due_time": plan.at,
        "due_at": due_instant(plan.on, plan.at, work, by) if plan.on and plan.at else None,
        "remind_on": plan.on or _reminder(work, by, plan, plans, today),
        "by_customer": plan.by_customer,
        "text": plan.text or None,
    }


def _ask_of_samples(work: Work, today: date) -> dict[str, Any]:
    on = add_working_days(today, SAMPLES_AFTER, work.team.country)
    return {"kind": StepKind.TASK, "remind_on": on, "reason": StepReason.SAMPLES}


def _reminder(work: Work, by: Member, plan: Plan, plans: Sequence[Plan], today: date) -> date:
    """The day on which an undated promise is brought up.

    A proposal: the working day before the next dated contact, else in two working days. Where that day is
    over already, the next one: the morning of the contact is early enough.
    """
    country = work.team.country
    later = min((other.on for other in plans if other.on and other.on > today), default=None)
    if plan.kind is StepKind.PROPOSAL and later is not None:
        before = add_working_days(later, -1, country)
        local = work.now.astimezone(work.zone_of(by))
        over = local.date() == today and local.hour >= EVENING
        return max(before, today + timedelta(days=1) if over else today)
    return add_working_days(today, THEIRS_AFTER if plan.by_customer else UNDATED_AFTER, country)
