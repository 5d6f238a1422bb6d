"""Capacity of a real database: by hand, with targets from the configuration too, and never made up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions.reports.asking import ask
from core.actions.reports.shape import Question, Report
from core.actions.target import Period, set_target
from core.habits import Habits, TargetPlan
from core.insights.period import Span
from tests.builders import NOW, TEAM, House

NEXT = Span(date(2027, 1, 1), date(2027, 4, 1))
"""60 working days in Lithuania: 64 without weekends, less New Year's Day, the 16th of February, the 11th of
March and Easter Monday."""

HALF = Habits(selling_percent=Decimal(50))


def report(
    house: House, who: str = "Kęstas", now: datetime = NOW, habits: Habits = HALF, **more: Any
) -> Report:
    with house.work(now) as work:
        work.team = replace(TEAM, habits=habits)
        return ask(work, house.member(work, who), "capacity", Question(**{"span": NEXT} | more))


def target(house: House, amount: int, **more: Any) -> None:
    with house.work() as work:
        period = Period(NEXT.start, NEXT.end, **{"team_id": house.ids["Vilnius"]} | more)
        set_target(work, house.member(work, "Kęstas"), period, Decimal(amount))


@pytest.fixture
def history(house: House) -> House:
    """Three months: four deals won, three with an amount, together 4,000 €, and 2,400 minutes."""
    company = house.company("UAB A")
    made: dict[str, Any] = {"created_at": datetime(2026, 8, 1, tzinfo=UTC), "created_on": date(2026, 8, 1)}
    for month, amount in ((8, 1000), (9, 2000), (10, 1000), (10, None)):
        money: dict[str, Any] = {"amount": Decimal(amount), "currency": "EUR"} if amount else {}
        deal = house.deal(company, "a", stage="Laimėta", closed_on=date(2026, month, 20), **made, **money)
        house.contact(date(2026, month, 10), "visit", duration_min=400, deal_id=deal)
        house.contact(date(2026, month, 11), "call", by="Tadas", duration_min=200)
    return house


def test_people_needed_follow_from_minutes_per_won_deal(history: House) -> None:
    target(history, 80_000)
    found = report(history)
    totals = found.totals
    # 600 minutes a win of 1,333.33 €: 80,000 € take 36,000; half of 8 hours on each working day
    assert (totals["target"], totals["won"], totals["minutes_needed"]) == (Decimal(80_000), 0, 36_000)
    drivers = {driver["driver"]: driver["value"] for driver in totals["drivers"]}
    assert (drivers["minutes_per_day"], drivers["working_days_left"]) == (240.0, 60)
    assert (totals["minutes_per_person"], totals["people_needed"]) == (14_400, 2.5)
    assert totals["people_low"] <= totals["people_needed"] <= totals["people_high"]
    assert drivers["share_of_visit"] == pytest.approx(2 / 3, abs=1e-4)
    (row,) = found.rows
    assert row["drivers"][0] == {"driver": "minutes_per_won", "value": 600.0}
    # calls about no deal are among its minutes, but not among the kinds of work that its own deals took
    same = dict(totals) | {"group": "Pardavimai", "drivers": row["drivers"]}
    assert row == same
    assert "note-no-ramp" in [note.key for note in found.notes]


def test_without_a_target_no_number_is_made_up(history: House) -> None:
    totals = report(history).totals
    assert (totals["target"], totals["people_needed"], totals["people_low"]) == (None, None, None)
    assert "note-no-target" in [note.key for note in report(history).notes]


def test_without_a_past_it_is_not_known_what_a_deal_takes(house: House) -> None:
    target(house, 80_000)
    found = report(house)
    assert found.totals["people_needed"] is None
    assert "note-nothing-won" in [note.key for note in found.notes]


def test_the_pace_is_what_people_log_where_nobody_says_another(history: House) -> None:
    found = report(history, habits=Habits())
    drivers = {driver["driver"]: driver["value"] for driver in found.totals["drivers"]}
    # August to October have 20 + 22 + 22 working days (the 15th of August is a Saturday), and both were there
    # from the tenth or eleventh of August on
    assert drivers["minutes_per_day"] == pytest.approx(2400 / (59 + 58), abs=0.5)
    assert "note-pace-observed" in [note.key for note in found.notes]


def test_targets_of_the_configuration_count_until_one_is_set(history: House) -> None:
    everybody = TargetPlan(NEXT.start, NEXT.end, Decimal(40_000))
    team = TargetPlan(NEXT.start, NEXT.end, Decimal(10_000), team="vilnius")
    nobody = TargetPlan(NEXT.start, NEXT.end, Decimal(1), member="Niekas")
    own = replace(HALF, targets=(team, everybody, nobody))
    assert report(history, habits=own).totals["target"] == Decimal(40_000)
    assert report(history, "Aistė", habits=own).totals["target"] == Decimal(10_000)
    assert report(history, habits=replace(HALF, targets=(team, nobody))).totals["target"] == Decimal(10_000)
    target(history, 90_000)
    assert report(history, habits=replace(HALF, targets=(team,))).totals["target"] == Decimal(90_000)


def test_a_period_that_is_over_has_no_time_left(history: House) -> None:
    found = report(history, span=Span(date(2026, 7, 1), date(2026, 10, 1)))
    assert (found.totals["minutes_per_person"], found.totals["people_needed"]) == (None, None)
    assert "note-period-over" in [note.key for note in found.notes]


def test_the_past_is_told_by_what_was_known_then(history: House) -> None:
    target(history, 80_000)
    later = NOW + timedelta(days=30)
    before = report(history, now=later, as_of=date(2026, 11, 26))
    history.contact(date(2026, 11, 20), "visit", duration_min=900, deal_id=1, created_at=later)
    history.contact(date(2026, 12, 20), "visit", duration_min=900, deal_id=1)
    after = report(history, now=later, as_of=date(2026, 11, 26))
    assert (after.rows, after.totals) == (before.rows, before.totals)
    assert report(history, now=later).totals != before.totals
