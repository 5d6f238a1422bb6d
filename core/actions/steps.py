"""Next steps by taps: a step's card; done, moved, dropped, planned, each an operation that can be undone."""

from datetime import date, time, timedelta
from typing import Any

from core.actions import log
from core.actions.agenda import lines
from core.actions.intent import Intent
from core.actions.picking import quick_picks, still_ahead
from core.actions.plans import due_instant
from core.actions.work import Source, Work
from core.errors import NoLongerApplies, NotFound
from core.model import Member, NextStep
from core.notices import Deed, StepCard, StepPicks
from core.notices.purpose import Purpose
from core.storage import records
from core.storage.ledger import Ledger
from core.terms import ContactKind, StageMeaning, StepKind

HOUR = timedelta(hours=1)
TALKS = frozenset({StepKind.CALL, StepKind.MEETING, StepKind.VISIT, StepKind.DEMO})
"""Kinds of which it is asked how they went; the others are sent or done, and that is all."""

CLOSED_BY = {"done": "done_at", "drop": "dropped_at"}
"""What each operation that ends a step writes."""


def show_card(
    work: Work,
    by: Member,
    step_id: int,
    place: str,
    chat_id: int,
    edits: int | None,
    deed: Deed | None = None,
) -> int:
    """Shows one step; returns the id of the letter. Raises NotFound where the member sees no such step."""
    step = records.get(work.session, by, NextStep, step_id)
    if step.deleted_at is not None:
        raise NotFound()
    person = records.person(work.session, step.person_id)
    notice = StepCard(
        step=lines(work, by, [step])[0],
        today=work.today(by),
        phone=person.phone if person else None,
        is_open=step.is_open,
        place=place,
        deed=deed,
    )
    return work.post(chat_id, notice, to=by, edits=edits)


def done(work: Work, by: Member, step_id: int) -> Deed:
    """Ticks a step off; one that is a contact is logged as such, once. Raises NoLongerApplies if it was."""
    step = open_step(work, by, step_id)
    operation_id = _logged(work, by, step) if _is_contact(step) else _closed(work, by, step, "done")
    asks = _is_contact(step) and step.kind in TALKS
    return Deed(what="done", operation_id=operation_id, step=lines(work, by, [step])[0], asks=asks)


def drop(work: Work, by: Member, step_id: int) -> Deed:
    """Takes a step off the agenda undone, for instance of a lost deal. Raises NoLongerApplies if it was."""
    step = open_step(work, by, step_id)
    operation_id = _closed(work, by, step, "drop")
    return Deed(what="dropped", operation_id=operation_id, step=lines(work, by, [step])[0])


def move(work: Work, by: Member, step_id: int, on: date, at: time | None) -> Deed:
    """Puts a step on another day, the very day that was named. Raises NoLongerApplies where it is over."""
    still_ahead(work, by, on)
    step = open_step(work, by, step_id)
    ledger = Ledger.begin(work.session, "move_step", work.now, by_id=by.id, chat_id=by.telegram_id)
    ledger.change(step, when(work, by, on, at))
    ledger.close()
    return Deed(what="moved", operation_id=ledger.operation_id, step=lines(work, by, [step])[0])


def put_off(work: Work, by: Member, step_id: int) -> Deed:
    """Puts a step an hour later than it was, or than now if its time is over. Raises as `move` does."""
    due_at = open_step(work, by, step_id).due_at
    later = (max(due_at or work.now, work.now) + HOUR).astimezone(work.zone_of(by))
    return move(work, by, step_id, later.date(), later.time().replace(second=0, microsecond=0))


def show_move(work: Work, by: Member, purpose: Purpose, chat_id: int, card_id: int) -> None:
    """Shows the quick picks for another day of a step."""
    step = open_step(work, by, purpose.subject_id)
    notice = StepPicks(
        purpose=str(purpose),
        step=lines(work, by, [step])[0],
        today=work.today(by),
        picks=quick_picks(work.today(by), work.team.country),
        place=purpose.place,
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def open_step(work: Work, by: Member, step_id: int) -> NextStep:
    """The step, as long as it is open. Raises NotFound and NoLongerApplies."""
    step = records.get(work.session, by, NextStep, step_id)
    if not step.is_open:
        raise NoLongerApplies()
    return step


def when(work: Work, by: Member, on: date, at: time | None) -> dict[str, Any]:
    """The fields of a step that is due on that day of the member's, at that time if there is one."""
    return {
        "due_on": on,
        "due_time": at,
        "due_at": due_instant(on, at, work, by) if at else None,
        "remind_on": on,
    }


def contact_intent(work: Work, by: Member, step: NextStep, **more: Any) -> Intent:
    """What a contact that was this step says by itself: its kind and customer, today, and what it was for."""
    deal_id = step.deal_id or _only_deal(work, by, step)
    sent = step.kind is StepKind.PROPOSAL and deal_id is not None
    values: dict[str, Any] = {
        "text": "",
        "said_at": work.now,
        "kind": ContactKind(step.kind.value),
        "company_id": step.company_id,
        "person_id": step.person_id,
        "deal_id": deal_id,
        "without_deal": deal_id is None,
        "stage": StageMeaning.PROPOSAL if sent else None,
        "occurred_on": work.today(by),
        "step_id": step.id,
    }
    return Intent(**values | more)


def _only_deal(work: Work, by: Member, step: NextStep) -> int | None:
    """The customer's only open deal, for a step that names none; of several none is guessed."""
    found = records.open_deals_of(work.session, by, company_id=step.company_id, person_id=step.person_id)
    return found[0].id if len(found) == 1 else None


def _is_contact(step: NextStep) -> bool:
    """Whether doing it is a contact with a customer, as far as it is ours to do."""
    has_customer = step.company_id is not None or step.person_id is not None
    return has_customer and not step.by_customer and step.kind is not StepKind.TASK


def _logged(work: Work, by: Member, step: NextStep) -> int:
    source = Source(by.telegram_id or 0, 0, work.now)
    return log.write(work, by, contact_intent(work, by, step), source, 0).operation_id


def _closed(work: Work, by: Member, step: NextStep, name: str) -> int:
    """Ends a step as the operation's name says; returns the operation's id."""
    ledger = Ledger.begin(work.session, name, work.now, by_id=by.id, chat_id=by.telegram_id)
    ledger.change(step, {CLOSED_BY[name]: work.now})
    ledger.close()
    return ledger.operation_id
