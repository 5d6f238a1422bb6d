"""Samples of what real sales life brings: orders, computed amounts, parts won, tenders, breaks, new jobs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from core.notices import (
    Asked,
    AskInWords,
    DealLife,
    DealLine,
    Deed,
    LoggedTogether,
    Named,
    Notice,
    Option,
    OthersBid,
    Position,
    SharedWith,
    ShareLine,
)
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


def deal_life_samples(_code: str) -> Iterator[tuple[str, Notice]]:
    yield "circumstances, none", life()
    full = {
        "tender_on": date(2026, 12, 15),
        "paused_until": date(2027, 1, 1),
        "company_paused_until": date(2027, 3, 1),
        "alternatives": [
            DealLine(id=4, title="Mokyklos stogas", company="UAB Tiltas", sum=eur("11500"), stage="Derybos"),
            DealLine(id=5, title="Stogas", company=None, sum=None, stage="Derybos", owner="Rūta"),
        ],
        "shares": [
            ShareLine(member_id=1, name="Mantas", percent=70),
            ShareLine(member_id=2, name="Rūta", percent=30),
        ],
    }
    yield "circumstances", life(**full)
    yield "circumstances of a closed deal", life(is_open=False)
    for what in ("tender", "no-tender", "paused", "resumed", "linked", "unlinked", "shared", "unshared"):
        on = date(2026, 12, 15) if what in ("tender", "paused") else None
        deed = Deed(what=what, operation_id=9, deal="Mokyklos stogas", on=on)
        yield f"circumstances: {what}", life(deed=deed)
    months = [Option(value=f"2027-0{month}-01", on=date(2027, month, 1)) for month in range(1, 7)]
    yield "until when a break", life(choosing="pause", choices=[*months, Option(value="none")])
    deals = [Option(value="4", name="Mokyklos stogas", detail="UAB Tiltas", sum=eur("11500"))]
    yield "which object", life(choosing="object", choices=deals)
    yield "with whom shared", life(choosing="share", choices=[Option(value="2", name="Rūta Kazlauskaitė")])
    percents = [Option(value=str(each)) for each in (50, 30, 20, 10, 25, 33, 40, 60)]
    yield "what part", life(choosing="percent", choices=percents, member_id=2, shares=full["shares"])
    others = full["alternatives"]
    yield "others bid", OthersBid(deal=Named(3, "Fasadas"), others=others)  # type: ignore[arg-type]
    lost = Deed(what="others-lost", operation_id=9)
    yield "others lost", OthersBid(deal=Named(3, "Fasadas"), others=others, deed=lost)  # type: ignore[arg-type]
    yield "no others left", OthersBid(deal=Named(3, "Fasadas"), others=[])
    yield "shared with me", SharedWith(by="Mantas Girdvainis", deal=Named(3, "Fasadas"), percent=30)
    yield "shared no more", SharedWith(by="Mantas Girdvainis", deal=Named(3, "Fasadas"), percent=0)
    for field in ("tender", "part", "order"):
        yield f"ask for the {field}", AskInWords(about="life", record_id=3, field=field)
    yield "ask for the employer", AskInWords(about="employer", record_id=3, field="employer")


def life(**more: object) -> DealLife:
    base: dict[str, object] = {
        "deal": Named(3, "Fasado medžiagos"),
        "company": Named(1, "UAB Statyba"),
        "today": TODAY,
    }
    return DealLife(**(base | more))  # type: ignore[arg-type]
