"""Samples of settings, and of the evening line."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.zones import DEFAULT
from core.notices import Agenda, EveningLine, HeldLine, Notice, OwnSettings, RoutineLine, ZoneOffer
from core.notices.settings import ZoneLine
from core.terms import RoutineKind
from tests.bot.gallery_logs import TODAY

TOMORROW = TODAY + timedelta(days=1)
LINES = [
    RoutineLine(kind=RoutineKind.AGENDA, at=time(8), usual=time(8)),
    RoutineLine(kind=RoutineKind.EVENING, at=None, usual=time(17, 30)),
    RoutineLine(kind=RoutineKind.WEEK, at=time(15), usual=time(15)),
]


def settings(part: str = "", **more: object) -> OwnSettings:
    base = {"today": TODAY, "part": part, "routines": LINES, "free_until": TOMORROW, "zone": "Europe/Vilnius"}
    return OwnSettings(**(base | more))  # type: ignore[arg-type]


def settings_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    until = datetime.combine(TOMORROW, time(8))
    yield "settings", settings()
    yield "settings, all set", settings(quiet_from=time(20), quiet_to=time(7), snoozed_until=until)
    kinds = (RoutineKind.DIGEST, RoutineKind.CLOSING, RoutineKind.TIDY)
    managing = [RoutineLine(kind=kind, at=time(8), usual=time(8)) for kind in kinds]
    yield "settings of a manager", settings(routines=[*LINES[:2], *managing])
    yield "settings of the agenda", settings("agenda")
    yield "settings of the evening line", settings("evening")
    yield "settings of quiet hours", settings("quiet")
    yield "silence", settings("snooze")
    yield "silence, on", settings("snooze", snoozed_until=until)
    yield "evening line", EveningLine(today=TODAY, done=4, left=2, tomorrow=3)
    held = [
        HeldLine(id=1, what="question", name="Aistė Vaitkutė", about="UAB Statyba"),
        HeldLine(id=2, what="deal", name="Rasa Petraitė", about="UAB Tiltas"),
        HeldLine(id=3, what="own-week", start=date(2026, 11, 16), length="w"),
    ]
    yield (
        "evening line with what had no room",
        EveningLine(today=TODAY, done=4, left=0, tomorrow=3, held=held),
    )
    yield "agenda with nothing but what had no room", Agenda(on=TODAY, held=held[:1])
    zones = [ZoneLine(zone=zone, at=time(8 + hour, 15)) for hour, zone in enumerate(DEFAULT)]
    yield "settings of the zone", settings("zone", zones=zones)
    yield "settings of the zone, moved", settings("zone", zone="Europe/London", shown_anew=2)
    here, mine = (
        ZoneLine(zone="Europe/London", at=time(8, 15)),
        ZoneLine(zone="Europe/Vilnius", at=time(10, 15)),
    )
    yield "another zone, offered", ZoneOffer(here=here, mine=mine)
    yield "settings of one's own week", settings("week")
    yield "evening line, nothing done", EveningLine(today=TODAY, done=0, left=1, tomorrow=0)
