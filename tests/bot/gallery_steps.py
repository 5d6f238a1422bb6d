"""Samples of next steps one by one: cards, what was done, and picks of a day."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import msgspec

from core.notices import (
    Agenda,
    Deed,
    MonthPicks,
    Named,
    Notice,
    Pick,
    Promises,
    Reminder,
    StepCard,
    StepLine,
    StepPicks,
    Suggestion,
    Tidy,
    TimePicks,
    Week,
)
from core.terms import StepKind
from tests.bot.gallery_customers import brief
from tests.bot.gallery_deals import deals
from tests.bot.gallery_logs import FRIDAY, TODAY, eur, say, step


def call_jonas(code: str, **more: object) -> StepLine:
    about = say(code, "dėl pasiūlymo", "about the proposal")
    base = {
        "id": 2,
        "on": FRIDAY,
        "at": time(10),
        "remind_on": FRIDAY,
        "person": "Jonas Kairelis",
        "company": "UAB Statyba",
        "deal": "Fasado medžiagos",
        "deal_id": 3,
        "company_id": 1,
        "person_id": 2,
        "text": about,
    }
    return step(**(base | more))  # type: ignore[arg-type]


def picks() -> list[Pick]:
    return [
        Pick(name="soonest", on=TODAY + timedelta(days=1), at=time(9)),
        Pick(name="friday", on=FRIDAY),
        Pick(name="fortnight", on=TODAY + timedelta(days=14)),
    ]


def week_steps(code: str) -> list[StepLine]:
    return [
        call_jonas(code, id=1, on=TODAY, remind_on=TODAY),
        step(
            StepKind.VISIT, id=3, on=FRIDAY, remind_on=FRIDAY, person="Greta", company="UAB Pirmas žingsnis"
        ),
        call_jonas(code, id=4, at=None, owner="Rūta Skirmantė"),
    ]


def deeds(code: str) -> Iterator[tuple[str, Deed]]:
    call = call_jonas(code)
    yield "done", Deed(what="done", operation_id=12, step=call_jonas(code, text=None), asks=True)
    sent = step(StepKind.PROPOSAL, company="UAB Statyba")
    yield "proposal sent", Deed(what="done", operation_id=12, step=sent)
    yield "went well", Deed(what="logged", operation_id=12, step=call)
    yield "no answer", Deed(what="no-answer", operation_id=12, step=call)
    yield "moved", Deed(what="moved", operation_id=12, step=call)
    holiday = say(code, "Šv. Kalėdos", "Christmas Day")
    christmas = call_jonas(code, on=date(2026, 12, 25), at=None, free_day=holiday)
    yield "moved to a holiday", Deed(what="moved", operation_id=12, step=christmas)
    yield "dropped", Deed(what="dropped", operation_id=12, step=call)


MEDVILNE = Named(2, "UAB Medvilnė")


def suggested(code: str) -> list[Suggestion]:
    return [
        Suggestion(
            reason="date-passed",
            deal=Named(3, "Fasado medžiagos"),
            company=Named(1, "UAB Statyba"),
            sum=eur("12000"),
            on=date(2026, 11, 3),
        ),
        Suggestion(reason="no-step", deal=Named(4, say(code, "Klojiniai", "Formwork"))),
        Suggestion(reason="silent", company=MEDVILNE, days=63, on_the_way=True, region="Alytus"),
    ]


def lists(code: str) -> Iterator[tuple[str, Notice]]:
    call = call_jonas(code)
    yield "agenda, suggestions", Agenda(on=FRIDAY, due=[call], suggestions=suggested(code), to_tidy=4)
    yield "agenda, nothing but suggestions", Agenda(on=TODAY, suggestions=suggested(code)[:1])
    late = step(StepKind.PROPOSAL, id=8, on=date(2026, 11, 12), company="UAB Vandrita")
    counts = {"ours": 8, "theirs": 2}
    ours = [late, call]
    yield "promises", Promises(side="ours", page=1, pages=2, steps=ours, counts=counts, today=TODAY)
    owed = step(StepKind.EMAIL, id=9, remind_on=FRIDAY, company="UAB Vandrita", by_customer=True)
    theirs = {"ours": 0, "theirs": 1}
    yield "their promises", Promises(side="theirs", page=0, pages=1, steps=[owed], counts=theirs, today=TODAY)
    yield "no promises", Promises(side="ours", page=0, pages=1, steps=[], counts=theirs, today=TODAY)
    first, second, *_ = deals(code)
    dates = [
        Pick(name="fortnight", on=TODAY + timedelta(days=14)),
        Pick(name="month", on=TODAY + timedelta(days=30)),
    ]
    passed = msgspec.structs.replace(first, close_on=date(2026, 11, 3), owner=None)
    yield "tidy, date", Tidy(today=TODAY, deal=passed, reason="date-passed", picks=dates, left=5)
    lost = Deed(what="lost", operation_id=12, deal="Fasado medžiagos")
    yield (
        "tidy, no step",
        Tidy(today=TODAY, deal=second, reason="no-step", picks=picks(), start=3, left=1, deed=lost),
    )
    dated = Deed(what="dated", operation_id=12, deal="Fasado medžiagos", on=date(2026, 12, 8))
    yield (
        "tidy, why lost",
        Tidy(today=TODAY, deal=second, reason="no-step", picks=picks(), start=3, left=1, asks="reason"),
    )
    yield "tidy, done", Tidy(today=TODAY, start=4, deed=dated)
    yield "tidy, nothing", Tidy(today=TODAY)


def reminders(code: str) -> Iterator[tuple[str, Notice]]:
    call = call_jonas(code, on=TODAY)
    tomorrow = TODAY + timedelta(days=1)
    yield "reminder", Reminder(steps=[call], today=TODAY, tomorrow=tomorrow, phone="+370 600 00001")
    visit = step(StepKind.VISIT, id=3, at=time(13), on=TODAY, company="UAB Statyba", company_id=1)
    yield "reminder of a visit", Reminder(steps=[visit], today=TODAY, tomorrow=tomorrow, brief=brief(code))
    monday = TODAY + timedelta(days=6)
    task = step(StepKind.TASK, id=4, at=time(17), on=FRIDAY, text=say(code, "pateikti ataskaitą", "report"))
    yield "reminder on a Friday", Reminder(steps=[task], today=FRIDAY, tomorrow=monday)
    yield "reminders", Reminder(steps=[call, visit, task], today=TODAY, tomorrow=tomorrow)


def step_samples(code: str) -> Iterator[tuple[str, Notice]]:
    yield "week", Week(first=TODAY, steps=week_steps(code), hidden=4)
    yield "week, empty", Week(first=TODAY, steps=[])
    yield "step", StepCard(step=call_jonas(code), today=TODAY, phone="+370 600 00001", place="agenda0")
    owed = step(StepKind.PROPOSAL, id=5, by_customer=True, company="UAB Vandrita", owner="Rūta Skirmantė")
    yield "step of theirs", StepCard(step=owed, today=TODAY)
    planned = Deed(what="planned", operation_id=12, step=call_jonas(code))
    yield "step, planned", StepCard(step=call_jonas(code), today=TODAY, deed=planned)
    yield "step, over", StepCard(step=call_jonas(code), today=TODAY, is_open=False, place="week")
    for name, deed in deeds(code):
        yield f"agenda, {name}", Agenda(on=TODAY, done_today=1, deed=deed)
    yield from reminders(code)
    move = "move.2..agenda0"
    yield "move", StepPicks(purpose=move, step=call_jonas(code), today=TODAY, picks=picks(), place="agenda0")
    new = step(StepKind.CALL, id=0, company="UAB Statyba", deal="Fasado medžiagos", deal_id=3)
    plan = "plan.d3.call.d.bmas2"
    yield (
        "plan",
        StepPicks(purpose=plan, step=new, today=TODAY, picks=picks(), is_new=True, place="d.bmas2"),
    )
    free = [date(2026, 12, day) for day in (5, 6, 12, 13, 19, 20, 24, 25, 26, 27)]
    yield (
        "month",
        MonthPicks(purpose=move, month=date(2026, 12, 1), today=TODAY, free=free, chosen=date(2026, 12, 3)),
    )
    yield (
        "this month",
        MonthPicks(purpose=move, month=date(2026, 11, 1), today=TODAY, free=[date(2026, 11, 28)]),
    )
    yield "time", TimePicks(purpose=move, on=date(2026, 12, 3), today=TODAY)
    yield from lists(code)
    yield "time of a holiday", TimePicks(purpose=move, on=date(2026, 12, 25), today=TODAY, free_day="weekend")
