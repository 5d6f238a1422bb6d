"""Accuracy is kept: what was forecast on past days beside what came, of everybody, each team and person."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.actions.accuracies import renew
from core.actions.reports.asking import owner
from core.actions.reports.backtest import backtest
from core.actions.reports.facts import gather
from core.actions.reports.past_days import Hindsight
from core.actions.reports.shape import Question
from core.actions.snapshots import take_due
from core.insights.period import Span
from core.model import Deal, ForecastAccuracy
from core.storage import accuracy_rows
from core.terms import Scope
from tests.builders import TEAM, House
from tests.histories import Story, noon, quarters_of_selling
from tests.turns import Plain

FIRST = date(2025, 12, 1)
SUMMER = Span(date(2026, 7, 1), date(2026, 10, 1))
ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""A history takes its time to make, and is the same in both databases."""

NOW = noon(date(2026, 11, 24))


@pytest.fixture
def story(house: House) -> Story:
    return quarters_of_selling(house, FIRST, 12)


def kept(
    house: House, scope: Scope = Scope.ALL, scope_id: int = 0
) -> dict[tuple[str, int], ForecastAccuracy]:
    with house.database.reading() as session:
        rows = accuracy_rows.of_scope(session, scope, scope_id)
    return {(row.method, row.horizon_days): row for row in rows}


def test_what_is_kept_is_what_a_replay_finds(story: Story) -> None:
    house = story.house
    assert renew(TEAM, Plain(house.database, NOW))
    with house.database.reading() as session:
        rows = backtest(session, TEAM, NOW, lambda *_: None).rows
    found = kept(house)
    assert len(rows) == len(found) == 9
    for row in rows:
        of = found[row["method"], row["horizon_days"]]
        figures = (of.wape, of.bias, of.coverage, of.brier)
        assert of.periods == row["periods"] >= (row["method"] != "naive")
        assert [None if each is None else round(each, 4) for each in figures] == [
            row[name] for name in ("wape", "bias", "coverage", "brier")
        ]


@ON_ONE
def test_it_is_worked_out_once_until_the_past_changes(story: Story) -> None:
    house = story.house
    turns = Plain(house.database, NOW)
    assert [renew(TEAM, turns), renew(TEAM, turns)] == [True, False]
    before = kept(story.house)["expected", 28].wape
    story.set(date(2026, 11, 24), story.deals[-1], amount=Decimal(7))  # open still
    assert not renew(TEAM, turns)
    deals = [house.load(Deal, each) for each in story.deals]
    late = Span(date(2026, 9, 3), SUMMER.end)
    won = next(each.id for each in deals if each.closed_on in late and each.stage_id == deals[1].stage_id)
    story.set(date(2026, 11, 24), won, amount=Decimal(90_000))
    assert renew(TEAM, turns)
    assert kept(story.house)["expected", 28].wape != before


@ON_ONE
def test_each_person_and_each_team_has_its_own(story: Story) -> None:
    house = story.house
    renew(TEAM, Plain(house.database, NOW))
    for name in ("Mantas", "Rūta", "Tadas"):
        assert kept(house, Scope.MEMBER, house.ids[name])["expected", 28].periods >= 1
    assert kept(house, Scope.MEMBER, house.ids["Aistė"]) == {}
    tadas, kaunas = (
        kept(house, Scope.MEMBER, house.ids["Tadas"]),
        kept(house, Scope.TEAM, house.ids["Kaunas"]),
    )
    assert {key: row.wape for key, row in tadas.items()} == {key: row.wape for key, row in kaunas.items()}


@ON_ONE
def test_snapshots_stand_in_for_the_replay_and_say_the_same(story: Story) -> None:
    house, span = story.house, SUMMER
    for horizon in (56, 28):
        day = span.end - timedelta(days=horizon)
        monday = day - timedelta(days=day.weekday())
        take_due(TEAM, Plain(house.database, noon(monday)))
    with house.database.reading() as session:
        hindsight = Hindsight(gather(session, owner(), TEAM, NOW, Question()))
        for horizon in (56, 28):
            frozen = hindsight.frozen(horizon, span)
            assert frozen is not None
            replayed = hindsight.replayed((span.end - frozen.as_of).days, span)
            assert replayed is not None
            assert frozen.whole() == replayed.whole()
            parents = {house.ids["Vilnius"]: None, house.ids["Kaunas"]: None}
            assert dict(frozen.seen(parents)) == dict(replayed.seen(parents))


def test_without_a_past_that_is_kept_too(house: House) -> None:
    turns = Plain(house.database, NOW)
    assert [renew(TEAM, turns), renew(TEAM, turns)] == [True, False]
    assert {row.periods for row in kept(house).values()} == {0}
