"""Taps on a member's own settings."""

from datetime import datetime, time, timedelta

from bot.buttons.packing import UnknownButton
from bot.buttons.settings import SetQuiet, SetRoutine, SetZone, ShowSettings, Snooze
from bot.handlers.taps.tap import Taps
from bot.zones import DEFAULT
from core.actions import settings
from core.actions.work import Work
from core.model import Member

HOURS = {"1h": timedelta(hours=1), "3h": timedelta(hours=3)}


def _show(work: Work, member: Member, button: ShowSettings, chat_id: int, message_id: int) -> None:
    zones = DEFAULT if button.part == "zone" else ()
    settings.show(work, member, button.part, chat_id, edits=message_id, zones=zones)


def _zone(work: Work, member: Member, button: SetZone, chat_id: int, message_id: int) -> None:
    settings.set_zone(work, member, button.zone, chat_id, message_id)
    work.toast = "toast-saved"


def _routine(work: Work, member: Member, button: SetRoutine, chat_id: int, message_id: int) -> None:
    at = _clock(button.at) if button.at else None
    settings.set_routine(work, member, button.kind, at, chat_id, message_id)
    work.toast = "toast-saved"


def _quiet(work: Work, member: Member, button: SetQuiet, chat_id: int, message_id: int) -> None:
    hours = (_clock(button.hours[:4]), _clock(button.hours[4:])) if button.hours else None
    settings.set_quiet(work, member, hours, chat_id, message_id)
    work.toast = "toast-saved"


def _snooze(work: Work, member: Member, button: Snooze, chat_id: int, message_id: int) -> None:
    settings.snooze(work, member, _moment(work, member, button.until), chat_id, message_id)
    work.toast = "toast-saved"


def _moment(work: Work, member: Member, until: str) -> datetime | None:
    if not until:
        return None
    if until == "morning":
        return settings.morning_of(work, member, 1)
    if until not in HOURS:
        raise UnknownButton(until)
    return work.now + HOURS[until]


def _clock(packed: str) -> time:
    try:
        return time.fromisoformat(packed)
    except ValueError as error:
        raise UnknownButton(packed) from error


TAPS: Taps = {
    ShowSettings: _show,
    SetRoutine: _routine,
    SetQuiet: _quiet,
    SetZone: _zone,
    Snooze: _snooze,
}
