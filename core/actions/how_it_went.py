"""How it went: what is said, in one tap or one line, of a step that was just ticked off."""

from core.actions import log
from core.actions.agenda import lines
from core.actions.customer import Customer
from core.actions.intent import Plan, decode
from core.actions.steps import contact_intent
from core.actions.undo import take_back
from core.actions.work import Source, Work
from core.errors import NoLongerApplies, NotUnderstood
from core.model import Member, NextStep, Operation
from core.notices import Deed
from core.storage import records
from core.working_days import add_working_days


def well(work: Work, by: Member, operation_id: int) -> tuple[int, Deed]:
    """It went well: the contact stands as it was logged. The step's id, and what to say of it."""
    operation, step = _ticked(work, by, operation_id)
    return step.id, Deed(what="logged", operation_id=operation.id, step=lines(work, by, [step])[0])


def no_answer(work: Work, by: Member, operation_id: int) -> tuple[int, Deed]:
    """Nobody answered: so it is logged, and the step is planned anew for the next working day."""
    operation, step = _ticked(work, by, operation_id)
    take_back(work, by, operation)
    tomorrow = add_working_days(work.today(by), 1, work.team.country)
    again = Plan(kind=step.kind, on=tomorrow, at=step.due_time, text=step.text or "")
    intent = contact_intent(work, by, step, no_answer=True, plans=[again], stage=None)
    written = log.write(work, by, intent, Source(operation.chat_id or 0, 0, work.now), 0)
    line = lines(work, by, written.steps)[0]
    return line.id, Deed(what="no-answer", operation_id=written.operation_id, step=line)


def postponed(work: Work, by: Member, operation_id: int) -> int:
    """It did not take place: the step is open again, and nothing is logged. Returns the step's id."""
    operation, step = _ticked(work, by, operation_id)
    take_back(work, by, operation)
    return step.id


def in_words(work: Work, by: Member, operation_id: int, text: str, source: Source) -> None:
    """Logs the words about the step's customer and deal, in place of what the tick had logged.

    Raises NotUnderstood where the words are about somebody else, or no answer at all.
    """
    try:
        operation, step = _ticked(work, by, operation_id)
    except NoLongerApplies as error:
        raise NotUnderstood() from error
    about = Customer(
        records.company(work.session, step.company_id), records.person(work.session, step.person_id)
    )
    if not log.may_be_about(work, by, text, source, about):
        raise NotUnderstood()
    take_back(work, by, operation)
    log.log_message(work, by, text, source, about=about, deal_id=step.deal_id, step=step)


def _ticked(work: Work, by: Member, operation_id: int) -> tuple[Operation, NextStep]:
    """The operation that logged a step as done, and the step. Raises NoLongerApplies where it was undone."""
    operation = records.get(work.session, by, Operation, operation_id)
    intent = decode(operation.intent) if operation.intent else None
    if operation.undone_at is not None or operation.by_id != by.id or intent is None or not intent.step_id:
        raise NoLongerApplies()
    return operation, records.get(work.session, by, NextStep, intent.step_id)
