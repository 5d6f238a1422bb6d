"""What the bot tells by itself: each routine when it is due, once, and late only while it is of use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from msgspec.structs import replace

from core.actions import budget, evening, morning, tidy
from core.actions.digest import keeping, own_week
from core.actions.reminders import peace_of
from core.actions.work import Work
from core.model import Member, MemberRoutine
from core.notices import Notice
from core.notices.report_view import Length
from core.routines import ROUTINES, last_due, next_due
from core.storage import routines
from core.storage.absences import is_away
from core.storage.ledger import add, put
from core.storage.members import member_by_id
from core.terms import RoutineKind


@dataclass(frozen=True, slots=True)
class Occasion:
    """A routine of a member's that is due now. `due_at`: when it was due, earlier than now if it is late.

    `told_on`: the local day on which it was told the last time, None: never. `waits`: it is for the next
    summary, as it is late or the member is away.
    """

    member: Member
    kind: RoutineKind
    due_at: datetime
    told_on: date | None
    waits: bool = False


Tell = Callable[[Work, Occasion], Notice | None]
"""What a routine has to say; None where that is nothing."""

TELLS: Mapping[RoutineKind, Tell] = {
    RoutineKind.AGENDA: lambda work, occasion: morning.of(work, occasion.member, occasion.told_on),
    RoutineKind.DIGEST: lambda work, occasion: keeping.told(work, occasion.member, Length.WEEK),
    RoutineKind.CLOSING: lambda work, occasion: keeping.told_closing(work, occasion.member),
    RoutineKind.EVENING: lambda work, occasion: evening.of(work, occasion.member),
    RoutineKind.TIDY: lambda work, occasion: tidy.begun(work, occasion.member),
    RoutineKind.WEEK: lambda work, occasion: own_week.told(work, occasion.member, occasion.due_at),
}

EMPTY: Mapping[RoutineKind, Callable[[Work, Member], Notice]] = {
    RoutineKind.AGENDA: morning.empty,
    RoutineKind.EVENING: evening.line,
}
"""A summary that has nothing to say but what found no room before."""


def settle(work: Work) -> None:
    """Gives members the routines that they lack, and computes anew what is wrong now."""
    for member in routines.without_routines(work.session):
        known = routines.routines_of(work.session, member)
        for kind in RoutineKind:
            if kind not in known:
                _give(work, member, kind)
    for routine in routines.out_of_time(work.session, work.now, work.team.zone):
        if (found := member_by_id(work.session, routine.member_id)) is not None:
            reckon(work, found, routine)


def reckon(work: Work, member: Member, routine: MemberRoutine) -> None:
    """Computes anew when a routine is due next, if it is on, after something changed that it depends on: its
    time, whether it is wanted, the member's zone or role."""
    is_on = ROUTINES[routine.kind].is_on(member.role, routine.wanted)
    due_at = _next(work, member, routine.kind, routine) if is_on else None
    put(work.session, routine, {"due_at": due_at, "zone": str(work.zone_of(member)), "role": member.role})


def take(work: Work, routine: MemberRoutine) -> Occasion | None:
    """Claims a routine that is due and sets when it is next.

    None where nothing is to be told: another process has claimed it, it is too late to be of use, or its
    member has no access any more, has blocked the bot or is away.
    """
    member, due_at = member_by_id(work.session, routine.member_id), routine.due_at
    if member is None or due_at is None:
        return None
    zone, plan = work.zone_of(member), ROUTINES[routine.kind]
    at = routine.at or plan.at
    last = last_due(plan, at, due_at, work.now, zone, work.team.country)
    if not routines.claim(work.session, routine, _next(work, member, routine.kind, routine)):
        return None
    silent_until = _silent_until(work, member)
    if silent_until is not None and silent_until <= last + plan.useful_for:
        put(work.session, routine, {"due_at": silent_until})
        return None
    if not member.has_access or member.blocked_at is not None:
        return None
    is_absent = silent_until is not None or is_away(work.session, member, work.today(member))
    waits = work.now > last + plan.useful_for or is_absent
    if waits and work.now - last >= plan.kept_for:
        return None
    return Occasion(member, routine.kind, last, routine.told_on, waits)


def _silent_until(work: Work, member: Member) -> datetime | None:
    until = member.snoozed_until
    return until if until is not None and until > work.now else None


def tell(work: Work, routine: MemberRoutine, occasion: Occasion) -> bool:
    """Posts what the routine has to say, or keeps it for the next summary; whether it posted it."""
    member, notice = occasion.member, TELLS[occasion.kind](work, occasion)
    if occasion.kind in EMPTY and (held := budget.take(work, member)):
        notice = replace(notice or EMPTY[occasion.kind](work, member), held=held)
    if notice is None:
        return False
    put(work.session, routine, {"told_on": work.today(member)})
    if occasion.waits or not (occasion.kind in EMPTY or budget.has_room(work, member)):
        budget.hold(work, member, notice)
        return False
    budget.post(work, member, notice, member.telegram_id or 0)
    budget.spend(work, member)
    return True


def _give(work: Work, member: Member, kind: RoutineKind) -> None:
    plan = ROUTINES[kind]
    values = {
        "member_id": member.id,
        "kind": kind,
        "zone": str(work.zone_of(member)),
        "role": member.role,
        "due_at": _next(work, member, kind, None) if plan.is_on(member.role, None) else None,
    }
    add(work.session, MemberRoutine, values)


def _next(work: Work, member: Member, kind: RoutineKind, routine: MemberRoutine | None) -> datetime:
    plan = ROUTINES[kind]
    at = (routine.at if routine else None) or plan.at
    due = next_due(plan, at, work.now, work.zone_of(member), work.team.country)
    if routine is not None and routine.at is not None:
        return due  # the member named it
    return peace_of(work, member).end_of_quiet(due).astimezone(UTC)
