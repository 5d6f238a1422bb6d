"""Samples of cards for what was logged, and for correcting it."""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

import msgspec

from core.notices import (
    Answered,
    Asked,
    AskInWords,
    CorrectMenu,
    Deed,
    Logged,
    LoggedTogether,
    Named,
    Notice,
    Option,
    Spent,
    StepLine,
    Sum,
    Undone,
)
from core.terms import ContactKind, ExpenseKind, LostReason, StageMeaning, StepKind

TODAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
STATYBA = Named(1, "UAB Statyba")
JONAS = Named(2, "Jonas Kairelis")
FACADE = Named(3, "Fasado medžiagos")


def say(code: str, lithuanian: str, english: str) -> str:
    """What a salesperson of that language would have written."""
    return lithuanian if code == "lt" else english


def eur(amount: str) -> Sum:
    return Sum(Decimal(amount), "EUR")


def step(kind: StepKind = StepKind.CALL, **more: object) -> StepLine:
    return StepLine(**({"id": 7, "kind": kind} | more))  # type: ignore[arg-type]


def log(**more: object) -> Logged:
    """The card of voice.md, changed as told."""
    base: dict[str, object] = {
        "operation_id": 11,
        "contact_id": 5,
        "kind": ContactKind.CALL,
        "duration_min": 15,
        "occurred_on": TODAY,
        "today": TODAY,
        "company": STATYBA,
        "person": JONAS,
        "deal": FACADE,
        "amount": eur("12000"),
    }
    return Logged(**(base | more))  # type: ignore[arg-type]


def _several(code: str) -> list[Logged | Undone]:
    rasa, medvilte = Named(8, "Rasa Girdvainė"), Named(9, "UAB Medvilta")
    won = log(operation_id=13, kind=ContactKind.NOTE, duration_min=None, person=None, company=medvilte)
    return [
        log(steps=[recall(code)]),
        Undone(operation_id=12, kind=ContactKind.VISIT, company="UAB Rytas"),
        msgspec.structs.replace(won, stage_meaning=StageMeaning.WON, stage="Laimėta"),
        log(
            operation_id=14,
            person=rasa,
            company=None,
            deal=None,
            amount=None,
            no_answer=True,
            duration_min=None,
            question=Asked(
                question_id=14,
                field="company",
                options=[Option(value="1", name="UAB Statyba"), Option(value="2", name="UAB Statybų ritmas")],
            ),
        ),
    ]


def proposal(code: str) -> StepLine:
    return step(
        StepKind.PROPOSAL,
        text=say(code, "nori pasiūlymo", "wants a proposal"),
        remind_on=date(2026, 11, 26),
    )


def recall(code: str) -> StepLine:
    return step(text=say(code, "perskambinti", "call back"), on=FRIDAY, at=time(10))


def many_steps(code: str) -> list[StepLine]:
    christmas = say(code, "Šv. Kalėdos", "Christmas Day")
    contract = say(code, "išsiųsti sutartį", "send the contract")
    theirs = say(code, "Jonas paskambins", "Jonas will call")
    return [
        step(StepKind.MEETING, on=date(2026, 12, 25), at=time(11), free_day=christmas),
        step(StepKind.TASK, id=8, text=contract, on=date(2026, 11, 28), free_day="weekend"),
        step(id=9, by_customer=True, text=theirs, on=date(2026, 11, 30)),
        step(StepKind.EMAIL, id=10, by_customer=True, remind_on=date(2026, 12, 1)),
        step(StepKind.VISIT, id=12),
    ]


def logged_samples(code: str) -> Iterator[tuple[str, Notice]]:
    yield "voice.md", log(steps=[proposal(code), recall(code)])
    sent = Deed(what="done", operation_id=12, step=proposal(code))
    yield "voice.md, then the proposal was sent", log(steps=[recall(code)], deed=sent)
    yield (
        "only a plan",
        log(kind=None, contact_id=None, duration_min=None, deal=None, amount=None, steps=[recall(code)]),
    )
    yield (
        "no answer",
        log(
            no_answer=True,
            duration_min=None,
            deal=None,
            amount=None,
            steps=[step(on=date(2026, 11, 25), at=time(9))],
        ),
    )
    yield (
        "everything new",
        log(
            company_is_new=True,
            person_is_new=True,
            deal_is_new=True,
            kind=ContactKind.VISIT,
            duration_min=90,
        ),
    )
    spent = [
        Spent(kind=ExpenseKind.WAY, kilometres=Decimal(42)),
        Spent(kind=ExpenseKind.FUEL, sum=eur("45")),
        Spent(kind=ExpenseKind.LODGING, sum=eur("80.50")),
    ]
    yield "visit and what it cost", log(kind=ContactKind.VISIT, duration_min=90, deal=None, expenses=spent)
    alone: dict[str, object] = {
        "kind": None,
        "contact_id": None,
        "duration_min": None,
        "deal": None,
        "amount": None,
    }
    yield "only expenses", log(**alone, company=None, person=None, expenses=spent[1:])
    yield (
        "guessed from the day, and learnt",
        log(
            guess=Asked(
                question_id=11,
                field="person",
                options=[Option(value="4", name="Jonas Petrulynas", detail="UAB Statybų ritmas")],
            ),
            learnt="Statyba",
        ),
    )
    yield "several customers", LoggedTogether(parts=_several(code))
    yield (
        "a week ago, moved, dearer",
        log(
            occurred_on=date(2026, 11, 17),
            amount_before=eur("8000"),
            stage=say(code, "Derybos", "Negotiation"),
            stage_meaning=StageMeaning.NEGOTIATION,
            close_on=date(2027, 3, 1),
            probability=70,
        ),
    )
    yield (
        "won",
        log(
            kind=ContactKind.NOTE,
            duration_min=None,
            person=None,
            stage=say(code, "Laimėta", "Won"),
            stage_meaning=StageMeaning.WON,
        ),
    )
    yield (
        "lost to a competitor",
        log(
            kind=ContactKind.NOTE,
            duration_min=None,
            stage=say(code, "Prarasta", "Lost"),
            stage_meaning=StageMeaning.LOST,
            lost_reason=LostReason.PRICE,
            competitor="UAB Medistora",
        ),
    )
    yield (
        "steps of many kinds",
        log(
            steps=many_steps(code),
            kept=["amount", "stage_id"],
            corrected=True,
        ),
    )
    yield (
        "which Jonas",
        log(
            person=None,
            company=None,
            deal=None,
            amount=None,
            question=Asked(
                question_id=11,
                field="person",
                options=[
                    Option(value="1", name="Jonas Kairelis", detail="UAB Statyba"),
                    Option(value="2", name="Jonas Petrulynas", detail="UAB Statybų ritmas"),
                ],
            ),
        ),
    )
    yield (
        "which deal is won",
        log(
            deal=None,
            stage_meaning=StageMeaning.WON,
            question=Asked(
                question_id=11,
                field="deal",
                options=[
                    Option(value="3", name="Fasado medžiagos", sum=eur("12000")),
                    Option(value="4", name="Klojiniai"),
                ],
            ),
        ),
    )
    yield (
        "which day",
        log(
            deal=None,
            amount=None,
            steps=[step(text=say(code, "perskambinti", "call back"))],
            question=Asked(
                question_id=11,
                field="next.date",
                options=[Option(value="2026-11-26", on=date(2026, 11, 26)), Option(value="x", on=FRIDAY)],
            ),
        ),
    )


def correcting_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    yield "undone", Undone(operation_id=11, kind=ContactKind.CALL, company="UAB Statyba")
    yield "undone loss", Undone(operation_id=11, kind=ContactKind.NOTE, what="lost", company="UAB Statyba")
    yield "undone, some kept", Undone(operation_id=11, kept=["amount", "deals"])
    yield "what was asked is answered", Answered()
    yield "correct", CorrectMenu(operation_id=11, today=TODAY)
    yield "correct, several pipelines", CorrectMenu(operation_id=11, today=TODAY, has_pipelines=True)
    yield "correct, with a file", CorrectMenu(operation_id=11, today=TODAY, file_id=3)
    yield "correct a plan", CorrectMenu(operation_id=11, today=TODAY, has_contact=False)
    choices = {
        "company": [Option(value="1", name="UAB Statyba"), Option(value="other")],
        "deal": [
            Option(value="3", name="Fasado medžiagos", sum=eur("12000")),
            Option(value="0"),
            Option(value="none"),
        ],
        "kind": [Option(value=kind.value) for kind in ContactKind],
        "date": [Option(value="2026-11-23", on=date(2026, 11, 23)), Option(value="x", on=date(2026, 11, 20))],
    }
    for field, options in choices.items():
        yield (
            f"correct the {field}",
            CorrectMenu(operation_id=11, today=TODAY, choosing=field, choices=options),
        )
    for field in ("person", "company", "deal", "amount", "next.date", "next.time", "close_date", "date"):
        yield f"ask for {field}", AskInWords(about="operation", record_id=11, field=field)
