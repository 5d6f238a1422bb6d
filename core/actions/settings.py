"""A member's own settings: what comes by itself and when, quiet hours, and silence until a moment."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from core.actions import moving_zone
from core.actions import routines as ticking
from core.actions.work import Work
from core.errors import NoLongerApplies, SalesError
from core.local_time import instant_of
from core.model import Member
from core.notices.settings import OwnSettings, RoutineLine, ZoneLine, ZoneOffer
from core.reading.calendar import Direction, find_whens, resolve
from core.reading.tokens import tokenize
from core.reading.words import Line
from core.routines import ROUTINES
from core.storage import reminders, routines
from core.storage.ledger import put
from core.terms import RoutineKind
from core.working_days import add_working_days

LONGEST_SNOOZE = timedelta(days=31)
MORNING = time(8)


class NoSuchMoment(SalesError):
    """Words that were to say until when to be silent, and name no moment of the coming month."""

    key = "error-no-such-moment"


def show(
    work: Work,
    by: Member,
    part: str,
    chat_id: int,
    *,
    edits: int | None = None,
    zones: Sequence[str] = (),
    shown_anew: int = 0,
) -> None:
    """Shows all settings, or one of them with its choices. Raises NoLongerApplies for an unknown part.

    `zones`: to choose from.
    """
    if part not in ("", "quiet", "snooze", "zone", *RoutineKind):
        raise NoLongerApplies()
    known = routines.routines_of(work.session, by)
    shown = [kind for kind in RoutineKind if by.role in ROUTINES[kind].offered_to]
    lines = [
        RoutineLine(
            kind=kind,
            at=(known[kind].at or ROUTINES[kind].at) if kind in known and known[kind].due_at else None,
            usual=ROUTINES[kind].at,
        )
        for kind in shown
    ]
    until = by.snoozed_until if by.snoozed_until and by.snoozed_until > work.now else None
    notice = OwnSettings(
        today=work.today(by),
        part=part,
        routines=lines,
        quiet_from=by.quiet_from,
        quiet_to=by.quiet_to,
        snoozed_until=until.astimezone(work.zone_of(by)).replace(tzinfo=None) if until else None,
        free_until=add_working_days(work.today(by), 1, work.team.country),
        zone=str(work.zone_of(by)),
        zones=[_zone_line(work, zone) for zone in zones],
        shown_anew=shown_anew,
    )
    work.post(chat_id, notice, to=by, edits=edits)


def set_routine(work: Work, by: Member, kind: str, at: time | None, chat_id: int, card_id: int) -> None:
    """Tells the routine at this local time from now on, None: no more. Raises NoLongerApplies."""
    ticking.settle(work)
    known = routines.routines_of(work.session, by)
    routine = next((routine for found, routine in known.items() if found == kind), None)
    if routine is None or by.role not in ROUTINES[routine.kind].offered_to:
        raise NoLongerApplies()
    put(work.session, routine, {"at": at, "wanted": at is not None})
    ticking.reckon(work, by, routine)
    show(work, by, "", chat_id, edits=card_id)


def set_zone(work: Work, by: Member, zone: str, chat_id: int, card_id: int | None) -> None:
    """Tells everything by the clocks of this zone from now on. Raises NoLongerApplies for an unknown one."""
    if zone not in available_timezones():
        raise NoLongerApplies()
    shown_anew = moving_zone.move(work, by, zone, chat_id)
    show(work, by, "zone", chat_id, edits=card_id, shown_anew=shown_anew)


def offer_zone(work: Work, by: Member, zone: str, chat_id: int) -> None:
    """Offers to tell everything by the clocks of the zone, where they show another time now."""
    here, mine = _zone_line(work, zone), _zone_line(work, str(work.zone_of(by)))
    if here.at != mine.at:
        work.post(chat_id, ZoneOffer(here=here, mine=mine), to=by)


def set_quiet(work: Work, by: Member, hours: tuple[time, time] | None, chat_id: int, card_id: int) -> None:
    """Keeps the local hours quiet from now on, over midnight where the first is later; None: no hours."""
    quiet_from, quiet_to = hours or (None, None)
    put(work.session, by, {"quiet_from": quiet_from, "quiet_to": quiet_to})
    _reckon(work, by)
    show(work, by, "", chat_id, edits=card_id)


def snooze(work: Work, by: Member, until: datetime | None, chat_id: int, edits: int | None) -> None:
    """Lets nothing come by itself before `until`, None: from now on everything again."""
    put(work.session, by, {"snoozed_until": until})
    reminders.plan_anew(work.session, by)
    show(work, by, "snooze", chat_id, edits=edits)


def snooze_as_said(work: Work, by: Member, words: str, chat_id: int) -> None:
    """Answers /snooze: silent until what the words say; without words, shows the choices. NoSuchMoment."""
    if words:
        snooze(work, by, _moment(work, by, words), chat_id, None)
    else:
        show(work, by, "snooze", chat_id)


def morning_of(work: Work, by: Member, days: int) -> datetime:
    """Eight in the morning of the member's so many working days from today (UTC)."""
    on = add_working_days(work.today(by), days, work.team.country)
    return instant_of(on, MORNING, work.zone_of(by))


def _zone_line(work: Work, zone: str) -> ZoneLine:
    return ZoneLine(zone=zone, at=work.now.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0))


def _moment(work: Work, by: Member, words: str) -> datetime:
    zone = work.zone_of(by)
    local = work.now.astimezone(zone).replace(tzinfo=None)
    for when in find_whens(Line(tokenize(words))):
        said = resolve(when, local, Direction.FUTURE)
        on = said.on or (local.date() if said.at else None)
        moment = instant_of(on, said.at or MORNING, zone) if on else work.now
        if work.now < moment <= work.now + LONGEST_SNOOZE:
            return moment
    raise NoSuchMoment()


def _reckon(work: Work, by: Member) -> None:
    """What the bot chose the time of is worked out anew."""
    reminders.plan_anew(work.session, by)
    for routine in routines.routines_of(work.session, by).values():
        if routine.due_at is not None:
            ticking.reckon(work, by, routine)
