"""Snapshots: each Monday's forecasts frozen once, whatever happens afterwards, and however late."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from sqlalchemy import func, select

from core.actions.deal_changes import move, set_fields
from core.actions.handover import leave
from core.actions.order import NewOrder, record_order
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question
from core.actions.reports.snapshot import Periods
from core.actions.snapshots import due, take_due
from core.insights.period import Span, quarter_of
from core.model import Deal, Snapshot, SnapshotDeal, SnapshotForecast, Stage
from core.storage import snapshot_rows
from core.terms import Category, Scope
from tests.builders import NOW, TEAM, House
from tests.turns import Plain

T = TypeVar("T")
MONDAY = date(2026, 11, 23)
"""00:00 in Vilnius is 22:00 of the day before."""
BEFORE = datetime(2026, 11, 20, 9, tzinfo=UTC)
EUR: dict[str, Any] = {"currency": "EUR"}
FIGURES = (
    "won",
    "floor",
    "expected",
    "expected_low",
    "expected_high",
    "new_business",
    "best_case",
    "weighted",
)


class PulledPlug(Exception):
    """The process is gone."""


def pull() -> None:
    raise PulledPlug


def take(house: House, now: datetime = NOW) -> list[date]:
    return take_due(TEAM, Plain(house.database, now))


def frozen(house: House, record: type[T], **which: Any) -> list[T]:
    with house.database.reading() as session:
        return list(session.scalars(select(record).filter_by(**which)))


def contents(house: House) -> list[dict[str, Any]]:
    """All that is frozen, without when it was written."""
    return [
        {column.name: getattr(row, column.name) for column in record.__table__.columns}
        for record in (SnapshotForecast, SnapshotDeal)
        for row in frozen(house, record)
    ]


@pytest.fixture
def team(house: House) -> House:
    """Three open deals, one that is shared, one won this quarter, an order."""
    company = house.company("UAB Statyba")
    early: dict[str, Any] = {"now": BEFORE}
    close: dict[str, Any] = {"expected_close_on": date(2026, 12, 1)}
    house.deal(company, "a", stage="Pataisytas pasiūlymas", amount=Decimal("100.00"), **EUR, **close, **early)
    house.deal(company, "b", "Rūta", "Derybos", amount=Decimal("250.50"), **EUR, **close, **early)
    house.deal(company, "c", "Tadas", "Įvertinta", **early)
    won: dict[str, Any] = {"closed_on": date(2026, 11, 18), "amount": Decimal("70.00")}
    house.deal(company, "d", "Tadas", "Laimėta", **EUR, **won, **early)
    with house.work(BEFORE) as work:
        record_order(work, house.member(work, "Rūta"), NewOrder(company, date(2026, 10, 5), Decimal("10.00")))
    return house


def test_a_snapshot_holds_the_forecasts_of_everybody_each_team_person_and_pipeline(team: House) -> None:
    assert take(team) == [MONDAY]
    rows = frozen(team, SnapshotForecast, starts_on=date(2026, 10, 1), ends_on=date(2027, 1, 1))
    floors = {(row.scope, row.scope_id): (row.floor, row.best_case) for row in rows}
    ids = team.ids
    (pipeline,) = (key for scope, key in floors if scope is Scope.PIPELINE)
    assert floors == {
        (Scope.ALL, 0): (Decimal("330.50"), Decimal("430.50")),
        (Scope.PIPELINE, pipeline): (Decimal("320.50"), Decimal("420.50")),
        (Scope.TEAM, ids["Vilnius"]): (Decimal("260.50"), Decimal("360.50")),
        (Scope.TEAM, ids["Kaunas"]): (Decimal("70.00"), Decimal("70.00")),
        (Scope.MEMBER, ids["Mantas"]): (Decimal("0.00"), Decimal("100.00")),
        (Scope.MEMBER, ids["Rūta"]): (Decimal("260.50"), Decimal("260.50")),
        (Scope.MEMBER, ids["Tadas"]): (Decimal("70.00"), Decimal("70.00")),
    }
    periods = {(row.starts_on, row.ends_on) for row in frozen(team, SnapshotForecast)}
    assert periods == {(span.start, span.end) for span in Periods.of(MONDAY)}


def test_what_is_frozen_adds_up_from_its_deals_and_orders(team: House) -> None:
    take(team)
    deals = frozen(team, SnapshotDeal, counted=True)
    assert len(deals) == 4
    for span in Periods.of(MONDAY):
        (whole,) = frozen(team, SnapshotForecast, scope=Scope.ALL, starts_on=span.start, ends_on=span.end)
        won = sum(deal.worth or 0 for deal in deals if deal.closed_on in span)
        ahead = {
            category: sum(
                deal.worth or 0 for deal in deals if deal.contract_on in span and deal.category is category
            )
            for category in Category
        }
        orders = Decimal("10.00") if date(2026, 10, 5) in span else 0
        assert whole.won == won + orders
        assert whole.floor == whole.won + ahead[Category.COMMIT]
        assert whole.best_case == whole.floor + ahead[Category.BEST_CASE]


def test_the_same_day_asked_about_later_gives_what_was_frozen(team: House) -> None:
    take(team)
    later = NOW + timedelta(days=3)
    with team.work(later) as work:
        owner = team.member(work, "Kęstas")
        won = work.session.scalar(select(Stage.id).where(Stage.name == "Laimėta")) or 0
        deals = list(work.session.scalars(select(Deal.id).order_by(Deal.id)))
        move(work, owner, deals[0], won)
        set_fields(work, owner, deals[1], {"amount": Decimal("999.00"), "category": Category.OMITTED})
        leave(work, owner, team.member(work, "Tadas"), team.member(work, "Rūta"))
    with team.work(later + timedelta(days=1)) as work:
        owner = team.member(work, "Kęstas")
        for span in Periods.of(MONDAY):
            for by, scope in ((None, Scope.ALL), ("rep", Scope.MEMBER), ("team", Scope.TEAM)):
                rows = ask(work, owner, "forecast", Question(span, as_of=MONDAY, by=by)).rows
                told = {row["group"]: {name: row[name] for name in FIGURES} for row in rows}
                ids = {"all": 0} | team.ids
                kept = frozen(team, SnapshotForecast, scope=scope, starts_on=span.start, ends_on=span.end)
                assert {ids[str(group)]: figures for group, figures in told.items()} == {
                    row.scope_id: {name: getattr(row, name) for name in FIGURES} for row in kept
                }


def test_a_monday_is_frozen_once(team: House) -> None:
    assert take(team) == [MONDAY]
    before = contents(team)
    assert take(team, NOW + timedelta(hours=5)) == []
    assert contents(team) == before


def test_mondays_missed_are_made_up_for_with_what_was_known_on_each(team: House) -> None:
    take(team)
    with team.work(NOW + timedelta(days=10)) as work:
        deal = work.session.scalar(select(Deal.id).where(Deal.title == "b")) or 0
        set_fields(work, team.member(work, "Kęstas"), deal, {"amount": Decimal("1000.00")})
    assert take(team, NOW + timedelta(days=15)) == [MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)]
    year = {"scope": Scope.ALL, "starts_on": date(2026, 1, 1)}
    floors = [row.floor for row in frozen(team, SnapshotForecast, **year)]
    assert floors == [Decimal("330.50"), Decimal("330.50"), Decimal("1080.00")]


def test_the_week_begins_in_the_team_s_zone(team: House) -> None:
    sunday_night = datetime(2026, 11, 22, 21, 59, tzinfo=UTC)
    with team.database.reading() as session:
        assert due(session, TEAM, sunday_night) == [MONDAY - timedelta(days=7)]
        assert due(session, TEAM, sunday_night + timedelta(minutes=1)) == [MONDAY]


@pytest.mark.parametrize("steps", range(1, 6))
def test_what_a_pulled_plug_left_is_made_whole_by_whoever_comes_next(team: House, steps: int) -> None:
    whole = Plain(team.database)
    with pytest.raises(PulledPlug):
        take_due(TEAM, Plain(team.database, meanwhile=pull, steps=steps))
    finished = [row.done_at is not None for row in frozen(team, Snapshot)]
    assert take_due(TEAM, whole) == []  # it is claimed still, or done
    soon = NOW + snapshot_rows.LEASE + timedelta(seconds=1)
    assert take_due(TEAM, Plain(team.database, soon)) == ([] if finished == [True] else [MONDAY])
    with team.database.reading() as session:
        counts = [session.scalar(select(func.count()).select_from(each)) for each in (Snapshot, SnapshotDeal)]
    assert counts == [1, 4]


def test_of_two_processes_one_takes_it(team: House) -> None:
    other: list[list[date]] = []
    first = Plain(team.database, meanwhile=lambda: other.append(take(team)), steps=2)
    assert take_due(TEAM, first) == [MONDAY]
    assert other == [[]]


def test_who_was_out_of_sight_for_too_long_writes_nothing_more(team: House) -> None:
    late = NOW + snapshot_rows.LEASE + timedelta(seconds=1)
    other: list[list[date]] = []
    slow = Plain(team.database, meanwhile=lambda: other.append(take(team, late)), steps=3)
    assert take_due(TEAM, slow) == []
    assert other == [[MONDAY]]
    assert len(frozen(team, SnapshotDeal)) == 4


def test_a_team_without_deals_has_a_snapshot_of_nothing(house: House) -> None:
    assert take(house) == [MONDAY]
    assert frozen(house, SnapshotDeal) == []
    whole = frozen(house, SnapshotForecast, scope=Scope.ALL)
    assert [(row.won, row.floor, row.expected) for row in whole] == [(Decimal(0), Decimal(0), Decimal(0))] * 4


def test_a_quarter_is_forecast_before_it_begins() -> None:
    periods = Periods.of(date(2026, 12, 28))
    assert periods.following == Span(date(2027, 1, 1), date(2027, 4, 1)) == quarter_of(date(2027, 2, 3))
