"""What selling costs: by hand, in parts that add up, and never a made-up figure."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions.deal_changes import move
from core.actions.order import NewOrder, record_order
from core.actions.reports.asking import GROUPINGS, ask
from core.actions.reports.shape import Question, Report
from core.habits import Habits
from core.insights.period import Span
from tests.builders import NOW, TEAM, House

NOVEMBER = Span(date(2026, 11, 1), date(2026, 12, 1))
HOURLY = replace(TEAM, habits=Habits(hourly_cost=Decimal("30.00")))
EARLIER: dict[str, Any] = {"created_at": datetime(2026, 9, 1, tzinfo=UTC), "created_on": date(2026, 9, 1)}


def report(
    house: House, who: str = "Kęstas", now: datetime = NOW, team: Any = HOURLY, **question: Any
) -> Report:
    with house.work(now) as work:
        work.team = team
        return ask(work, house.member(work, who), "cost", Question(NOVEMBER, **question))


@pytest.fixture
def deals(house: House) -> list[int]:
    """A won deal of a first-time buyer, one of a customer of old, a lost one, one still open, and no deal."""
    old, first, never = (house.company(name) for name in ("UAB Sena", "UAB Nauja", "UAB Jokia"))
    with house.work() as work:
        record_order(work, house.member(work, "Rūta"), NewOrder(old, date(2026, 3, 1), Decimal("99.00")))
    money = {"amount": Decimal("1000.00"), "currency": "EUR"}
    closed: list[tuple[int, str, str, str, dict[str, Any]]] = [
        (first, "a", "Mantas", "Laimėta", {"closed_on": date(2026, 11, 5)} | money),
        (old, "b", "Rūta", "Laimėta", {"closed_on": date(2026, 11, 20)}),
        (never, "c", "Tadas", "Prarasta", {"closed_on": date(2026, 11, 9)}),
        (never, "d", "Tadas", "Derybos", money),
        (old, "e", "Tadas", "Laimėta", {"closed_on": date(2026, 10, 9)} | money),
    ]
    ids = [
        house.deal(company, title, owner, stage, **EARLIER, **more)
        for company, title, owner, stage, more in closed
    ]
    for number, (deal_id, row) in enumerate(zip(ids, closed, strict=True), start=1):
        about: dict[str, Any] = {"company_id": row[0], "deal_id": deal_id, "by": row[2]}
        house.contact(date(2026, 9, 10), "visit", duration_min=100 * number, **about)
        house.contact(date(2026, 11, 4), "call", **about)
    house.contact(date(2026, 11, 6), "meeting", by="Mantas", duration_min=70)
    return ids


def test_the_period_costs_its_contacts_and_closing_costs_whole_lives(house: House, deals: list[int]) -> None:
    found = report(house)
    # half a euro a minute: five calls of 10 and a meeting of 70; lives of 110, 210 and 310 minutes
    assert found.totals == {
        "minutes": 120,
        "cost": Decimal("60.00"),
        "closing_cost": Decimal("315.00"),
        "contacts": 6,
        "cost_per_contact": Decimal("10.00"),
        "won_count": 2,
        "cost_per_won": Decimal("157.50"),
        "new_customers": 1,
        "cost_per_new_customer": Decimal("210.00"),
        "share_of_won": 0.315,
    }
    assert found.rows == [{"group": "all", **found.totals}]
    assert {note.key for note in found.notes} == {"note-usual-minutes", "note-without-amount"}


@pytest.mark.parametrize("by", GROUPINGS["cost"])
def test_groups_add_up_whatever_they_are(house: House, deals: list[int], by: str) -> None:
    found = report(house, by=by)
    for name in ("minutes", "cost", "closing_cost", "contacts", "won_count", "new_customers"):
        assert sum(row[name] for row in found.rows) == found.totals[name]


def test_each_salesperson_has_their_own_closings(house: House, deals: list[int]) -> None:
    rows = {row["group"]: row for row in report(house, by="rep").rows}
    assert {name: row["closing_cost"] for name, row in rows.items()} == {
        "Mantas": Decimal("55.00"),
        "Rūta": Decimal("105.00"),
        "Tadas": Decimal("155.00"),
    }
    assert [rows["Mantas"]["new_customers"], rows["Rūta"]["new_customers"]] == [1, 0]
    assert rows["Tadas"]["cost_per_won"] is None


def test_a_customer_of_another_team_is_no_new_one(house: House, deals: list[int]) -> None:
    found = report(house, "Aistė")
    assert (found.totals["won_count"], found.totals["new_customers"]) == (2, 1)
    assert report(house, "Rūta").totals["new_customers"] == 0


def test_without_the_price_of_an_hour_there_are_minutes_only(house: House, deals: list[int]) -> None:
    found = report(house, team=TEAM)
    money = ("cost", "closing_cost", "cost_per_contact", "cost_per_won", "cost_per_new_customer")
    assert [found.totals[name] for name in (*money, "share_of_won")] == [None] * 6
    assert (found.totals["minutes"], found.totals["won_count"]) == (120, 2)
    assert "note-no-hourly-cost" in [note.key for note in found.notes]


def test_nothing_costs_nothing(house: House) -> None:
    totals = report(house).totals
    assert (totals["cost"], totals["closing_cost"]) == (Decimal("0.00"), Decimal("0.00"))
    assert (totals["cost_per_contact"], totals["cost_per_won"], totals["share_of_won"]) == (None, None, None)


def test_what_became_of_a_deal_later_was_not_known_then(house: House, deals: list[int]) -> None:
    later, day = NOW + timedelta(days=3), date(2026, 11, 26)
    before = report(house, now=later, as_of=day, by="company")
    with house.work(later) as work:
        move(work, house.member(work, "Kęstas"), deals[3], 6)
        move(work, house.member(work, "Kęstas"), deals[0], 5)
    after = report(house, now=later, as_of=day, by="company")
    assert (after.rows, after.totals) == (before.rows, before.totals)
    # "d" is won now, a first purchase of 410 minutes; "a" is open again, its customer has bought nothing
    now = report(house, now=later)
    assert (now.totals["won_count"], now.totals["new_customers"]) == (2, 1)
    assert now.totals["closing_cost"] == Decimal("465.00")
