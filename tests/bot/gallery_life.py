"""Samples of what real sales life brings: orders, computed amounts, parts won, tenders, breaks, new jobs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from core.notices import Asked, LoggedTogether, Named, Notice, Option, Position
from core.terms import ContactKind, StageMeaning, StepKind, StepReason
from tests.bot.gallery_logs import TODAY, eur, log, step

NOTE = {"kind": ContactKind.NOTE, "duration_min": None}
ORDER = NOTE | {"deal": None, "person": None, "is_order": True, "amount": eur("3400")}
TILTAS = Named(9, "UAB „Tiltas“")


def life_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    yield "an order", log(**ORDER)
    yield "several customers, one ordered", LoggedTogether(parts=[log(), log(**ORDER)])
    yield (
        "an order or a deal won",
        log(
            **NOTE | {"deal": None},
            stage_meaning=StageMeaning.WON,
            question=Asked(
                question_id=11,
                field="deal",
                options=[
                    Option(value="3", name="Fasado medžiagos", sum=eur("12000")),
                    Option(value="order"),
                ],
            ),
        ),
    )
    yield (
        "computed",
        log(amount=eur("3800.00"), positions=[Position(Decimal(40), "t", eur("95"))]),
    )
    yield (
        "computed from several",
        log(
            amount=eur("1745.50"),
            positions=[
                Position(Decimal(200), "piece", eur("4.50")),
                Position(Decimal("12.5"), "m2", eur("67.64")),
            ],
        ),
    )
    yield "won in part", log(**_part(), question=_rest())
    yield "won in part, the rest open", log(**_part(), rest=eur("6000"), corrected=True)
    yield "won in part, the rest lost", log(**_part(), rest=eur("6000"), rest_is_lost=True, corrected=True)
    reminders = [
        step(StepKind.TASK, id=8, remind_on=date(2026, 12, 10), reason=StepReason.TENDER),
        step(StepKind.TASK, id=9, remind_on=date(2026, 12, 14), reason=StepReason.TENDER),
    ]
    yield "tender", log(**NOTE, tender_on=date(2026, 12, 15), steps=reminders)
    samples_given = step(StepKind.TASK, remind_on=date(2026, 12, 3), reason=StepReason.SAMPLES)
    yield "samples sent", log(kind=ContactKind.EMAIL, duration_min=None, steps=[samples_given])
    yield "a break", log(**NOTE | {"deal": None, "amount": None}, paused_until=date(2027, 3, 1))
    yield "a new employer", log(**_moved(), employer_before="UAB Statyba")
    yield "a new employer, steps left", log(**_moved(), employer_before="UAB Statyba", question=_steps())
    yield "no employer", log(**_moved() | {"company": TILTAS}, employer_before="UAB „Tiltas“")


def _part() -> dict[str, object]:
    return NOTE | {
        "stage": "Laimėta",
        "stage_meaning": StageMeaning.WON,
        "amount": eur("6000"),
        "amount_before": eur("12000"),
    }


def _moved() -> dict[str, object]:
    return NOTE | {"deal": None, "amount": None, "company": TILTAS, "occurred_on": TODAY}


def _rest() -> Asked:
    options = [Option(value=value, sum=eur("6000")) for value in ("open", "lost")]
    return Asked(question_id=11, field="rest", options=options)


def _steps() -> Asked:
    return Asked(question_id=11, field="steps", options=[Option(value="keep"), Option(value="drop")])
