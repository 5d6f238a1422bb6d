"""A day's budget of notices that nobody asked for: what finds no room waits for the next agenda.

Reminders with an hour are exempt: their hour is the member's own word.
"""

from core.actions.work import Work
from core.model import Member
from core.storage.ledger import put


def has_room(work: Work, member: Member) -> bool:
    """Whether the member may get one more today."""
    return _so_far(work, member) < work.team.habits.notices_a_day


def spend(work: Work, member: Member) -> None:
    """Counts one that the member has got."""
    values = {"told_on": work.today(member), "told_count": _so_far(work, member) + 1}
    put(work.session, member, values)


def _so_far(work: Work, member: Member) -> int:
    return member.told_count if member.told_on == work.today(member) else 0
