"""The agenda: a member's next steps of a day, and ticking them off."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import func, select

from core.actions.card import step_line
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Company, Deal, Member, NextStep, Person
from core.notices import Agenda, StepDone, StepLine
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.names import names

SHOWN = 15
"""Steps on one screen; what is more is counted."""


def show_today(work: Work, by: Member, chat_id: int, *, edits: int | None = None) -> None:
    """Posts what is overdue and due today, or puts it in place of an earlier agenda."""
    work.post(chat_id, today(work, by), to=by, edits=edits)


def today(work: Work, by: Member) -> Agenda:
    """Today's agenda: overdue first, then by time."""
    day = work.today(by)
    steps = records.steps_until(work.session, by, day)
    shown = lines(work, by, steps[:SHOWN])
    return Agenda(
        on=day,
        overdue=[line for line in shown if line.remind_on and line.remind_on < day],
        due=sorted((line for line in shown if line.remind_on == day), key=lambda line: line.at or time.max),
        done_today=_done_today(work, by),
        hidden=max(0, len(steps) - SHOWN),
    )


def tick(work: Work, by: Member, step_id: int, place: str, chat_id: int, card_id: int) -> None:
    """Marks a step done. From the agenda, the agenda is shown anew. Raises NoLongerApplies if it was."""
    step = records.get(work.session, by, NextStep, step_id)
    if not step.is_open:
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "done", work.now, by_id=by.id, chat_id=chat_id)
    ledger.change(step, {"done_at": work.now})
    ledger.close()
    line = lines(work, by, [step])[0]
    if place == "agenda":
        show_today(work, by, chat_id, edits=card_id)
    work.post(
        chat_id,
        StepDone(operation_id=ledger.operation_id, step=line),
        to=by,
        operation_id=ledger.operation_id,
    )


def drop(work: Work, by: Member, step_id: int) -> None:
    """Takes a step off the agenda undone, for instance of a lost deal. Raises NoLongerApplies if it was."""
    step = records.get(work.session, by, NextStep, step_id)
    if not step.is_open:
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "drop", work.now, by_id=by.id)
    ledger.change(step, {"dropped_at": work.now})
    ledger.close()


def lines(work: Work, by: Member, steps: Sequence[NextStep]) -> list[StepLine]:
    """Steps as lines, with the names of their customers and deals, in three queries."""
    companies = names(work.session, Company, (step.company_id for step in steps))
    people = names(work.session, Person, (step.person_id for step in steps))
    deals = names(work.session, Deal, (step.deal_id for step in steps))
    return [
        step_line(
            work,
            by,
            step,
            company=companies.get(step.company_id),
            person=people.get(step.person_id),
            deal=deals.get(step.deal_id),
        )
        for step in steps
    ]


def _done_today(work: Work, by: Member) -> int:
    midnight = datetime.combine(work.today(by), time(), tzinfo=work.zone_of(by))
    return (
        work.session.scalar(
            select(func.count())
            .select_from(NextStep)
            .where(NextStep.owner_id == by.id, NextStep.done_at >= midnight)
            .where(NextStep.done_at < midnight + timedelta(days=1))
        )
        or 0
    )
