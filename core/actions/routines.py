"""What the bot tells by itself: each routine when it is due, once, and late only while it is of use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from core.actions import budget, evening, morning, tidy
from core.actions.digest import keeping
from core.actions.reminders import peace_of
from core.actions.work import Work
from core.model import Member, MemberRoutine
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

    `told_on`: the local day on which it was told the last time, None: never.
    """

    member: Member
    kind: RoutineKind
    due_at: datetime
    told_on: date | None


Tell = Callable[[Work, Occasion], bool]
"""Posts what a routine has to say; False where that is nothing, and so nothing was posted."""

TELLS: Mapping[RoutineKind, Tell] = {
    RoutineKind.AGENDA: lambda work, occasion: morning.tell(work, occasion.member, occasion.told_on),
    RoutineKind.DIGEST: lambda work, occasion: keeping.tell(work, occasion.member, Length.WEEK),
    RoutineKind.CLOSING: lambda work, occasion: keeping.tell_closing(work, occasion.member),
    RoutineKind.EVENING: lambda work, occasion: evening.tell(work, occasion.member),
    RoutineKind.TIDY: lambda work, occasion: tidy.tell(work, occasion.member),
}

SUMMARY = RoutineKind.AGENDA
"""What has everything that found no room in the day's budget; it comes in any case."""


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
    """Computes anew when a routine that is on is due next, after its time or the member's zone changed."""
    due_at = _next(work, member, routine.kind, routine)
    put(work.session, routine, {"due_at": due_at, "zone": str(work.zone_of(member))})


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
    if member.snoozed_until is not None and member.snoozed_until > work.now:
        if member.snoozed_until <= last + plan.useful_for:
            put(work.session, routine, {"due_at": member.snoozed_until})
        return None
    reachable = member.has_access and member.blocked_at is None
    if work.now > last + plan.useful_for or not reachable:
        return None
    if is_away(work.session, member, work.today(member)):
        return None
    return Occasion(member, routine.kind, last, routine.told_on)


def tell(work: Work, routine: MemberRoutine, occasion: Occasion) -> bool:
    """Posts what the routine has to say; False where that is nothing."""
    if not budget.has_room(work, occasion.member) and occasion.kind is not SUMMARY:
        return False
    told = TELLS[occasion.kind](work, occasion)
    if told:
        budget.spend(work, occasion.member)
        put(work.session, routine, {"told_on": work.today(occasion.member)})
    return told


def _give(work: Work, member: Member, kind: RoutineKind) -> None:
    plan = ROUTINES[kind]
    values = {
        "member_id": member.id,
        "kind": kind,
        "zone": str(work.zone_of(member)),
        "due_at": _next(work, member, kind, None) if member.role in plan.on_for else None,
    }
    add(work.session, MemberRoutine, values)


def _next(work: Work, member: Member, kind: RoutineKind, routine: MemberRoutine | None) -> datetime:
    plan = ROUTINES[kind]
    at = (routine.at if routine else None) or plan.at
    due = next_due(plan, at, work.now, work.zone_of(member), work.team.country)
    if routine is not None and routine.at is not None:
        return due  # the member named it
    return peace_of(work, member).end_of_quiet(due).astimezone(UTC)
