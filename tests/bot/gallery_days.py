"""Samples of agendas and the team's day."""

from collections.abc import Iterator
from datetime import date, datetime, time

from core.notices import (
    Agenda,
    ContactLine,
    MemberDay,
    Notice,
    StepLine,
    TeamDay,
)
from core.terms import ContactKind, StepKind
from tests.bot.gallery_logs import TODAY, eur, say, step


def overdue_proposal() -> StepLine:
    yesterday = date(2026, 11, 23)
    return step(
        StepKind.PROPOSAL,
        id=1,
        on=yesterday,
        remind_on=yesterday,
        company="UAB Statyba",
        person="Jonas Kairelis",
    )


def due_today(code: str) -> list[StepLine]:
    about = say(code, "dėl pasiūlymo", "about the proposal")
    return [
        step(id=2, at=time(10), person="Jonas Kairelis", company="UAB Statyba", text=about),
        step(StepKind.VISIT, id=3, at=time(13), person="Greta", company="UAB Pirmas žingsnis"),
        step(
            StepKind.TASK,
            id=4,
            company="Northfell Ltd",
            text=say(code, "išsiųsti sutartį", "send the contract"),
        ),
        step(id=5, company="UAB Vandrita", by_customer=True, person="Žilvinas"),
        step(StepKind.TASK, id=6, text=say(code, "paruošti pavyzdžius", "prepare samples")),
    ]


def contact(kind: ContactKind, hour: int, minute: int, **more: object) -> ContactLine:
    moment = datetime.fromisoformat(f"2026-11-24T{hour:02}:{minute:02}:00+02:00")
    base = {"kind": kind, "at": moment, "on": TODAY, "by": "Mantas Girdvainis", "company": "UAB Statyba"}
    return ContactLine(**(base | more))  # type: ignore[arg-type]


def contacts(code: str) -> list[ContactLine]:
    deal = "Fasado medžiagos"
    stage = say(code, "Derybos", "Negotiation")
    return [
        contact(ContactKind.CALL, 10, 15, person="Jonas Kairelis", duration_min=15, deal=deal),
        contact(ContactKind.VISIT, 13, 0, person="Greta", company="UAB Pirmas žingsnis", duration_min=90),
        contact(ContactKind.CALL, 15, 30, person="Rasa Jokubytė", company="UAB Ryto rasa", no_answer=True),
        contact(ContactKind.NOTE, 16, 0, deal=deal, sum=eur("12000"), stage=stage),
    ]


def day_samples(code: str) -> Iterator[tuple[str, Notice]]:
    yield (
        "agenda",
        Agenda(on=TODAY, done_today=2, pages=2, overdue=[overdue_proposal()], due=due_today(code)),
    )
    morning = Agenda(on=TODAY, overdue=[overdue_proposal()], due=due_today(code)[:2], hidden=4)
    yield "agenda, in the morning", morning
    yield "agenda, all done", Agenda(on=TODAY, done_today=4)
    yield "agenda, empty", Agenda(on=TODAY)
    members = [
        MemberDay(name="Mantas Girdvainis", contacts=contacts(code), count=4, minutes=105),
        MemberDay(name="Rūta Skirmantė", contacts=contacts(code)[:1], count=21, minutes=15),
    ]
    yield "team", TeamDay(on=TODAY, members=members, quiet=["Tadas Jorūnas", "Gabija Vilnonytė"])
    yield "team, quiet", TeamDay(on=TODAY, members=[], quiet=["Tadas Jorūnas"])
