"""Samples of what is captured without writing."""

from collections.abc import Iterator
from datetime import time

from core.notices import AskInWords, LogKinds, LogPicks, LogResults, Notice, Pick, WhomPicks
from core.notices.capture import Whom
from core.terms import ContactKind
from tests.bot.gallery_logs import FRIDAY, TODAY, log

JONAS = Whom(subject="p2", person="Jonas Kairelis", company="UAB Statyba")
TILTAS = Whom(subject="c9", company="UAB „Tiltas“")
PICKS = [
    Pick(name="soonest", on=TODAY.replace(day=25), at=time(9)),
    Pick(name="friday", on=FRIDAY),
    Pick(name="fortnight", on=TODAY.replace(month=12, day=8)),
]


def asking_whom(purpose: str, *whom: Whom, pages: int = 1) -> WhomPicks:
    ask = AskInWords(about="whom", record_id=0, field=purpose)
    return WhomPicks(purpose=purpose, ask=ask, whom=list(whom), pages=pages)


def capture_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    yield "log by taps", LogKinds()
    yield "log by taps about somebody", LogKinds(whom=JONAS)
    yield "log by taps: with whom", asking_whom("log.call", JONAS, TILTAS, pages=3)
    yield "log by taps: nobody known", asking_whom("log.visit")
    yield "log by taps: how it went", LogResults(kind=ContactKind.CALL, whom=JONAS, stage="Pasiūlymas")
    yield "log by taps: next step", LogPicks(card=log(duration_min=None), picks=PICKS, today=TODAY)
