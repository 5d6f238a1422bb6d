"""Samples of what is captured without writing."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from core.notices import (
    AskInWords,
    DealLine,
    LogKinds,
    LogPicks,
    LogResults,
    Notice,
    Pick,
    VisitCard,
    VisitForgotten,
    WhomPicks,
)
from core.notices.capture import Whom
from core.notices.customers import Brief
from core.terms import ContactKind, StepKind
from tests.bot.gallery_logs import FRIDAY, STATYBA, TODAY, eur, log, step

JONAS = Whom(subject="p2", person="Jonas Kairelis", company="UAB Statyba")
TILTAS = Whom(subject="c9", company="UAB „Tiltas“")
PICKS = [
    Pick(name="soonest", on=TODAY.replace(day=25), at=time(9)),
    Pick(name="friday", on=FRIDAY),
    Pick(name="fortnight", on=TODAY.replace(month=12, day=8)),
]

TILTAS_NEAR = Whom(subject="c9", company="UAB „Tiltas“", metres=124)
MORNING = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
VISIT: dict[str, Any] = {"visit_id": 4, "company": STATYBA, "started_at": MORNING}


def visit(**more: Any) -> VisitCard:
    deal = DealLine(id=3, title="Fasado medžiagos", company=None, sum=eur("12000"), stage="Pasiūlymas")
    brief = Brief(
        company=STATYBA, today=TODAY, deals=[deal], ours=[step(StepKind.PROPOSAL, remind_on=FRIDAY)]
    )
    return VisitCard(**VISIT, operation_id=11, brief=brief, **more)


def asking_whom(purpose: str, *whom: Whom, pages: int = 1) -> WhomPicks:
    ask = AskInWords(about="whom", record_id=0, field=purpose)
    return WhomPicks(purpose=purpose, ask=ask, whom=list(whom), pages=pages)


def capture_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    yield "log by taps", LogKinds()
    yield "log by taps about somebody", LogKinds(whom=JONAS)
    yield "log by taps: with whom", asking_whom("log.call", JONAS, TILTAS, pages=3)
    yield "log by taps: nobody known", asking_whom("log.visit")
    yield "log by taps: how it went", LogResults(kind=ContactKind.CALL, whom=JONAS, stage="Pasiūlymas")
    yield "visit: to whom", asking_whom("visit.4", TILTAS_NEAR, JONAS)
    yield "visit", visit(learnt=True, person="Jonas Kairelis")
    yield (
        "visit, nothing known",
        VisitCard(**VISIT, operation_id=11, brief=Brief(company=STATYBA, today=TODAY)),
    )
    yield (
        "visit forgotten",
        VisitForgotten(visit_id=4, company="UAB Statyba", started_at=MORNING, asked_on=FRIDAY),
    )
    yield "log by taps: next step", LogPicks(card=log(duration_min=None), picks=PICKS, today=TODAY)
