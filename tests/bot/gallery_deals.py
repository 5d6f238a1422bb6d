"""Samples of deals: the board, a stage's list, the card with its menus, history, and what is handed over."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from core.notices import (
    DealBoard,
    DealCard,
    DealChange,
    DealHistory,
    DealLine,
    DealList,
    DealMoves,
    DealPassed,
    HandedOver,
    HistoryLine,
    HistoryValue,
    Named,
    Notice,
    Option,
    PipelineCount,
    StageStanding,
    Standing,
    Sum,
)
from core.terms import Category, LostReason, StageMeaning
from tests.bot.gallery_days import contacts
from tests.bot.gallery_logs import TODAY, eur, proposal, recall, say

STAGES = (
    ("Užklausa", "Enquiry"),
    ("Įvertinta", "Qualified"),
    ("Pasiūlymas", "Proposal"),
    ("Derybos", "Negotiation"),
)


def stage_names(code: str) -> list[str]:
    return [say(code, *both) for both in STAGES]


def deals(code: str) -> list[DealLine]:
    return [
        DealLine(
            id=3,
            title="Fasado medžiagos",
            company="UAB Statyba",
            sum=eur("12000"),
            stage=say(code, "Įvertinta", "Qualified"),
            close_on=date(2026, 12, 24),
            owner="Mantas Girdvainis",
            days=12,
        ),
        DealLine(
            id=4,
            title="Klojiniai",
            company="Northfell Ltd",
            sum=None,
            stage=say(code, "Užklausa", "Enquiry"),
            close_on=date(2026, 11, 20),
            days=1,
        ),
        DealLine(id=5, title="Stogas", company=None, sum=eur("940.50"), stage="", days=0),
        untitled(code),
    ]


def untitled(code: str) -> DealLine:
    """A deal without a title of its own."""
    stage = say(code, "Užklausa", "Enquiry")
    return DealLine(id=6, title="", company="UAB Tiltas", sum=eur("3100"), stage=stage, days=3)


def board(code: str, **more: Any) -> DealBoard:
    standings = [
        Standing(count=12, without_amount=3, totals=[eur("40000")]),
        Standing(),
        Standing(count=1, without_amount=1),
        Standing(count=21, totals=[eur("142400"), Sum(Decimal(9000), "USD")]),
    ]
    stages = zip(enumerate(stage_names(code), 1), standings, strict=True)
    base: dict[str, Any] = {
        "view": "bmap1",
        "has_team": False,
        "standing": Standing(count=34, without_amount=4, totals=[eur("182400"), Sum(Decimal(9000), "USD")]),
        "stages": [StageStanding(stage=Named(id_, name), standing=each) for (id_, name), each in stages],
    }
    return DealBoard(**(base | more))


def card(code: str, **more: Any) -> DealCard:
    names = stage_names(code)
    base: dict[str, Any] = {
        "deal": msgspec.structs.replace(deals(code)[0], owner=None),
        "pipeline": "",
        "stage_id": 2,
        "stages": names,
        "stage_index": 1,
        "meaning": StageMeaning.QUALIFIED,
        "place": "bmas2",
        "person": "Jonas Kairelis",
        "phone": "+370 600 00001",
        "company_id": 7,
        "person_id": 8,
        "usual_days": 14,
        "category": Category.PIPELINE,
        "probability": 20,
        "steps": [proposal(code), recall(code)],
        "contacts": [msgspec.structs.replace(contacts(code)[0], by="")],
        "today": TODAY,
        "moves": DealMoves(
            next=Named(3, names[2]),
            won=Named(5, say(code, "Laimėta", "Won")),
            lost=Named(6, say(code, "Prarasta", "Lost")),
        ),
    }
    return DealCard(**(base | more))


def changes(_code: str) -> Iterator[tuple[str, DealChange]]:
    yield "moved", DealChange(what="moved", operation_id=9, name="Pasiūlymas")
    yield (
        "amount",
        DealChange(what="amount", operation_id=9, before=eur("8000"), after=eur("12000")),
    )
    yield (
        "date",
        DealChange(what="close", operation_id=9, on_before=date(2026, 12, 24), on=date(2027, 3, 31)),
    )
    yield "category", DealChange(what="category", operation_id=9, category=Category.COMMIT)
    yield "title", DealChange(what="title", operation_id=9, name="Fasado medžiagos")
    yield "reopened", DealChange(what="reopened", operation_id=9, name="Derybos")


def menus() -> dict[str, list[Option]]:
    return {
        "more": [],
        "stages": [Option(value=str(id_), name=name) for id_, (name, _) in enumerate(STAGES, 1) if id_ != 2],
        "reasons": [Option(value=reason.value) for reason in LostReason],
        "dates": [
            Option(value="month", on=date(2026, 11, 30)),
            Option(value="next-month", on=date(2026, 12, 31)),
            Option(value="quarter", on=date(2027, 3, 31)),
        ],
        "category": [Option(value=category.value) for category in Category],
        "colleagues": [
            Option(value="2", name="Rūta Skirmantė"),
            Option(value="3", name="Tadas Jorūnas"),
        ],
    }


def ended_samples(code: str) -> Iterator[tuple[str, Notice]]:
    over: dict[str, Any] = {"closed_on": TODAY, "moves": DealMoves(), "steps": []}
    lost = over | {"meaning": StageMeaning.LOST, "lost_reason": LostReason.PRICE}
    change = DealChange(what="lost", operation_id=9, reason=LostReason.PRICE)
    rivals = [Option(value="4", name="UAB Medistora"), Option(value="5", name="Northfell Ltd")]
    yield "deal, lost to whom", card(code, **lost, change=change, menu="rivals", choices=rivals)
    yield (
        "deal, lost",
        card(
            code,
            **lost,
            competitor="UAB Medistora",
            change=msgspec.structs.replace(change, competitor="UAB Medistora"),
        ),
    )
    won = over | {"meaning": StageMeaning.WON, "closed_on": date(2026, 11, 20)}
    yield "deal, won", card(code, **won)


def history_lines() -> list[HistoryLine]:
    def line(hour: int, what: str, old: HistoryValue | None, new: HistoryValue | None, **more: Any) -> Any:
        at = datetime.fromisoformat(f"2026-11-24T{hour:02}:05:00+02:00")
        by = more.pop("author", "Mantas Girdvainis")
        return HistoryLine(at=at, by=by, what=what, old=old, new=new, **more)

    sums = [HistoryValue(sum=eur(amount)) for amount in ("12000", "8000")]
    return [
        line(16, "amount", *sums, undone=True),
        line(15, "amount", *reversed(sums)),
        line(14, "question", None, HistoryValue(name="Ko trūksta iki sutarties?"), author="Aistė"),
        line(14, "reply", None, HistoryValue(name="Laukiam brėžinių, bus penktadienį")),
        line(14, "close", None, HistoryValue(on=date(2026, 12, 24))),
        line(13, "category", None, HistoryValue(word="commit")),
        line(12, "reason", HistoryValue(word="price"), None),
        line(11, "chance", HistoryValue(percent=20), HistoryValue(percent=70)),
        line(10, "stage", HistoryValue(name="Užklausa"), HistoryValue(name="Derybos")),
        line(9, "created", None, None),
    ]


def deal_samples(code: str) -> Iterator[tuple[str, Notice]]:
    yield "board", board(code)
    pipelines = [
        PipelineCount(pipeline=Named(1, say(code, "Objektai", "Projects")), count=34),
        PipelineCount(pipeline=Named(2, say(code, "Eksportas", "Export")), count=5),
    ]
    yield "board of a team", board(code, view="btsp1", has_team=True, pipelines=pipelines)
    nothing: dict[str, Any] = {"standing": Standing(), "stages": []}
    yield "board, empty", board(code, **nothing)
    yield "board, nothing closes", board(code, view="bmcp1", **nothing)
    yield (
        "list",
        DealList(
            view="btas2.1",
            stage=say(code, "Įvertinta", "Qualified"),
            pipeline_id=1,
            pages=5,
            standing=Standing(count=24, without_amount=3, totals=[eur("182400")]),
            deals=deals(code),
            today=TODAY,
        ),
    )
    yield "deal", card(code)
    yield "deal without a title", card(code, deal=untitled(code), steps=[], contacts=[])
    late = msgspec.structs.replace(
        deals(code)[0], days=21, close_on=date(2026, 11, 20), owner="Mantas Girdvainis"
    )
    yield (
        "deal, late",
        card(
            code,
            deal=late,
            pipeline=say(code, "Objektai", "Projects"),
            attachments=3,
            competitor="UAB Medistora",
            category=Category.COMMIT,
            is_own_word=True,
            steps=[],
            place="agenda0",
        ),
    )
    for name, change in changes(code):
        yield f"deal, {name}", card(code, change=change)
    for menu, choices in menus().items():
        yield f"deal, menu {menu}", card(code, menu=menu, choices=choices, steps=[], contacts=[])
    yield from ended_samples(code)
    yield (
        "history",
        DealHistory(deal=Named(3, "Fasado medžiagos"), page=0, pages=2, lines=history_lines(), today=TODAY),
    )
    given = Named(3, "Fasado medžiagos")
    yield "handed over", HandedOver(deal=given, to="Rūta Skirmantė", operation_id=9)
    line = msgspec.structs.replace(deals(code)[0], owner=None)
    yield "got", DealPassed(deal=line, by="Mantas Girdvainis", steps=[recall(code)], today=TODAY)
    yield "got without a title", DealPassed(deal=untitled(code), by="Mantas Girdvainis", today=TODAY)
    yield "taken back", DealPassed(deal=line, by="Mantas Girdvainis", taken_back=True, today=TODAY)
    yield "taken back again", DealPassed(deal=line, by="Aistė", to="Rūta", taken_back=True, today=TODAY)
    mine = DealPassed(deal=line, by="Rūta", to="Rūta", taken_back=True, today=TODAY)
    yield "taken back by its owner", mine
    yield "taken", DealPassed(deal=line, by="Aistė", to="Rūta Skirmantė", today=TODAY)
