"""The evening line, for those who asked for it: the day that was, and what tomorrow has."""

from core.actions.agenda import done_today
from core.actions.work import Work
from core.model import Member
from core.notices.settings import EveningLine
from core.storage import next_steps
from core.working_days import add_working_days


def of(work: Work, member: Member) -> EveningLine | None:
    """The line; None where the day had nothing and the next one has nothing."""
    found = line(work, member)
    return found if found.done or found.left or found.tomorrow else None


def line(work: Work, member: Member) -> EveningLine:
    """The line whatever the day had."""
    today, session = work.today(member), work.session
    tomorrow = add_working_days(today, 1, work.team.country)
    done = done_today(work, member)
    left = next_steps.count(session, next_steps.due_within([member.id], today, today))
    ahead = next_steps.count(session, next_steps.due_within([member.id], tomorrow, tomorrow))
    return EveningLine(today=today, done=done, left=left, tomorrow=ahead)
