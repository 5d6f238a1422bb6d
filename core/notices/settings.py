"""What a member gets by itself and when, as they have set it."""

from datetime import date, datetime, time

import msgspec

from core.notices.base import Notice
from core.notices.parts import HeldLine
from core.terms import RoutineKind


class RoutineLine(msgspec.Struct, frozen=True, kw_only=True):
    """A routine: its local time, None: turned off. `usual`: the time that it has where nobody chose one."""

    kind: RoutineKind
    at: time | None
    usual: time


class ZoneLine(msgspec.Struct, frozen=True, kw_only=True):
    """A zone to choose, and what its clocks show now."""

    zone: str
    at: time


class OwnSettings(Notice, frozen=True, kw_only=True, tag=True):
    """A member's settings. `part`: "" all of them, a kind of routine, "quiet", "snooze" or "zone".

    `snoozed_until`: local to the member, None: not snoozed. `free_until`: the next working day, to snooze to.
    `zone`: theirs; `zones`: to choose from, with what their clocks show. `shown_anew`: agreed hours that
    are told by other clocks now.
    """

    today: date
    part: str = ""
    routines: list[RoutineLine] = []
    quiet_from: time | None = None
    quiet_to: time | None = None
    snoozed_until: datetime | None = None
    free_until: date
    zone: str = ""
    zones: list[ZoneLine] = []
    shown_anew: int = 0


class ZoneOffer(Notice, frozen=True, kw_only=True, tag=True):
    """The clocks where a member is show another time than the one that they are told things by."""

    here: ZoneLine
    mine: ZoneLine


class EveningLine(Notice, frozen=True, kw_only=True, tag=True):
    """The day in a line: what was done, what is left for the morning, and how many steps tomorrow has."""

    today: date
    done: int
    left: int
    tomorrow: int
    held: list[HeldLine] = []
