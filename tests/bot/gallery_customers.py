"""Samples of customers: who was found, cards, and the brief before a visit."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import msgspec

from core.notices import ContactLine, DealLine, Deed, Named, Notice, Option, StepLine
from core.notices.customers import (
    Brief,
    CompanyCard,
    CompanyLine,
    FoundList,
    LostLine,
    OrderLine,
    PersonCard,
    PersonLine,
    Place,
    SaidLine,
    SharedPerson,
    WhereNow,
)
from core.terms import ContactKind, LostReason, StepKind
from tests.bot.gallery_logs import FRIDAY, JONAS, STATYBA, TODAY, eur, proposal, recall, say


def _facade(**more: object) -> DealLine:
    base = {
        "id": 3,
        "title": "Fasado medžiagos",
        "company": "UAB Statyba",
        "sum": eur("12000"),
        "stage": "Derybos",
        "close_on": date(2026, 12, 15),
    }
    return DealLine(**(base | more))  # type: ignore[arg-type]


def _call(**more: object) -> ContactLine:
    at = datetime(2026, 11, 20, 10, 15, tzinfo=UTC)
    base = {
        "kind": ContactKind.CALL,
        "at": at,
        "on": at.date(),
        "by": "Mantas Girdvainis",
        "person": "Jonas Kairelis",
        "duration_min": 15,
    }
    return ContactLine(**(base | more))  # type: ignore[arg-type]


def _where_now() -> Iterator[tuple[str, Notice]]:
    rivals = [Option(value="3", name="UAB Medistora"), Option(value="4", name="Lentų namai")]
    said = Deed(what="where-rival", operation_id=8, company="UAB Tiltas", rival="UAB Medistora")
    question = WhereNow(company=STATYBA, today=TODAY, place="tidy", days=75, rivals=rivals, deed=said)
    yield "where do they buy now", question
    resting = Deed(what="where-nobody", operation_id=8, company="UAB Statyba", on=date(2027, 2, 25))
    yield "where do they buy now, answered", WhereNow(company=STATYBA, today=TODAY, place="c", deed=resting)
    talking = msgspec.structs.replace(said, what="where-talking", rival=None)
    yield "where do they buy now, still in touch", msgspec.structs.replace(question, deed=talking, rivals=[])


def _people(code: str) -> list[PersonLine]:
    director = say(code, "direktorius", "director")
    jonas = PersonLine(id=2, name="Jonas Kairelis", role=director, phone="+370 612 34567")
    return [jonas, PersonLine(id=5, name="Rasa Girdvainė")]


def _theirs(code: str) -> StepLine:
    drawings = say(code, "Jonas atsiųs brėžinius", "Jonas will send the drawings")
    return StepLine(id=9, kind=StepKind.EMAIL, by_customer=True, text=drawings, on=FRIDAY)


def _lost(code: str) -> list[LostLine]:
    roof = say(code, "Stogo danga", "Roofing")
    return [
        LostLine(
            title=roof,
            on=date(2026, 3, 3),
            sum=eur("4500"),
            reason=LostReason.PRICE,
            competitor="UAB Medistora",
        ),
        LostLine(title=say(code, "Langai", "Windows"), reason=LostReason.OTHER),
    ]


def _said(code: str) -> SaidLine:
    words = say(
        code,
        "Skambinau Jonui 15 min, nori pasiūlymo iki penktadienio",
        "Called Jonas for 15 min, wants a proposal by Friday",
    )
    return SaidLine(contact=_call(), words=words)


def brief(code: str) -> Brief:
    """What to know of Statyba before a visit."""
    return Brief(
        company=STATYBA,
        today=TODAY,
        phone="+370 5 212 3456",
        people=_people(code),
        deals=[_facade()],
        said=[_said(code)],
        ours=[proposal(code)],
        theirs=[_theirs(code)],
        lost=_lost(code),
        won=[eur("61400")],
        won_count=1,
    )


def customer_samples(code: str) -> Iterator[tuple[str, Notice]]:
    """Each screen about a customer, with its variants."""
    yield (
        "found",
        FoundList(
            words="stat",
            companies=[
                CompanyLine(id=1, name="UAB Statyba", region="Vilnius"),
                CompanyLine(id=4, name="UAB Statybų ritmas"),
            ],
            people=[PersonLine(id=2, name="Jonas Statkus", company="UAB Tiltas")],
            deals=[_facade(title=say(code, "Statinio stogas", "Station roof"))],
            more=3,
        ),
    )
    yield "found nobody", FoundList(words="Zzz")
    steps = [proposal(code), recall(code)]
    company = CompanyCard(
        company=STATYBA,
        today=TODAY,
        has_place=True,
        segment="B2B",
        region="Vilnius",
        phone="+370 5 212 3456",
        email="info@statyba.lt",
        people=_people(code),
        people_count=7,
        deals=[_facade(), _facade(id=8, title=say(code, "Langai", "Windows"), sum=None, owner="Rūta")],
        deal_count=2,
        steps=steps,
        contacts=[_call(), _call(no_answer=True, duration_min=None, by="Rūta Kairytė")],
        won=[eur("61400")],
        won_count=3,
        orders=[OrderLine(on=date(2026, 11, 12), sum=eur("3400"))],
        paused_until=date(2027, 3, 1),
    )
    yield "company", company
    yield "company, further", msgspec.structs.replace(company, page=1)
    silent = msgspec.structs.replace(company, paused_until=None, buys_from="UAB Medistora", said_on=FRIDAY)
    yield "company, silent", msgspec.structs.replace(silent, is_silent=True, steps=[])
    yield from _where_now()
    yield "company without anything", CompanyCard(company=STATYBA, today=TODAY)
    yield (
        "person",
        PersonCard(
            person=JONAS,
            today=TODAY,
            role=say(code, "direktorius", "director"),
            company=STATYBA,
            phone="+370 612 34567",
            email="jonas@statyba.lt",
            steps=[recall(code)],
            contacts=[_call(person=None)],
        ),
    )
    yield "person without anything", PersonCard(person=Named(6, "Rasa"), today=TODAY)
    known = brief(code)
    yield "brief", known
    yield "brief, further", msgspec.structs.replace(known, page=1)
    yield (
        "shared person",
        SharedPerson(name="Jonas Kairelis", phone="+370 612 34567", company="UAB Statyba"),
    )
    yield "place", Place(company="UAB Statyba", region="Alytus", latitude=54.3963, longitude=24.0459)
    yield "place without a region", Place(company="UAB Statyba", latitude=54.3963, longitude=24.0459)
    yield "brief of a stranger", Brief(company=STATYBA, today=TODAY)
