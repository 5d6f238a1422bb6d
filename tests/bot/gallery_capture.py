"""Samples of what is captured without writing."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from core.notices import (
    AskInWords,
    Attached,
    DealLine,
    LogKinds,
    LogPicks,
    LogResults,
    Notice,
    PersonEntered,
    PersonKnown,
    Pick,
    SentFile,
    TripMonths,
    TripSheet,
    VisitCard,
    VisitForgotten,
    WhomPicks,
)
from core.notices.capture import Whom
from core.notices.customers import Brief
from core.notices.files import Trip
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
TRIP = Trip(on=TODAY, at=time(9, 5), company="UAB Statyba", minutes=45, region="Alytus")
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
    yield "new: whose deal", asking_whom("begin", JONAS, TILTAS)
    yield "new: nobody known", asking_whom("begin")
    yield "new person: where do they work", asking_whom("employer.2", TILTAS)
    yield "visit", visit(learnt=True, person="Jonas Kairelis")
    yield (
        "visit, nothing known",
        VisitCard(**VISIT, operation_id=11, brief=Brief(company=STATYBA, today=TODAY)),
    )
    yield (
        "visit forgotten",
        VisitForgotten(visit_id=4, company="UAB Statyba", started_at=MORNING, asked_on=FRIDAY),
    )
    known: dict[str, Any] = {
        "person_id": 2,
        "name": "Jonas Kairelis",
        "company": "UAB Statyba",
        "given_name": "Jonas",
    }
    yield "contact known by name", PersonKnown(**known, given="+370 612 34567")
    yield (
        "contact with another number",
        PersonKnown(**known, given="+370 612 34567", phone="+370 600 00001"),
    )
    yield "contact known", PersonKnown(**known, given="861234567", phone="+370 612 34567", by_number=True)
    yield "contact entered", PersonEntered(operation_id=11, person_id=2, name="Ona", phone="+370 612 34567")
    yield "whose file", asking_whom("file.4", JONAS)
    yield "whose words", asking_whom("note.4", JONAS)
    for kind in ("photo", "document", "voice", "audio", "video"):
        yield (
            f"attached: {kind}",
            Attached(
                operation_id=11, attachment_id=4, kind=kind, person="Jonas Kairelis", company="UAB Statyba"
            ),
        )
    yield (
        "a big file",
        Attached(operation_id=11, attachment_id=4, kind="video", company="UAB Statyba", big_mb=48),
    )
    yield (
        "attached, and whose it may be instead",
        Attached(
            operation_id=11,
            attachment_id=4,
            kind="photo",
            person="Jonas Kairelis",
            company="UAB Statyba",
            others=[TILTAS, Whom(subject="p7", person="Greta Žiemelytė", company="UAB Pirmas žingsnis")],
        ),
    )
    yield "logged with files", log(has_files=True)
    yield "attached to nobody", Attached(operation_id=11, attachment_id=4, kind="photo")
    yield (
        "a file sent again",
        SentFile(kind="photo", file_id="A", on=TODAY.replace(day=19), today=TODAY, by="Mantas"),
    )
    yield "months of trips", TripMonths(months=[TODAY.replace(day=1)], counts=[12])
    yield "no trips", TripMonths(months=[TODAY.replace(day=1)], counts=[0])
    yield "trip sheet", TripSheet(name="Mantas", month=TODAY.replace(day=1), trips=[TRIP])
    yield "log by taps: next step", LogPicks(card=log(duration_min=None), picks=PICKS, today=TODAY)
