"""Reports of a real database: as they were known then, to those who may see, true at the edges."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from core.actions.deal_changes import move, set_fields
from core.actions.handover import leave
from core.actions.order import NewOrder, record_order
from core.actions.reports.asking import ask
from core.actions.reports.facts import UnknownPipeline
from core.actions.reports.shape import Question, Report
from core.actions.shares import set_share
from core.actions.target import Period, set_target
from core.actions.undo import take_back
from core.insights.period import Span
from core.model import Deal, Operation, Stage
from core.storage.pipelines import PipelinePlan, sync
from core.terms import Category
from tests.builders import NOW, House, stages

QUARTER = Span(date(2026, 10, 1), date(2027, 1, 1))
EUR: dict[str, Any] = {"currency": "EUR"}


def _ask(house: House, name: str, who: str = "Kęstas", now: datetime = NOW, **question: Any) -> Report:
    with house.work(now) as work:
        return ask(work, house.member(work, who), name, Question(QUARTER, **question))


def _figures(report: Report) -> tuple[Any, ...]:
    return report.rows, report.totals, report.columns


def _move(house: House, deal: int, stage: str, now: datetime = NOW) -> None:
    with house.work(now) as work:
        stage_id = work.session.scalar(select(Stage.id).where(Stage.name == stage))
        assert stage_id is not None
        move(work, house.member(work, "Kęstas"), deal, stage_id)


@pytest.fixture
def deals(house: House) -> list[int]:
    company = house.company("UAB A")
    close: dict[str, Any] = {"expected_close_on": date(2026, 12, 1)}
    return [
        house.deal(company, "a", stage="Pasiūlymas", amount=Decimal("100.00"), **EUR, **close),
        house.deal(company, "b", "Rūta", "Derybos", amount=Decimal("250.50"), **EUR, **close),
        house.deal(company, "c", "Tadas", "Įvertinta"),
    ]


def test_yesterday_is_told_as_it_was_whatever_has_changed_since(house: House, deals: list[int]) -> None:
    tomorrow, later = NOW + timedelta(days=1), NOW + timedelta(days=3)
    day = date(2026, 11, 25)
    before = {name: _ask(house, name, now=tomorrow, as_of=day) for name in ("funnel", "forecast", "closing")}
    assert before["funnel"].totals["won_count"] == 0
    _move(house, deals[0], "Laimėta", later)
    with house.work(later) as work:
        changes = {"amount": Decimal("999.00"), "category": Category.OMITTED, "expected_close_on": None}
        set_fields(work, house.member(work, "Kęstas"), deals[1], changes)
        leave(work, house.member(work, "Kęstas"), house.member(work, "Tadas"), house.member(work, "Rūta"))
    house.deal(house.company("UAB B"), "new", stage="Derybos", created_at=later, amount=Decimal(5), **EUR)
    for name, report in before.items():
        again = _ask(house, name, now=later + timedelta(days=1), as_of=day)
        assert _figures(again) == _figures(report)
    assert _ask(house, "funnel", now=later).totals["won_count"] == 1


@pytest.mark.parametrize("name", ["funnel", "leads", "forecast", "closing"])
def test_undoing_a_move_restores_the_report(house: House, deals: list[int], name: str) -> None:
    before = _ask(house, name)
    _move(house, deals[0], "Prarasta")
    assert name == "leads" or _figures(_ask(house, name)) != _figures(before)
    with house.work() as work:
        newest = work.session.scalar(select(Operation).order_by(Operation.id.desc()).limit(1))
        assert newest is not None
        take_back(work, house.member(work, "Kęstas"), newest)
    assert _figures(_ask(house, name)) == _figures(before)


def test_a_manager_sees_the_team_and_a_salesperson_their_own(house: House, deals: list[int]) -> None:
    seen = {
        who: [row["deal"] for row in _ask(house, "closing", who).rows]
        for who in ("Kęstas", "Aistė", "Mantas", "Tadas")
    }
    assert {who: sorted(titles) for who, titles in seen.items()} == {
        "Kęstas": ["a", "b", "c"],
        "Aistė": ["a", "b"],
        "Mantas": ["a"],
        "Tadas": ["c"],
    }


def test_the_three_forecasts_stand_on_dates_and_categories(house: House, deals: list[int]) -> None:
    with house.work() as work:
        owner = house.member(work, "Kęstas")
        record_order(work, owner, NewOrder(1, date(2026, 10, 5), Decimal("10.00")))
        set_fields(work, owner, deals[0], {"category": Category.BEST_CASE})
        for month, end in ((10, date(2026, 11, 1)), (11, date(2026, 12, 1)), (12, date(2027, 1, 1))):
            period = Period(date(2026, month, 1), end, team_id=house.ids["Vilnius"])
            set_target(work, owner, period, Decimal("1000.00"))
    found = _ask(house, "forecast", by="team")
    rows = {row["group"]: row for row in found.rows}
    assert (found.totals["won"], found.totals["floor"], found.totals["best_case"]) == (
        Decimal("10.00"),
        Decimal("260.50"),
        Decimal("360.50"),
    )
    assert found.totals["weighted"] == Decimal("225.35")
    assert rows["Vilnius"]["target"] == found.totals["target"] == Decimal("3000.00")
    assert rows["Kaunas"]["floor"] == Decimal("0.00")
    assert "note-thin-history" in [note.key for note in found.notes]
    with house.work() as work:
        owner = house.member(work, "Kęstas")
        half = Question(Span(date(2026, 10, 1), date(2026, 10, 15)))
        assert ask(work, owner, "forecast", half).totals["target"] is None


def test_money_of_five_currencies_counts_where_its_rate_is_known(house: House) -> None:
    company = house.company("UAB A")
    for currency in ("EUR", "USD", "GBP", "PLN", "SEK"):
        house.deal(company, currency, stage="Derybos", amount=Decimal("100.00"), currency=currency)
    found = _ask(house, "funnel")
    row = next(row for row in found.rows if row["stage"] == "Derybos")
    assert (row["standing_count"], row["standing_value"]) == (5, Decimal("100.00"))
    missing = [note.fields["currency"] for note in found.notes if note.key == "note-rate-missing"]
    assert missing == ["GBP", "PLN", "SEK", "USD"]
    assert found.totals["without_amount"] == 0


def test_a_stage_no_longer_configured_is_shown_while_deals_are_in_it(house: House, deals: list[int]) -> None:
    with house.database.writing() as session:
        kept = tuple(stage for stage in stages() if stage.name not in ("Įvertinta", "Pataisytas pasiūlymas"))
        sync(session, [PipelinePlan("Pardavimai", kept)])
    names = [row["stage"] for row in _ask(house, "funnel").rows]
    assert names == ["Užklausa", "Įvertinta", "Pasiūlymas", "Derybos", "Laimėta", "Prarasta"]


def test_a_deal_opened_again_after_being_lost_is_still_on_its_way(house: House, deals: list[int]) -> None:
    _move(house, deals[1], "Prarasta", NOW + timedelta(days=1))
    _move(house, deals[1], "Derybos", NOW + timedelta(days=2))
    found = _ask(house, "funnel", now=NOW + timedelta(days=3))
    row = next(row for row in found.rows if row["stage"] == "Derybos")
    assert (row["entered"], row["lost"], row["still_here"]) == (1, 0, 1)
    assert (found.totals["lost_count"], found.totals["win_rate"]) == (0, None)


def test_deals_of_somebody_who_left_stay_theirs_in_the_past(house: House, deals: list[int]) -> None:
    _move(house, deals[2], "Laimėta")
    with house.work(NOW + timedelta(days=1)) as work:
        leave(work, house.member(work, "Kęstas"), house.member(work, "Tadas"), house.member(work, "Rūta"))
    found = _ask(house, "funnel", now=NOW + timedelta(days=2), by="rep")
    won = {row["group"]: row["entered"] for row in found.rows if row["kind"] == "won" and row["entered"]}
    assert won == {"Tadas": 1}


def test_an_unknown_pipeline_is_refused(house: House) -> None:
    with pytest.raises(UnknownPipeline):
        _ask(house, "funnel", pipeline="Eksportas")


def test_a_shared_deal_is_whole_for_the_team_and_each_one_s_part_beside_their_name(
    house: House, deals: list[int]
) -> None:
    shared = NOW + timedelta(days=2)
    with house.work(shared) as work:
        deal = work.session.get_one(Deal, deals[1])
        set_share(work, house.member(work, "Rūta"), deal, house.ids["Mantas"], 40)
    now = NOW + timedelta(days=4)
    for who in ("Kęstas", "Aistė"):
        found = _ask(house, "forecast", who, now, by="rep")
        floors = {row["group"]: row["floor"] for row in found.rows}
        assert (floors["Mantas"], floors["Rūta"]) == (Decimal("100.20"), Decimal("150.30"))
        assert found.totals["floor"] == Decimal("250.50")
    by_team = {row["group"]: row["floor"] for row in _ask(house, "forecast", now=now, by="team").rows}
    assert by_team["Vilnius"] == Decimal("250.50")
    assert _ask(house, "forecast", "Mantas", now).totals["floor"] == Decimal("100.20")
    before = _ask(house, "forecast", now=now, by="rep", as_of=date(2026, 11, 25))
    assert {row["group"]: row["floor"] for row in before.rows}["Rūta"] == Decimal("250.50")


def test_the_funnel_of_each_who_shares_a_deal_counts_it_with_their_part(
    house: House, deals: list[int]
) -> None:
    with house.work() as work:
        deal = work.session.get_one(Deal, deals[1])
        set_share(work, house.member(work, "Rūta"), deal, house.ids["Mantas"], 40)
    found = _ask(house, "funnel", by="rep")
    standing = {
        row["group"]: (row["standing_count"], row["standing_value"])
        for row in found.rows
        if row["stage"] == "Derybos"
    }
    assert standing["Mantas"] == (1, Decimal("100.20"))
    assert standing["Rūta"] == (1, Decimal("150.30"))
    assert "note-shared-deals" in [note.key for note in found.notes]
    _move(house, deals[1], "Laimėta", NOW + timedelta(days=1))
    totals = _ask(house, "funnel", now=NOW + timedelta(days=2)).totals
    assert (totals["won_count"], totals["won_value"]) == (1, Decimal("250.50"))
