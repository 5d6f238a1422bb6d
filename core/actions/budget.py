"""A day's budget of notices that nobody asked for: what finds no room joins the next summary.

Reminders with an hour are exempt: their hour is the member's own word. So are answers to one's own question.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from core.actions.digest import keeping
from core.actions.held_lines import line_of
from core.actions.work import Work
from core.model import HeldNotice, Member
from core.notices import Digest, HeldLine, Notice, decode, encode
from core.reminding import Peace
from core.storage import held, routines
from core.storage.ledger import add, put
from core.terms import RoutineKind

SUMMARIES = frozenset({RoutineKind.AGENDA, RoutineKind.EVENING})
"""What comes in any case, and has what found no room."""


def post(work: Work, member: Member, notice: Notice, chat_id: int) -> None:
    """Tells a notice at last, be it in time or opened later: behind a digest's words come its pictures."""
    work.post(chat_id, notice, to=member)
    if isinstance(notice, Digest):
        keeping.post_album(work, member, notice.id, chat_id)


def tell(work: Work, member: Member, notice: Notice) -> None:
    """Tells a member what somebody else did or asked; beyond the day's budget, in quiet hours and while they
    want silence it joins the next summary. Who has turned off every summary is told at once."""
    if has_room(work, member) and not _is_quiet(work, member):
        work.post(member.telegram_id or 0, notice, to=member)
        spend(work, member)
    else:
        hold(work, member, notice)


def hold(work: Work, member: Member, notice: Notice) -> None:
    """Keeps a notice for the next summary; where none is to come, it is told now."""
    known = routines.routines_of(work.session, member)
    if known and not any(kind in SUMMARIES and each.due_at for kind, each in known.items()):
        post(work, member, notice, member.telegram_id or 0)
        return
    values = {"member_id": member.id, "payload": encode(notice), "created_at": work.now}
    add(work.session, HeldNotice, values)


def take(work: Work, member: Member) -> list[HeldLine]:
    """What a summary that is told now has to tell beside its own: it is told with it, and by no other."""
    return _lines(held.claim(work.session, member, work.now))


def told_today(work: Work, member: Member) -> list[HeldLine]:
    """What summaries of the member's present day told, and they have not opened."""
    midnight = datetime.combine(work.today(member), time(), work.zone_of(member))
    return _lines(held.unopened(work.session, member, midnight.astimezone(UTC)))


def open_until(work: Work, member: Member, last_id: int, chat_id: int) -> int:
    """Shows what a summary told up to the last of it, the oldest first; how many there were."""
    rows = held.told_until(work.session, member, last_id)
    for row in rows:
        put(work.session, row, {"opened_at": work.now})
        post(work, member, decode(row.payload), chat_id)
    return len(rows)


def has_room(work: Work, member: Member) -> bool:
    """Whether the member may get one more today."""
    return _so_far(work, member) < work.team.habits.notices_a_day


def spend(work: Work, member: Member) -> None:
    """Counts one that the member has got."""
    values = {"told_on": work.today(member), "told_count": _so_far(work, member) + 1}
    put(work.session, member, values)


def _so_far(work: Work, member: Member) -> int:
    return member.told_count if member.told_on == work.today(member) else 0


def _is_quiet(work: Work, member: Member) -> bool:
    peace = Peace(work.zone_of(member), member.quiet_from, member.quiet_to, member.snoozed_until)
    return peace.after_snooze(peace.end_of_quiet(work.now)) > work.now


def _lines(rows: Sequence[HeldNotice]) -> list[HeldLine]:
    return [line_of(row.id, decode(row.payload)) for row in rows]
