"""The morning agenda: what is to be done today, and once more what was forgotten yesterday."""

from datetime import date

from core.actions import agenda
from core.actions.suggestions import suggestions
from core.actions.work import Work
from core.model import Member
from core.notices import Agenda, StepLine
from core.storage import next_steps
from core.storage.absences import stood_in_for


def of(work: Work, member: Member, told_on: date | None) -> Agenda | None:
    """The agenda as it is told in the morning; None where nothing is new to it.

    `told_on`: the day of the last one. What was due before that day has been brought up again already: it is
    counted, not listed.
    """
    today = work.today(member)
    whose = [member.id, *stood_in_for(work.session, member, today)]
    which = next_steps.due_within(whose, told_on or date.min, today)
    steps = next_steps.page_of_day(work.session, which, today, limit=agenda.PAGE)
    if not steps:
        return None
    shown = agenda.lines(work, member, steps)
    everything = next_steps.count(work.session, next_steps.due_until(whose, today))
    return Agenda(
        on=today,
        overdue=[line for line in shown if _is_late(line, today, told_on)],
        due=[line for line in shown if not _is_late(line, today, told_on)],
        hidden=everything - len(shown),
        suggestions=suggestions(work, member) if everything == len(shown) else [],
    )


def empty(work: Work, member: Member) -> Agenda:
    """That of a morning with nothing new: only how much is open still."""
    today = work.today(member)
    whose = [member.id, *stood_in_for(work.session, member, today)]
    return Agenda(on=today, hidden=next_steps.count(work.session, next_steps.due_until(whose, today)))


def _is_late(line: StepLine, today: date, told_on: date | None) -> bool:
    """A day that we computed moves to the first morning on which it can be told, as after days off."""
    if line.remind_on is None or line.remind_on >= today:
        return False
    return line.on is not None or told_on is None or line.remind_on <= told_on
