"""How right forecasts were, asked in chat: the team's by its managers, one's own by each salesperson."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from core.actions.answers.showing import answer, show
from core.errors import NotFound
from core.notices import Answer
from core.notices.report_view import Asked, first_view
from core.notices.reports import Figure
from core.storage import accuracy_rows
from core.terms import Role, Scope
from tests.builders import NOW, House

SCORE: dict[str, Any] = {"content": "x", "made_at": NOW, "periods": 3, "coverage": 2 / 3, "brier": 0.1}


def rows(scope: Scope, scope_id: int, wape: float) -> Iterator[dict[str, Any]]:
    for horizon in (28, 56, 91):
        for method, more in (("expected", 0.0), ("weighted", 0.3), ("naive", 0.4)):
            yield SCORE | {
                "scope": scope,
                "scope_id": scope_id,
                "horizon_days": horizon,
                "method": method,
                "wape": wape + more,
                "bias": -wape,
                "commit_hit_rate": 0.75 if horizon == 28 else None,
            }


@pytest.fixture
def team(house: House) -> House:
    """Everybody is off by a tenth, Vilnius by a fifth, Mantas by three tenths."""
    with house.database.writing() as session:
        accuracy_rows.replace(session, list(rows(Scope.ALL, 0, 0.1)))
        accuracy_rows.replace(session, list(rows(Scope.TEAM, house.ids["Vilnius"], 0.2)))
        accuracy_rows.replace(session, list(rows(Scope.MEMBER, house.ids["Mantas"], 0.3)))
    return house


def ask(house: House, who: str) -> Answer:
    with house.work() as work:
        by = house.member(work, who)
        answer(work, by, Asked.ACCURACY, by.telegram_id or 0)
        notice = work.posted[-1].notice
    assert isinstance(notice, Answer)
    return notice


def weeks(found: Answer) -> list[Figure]:
    return [each for each in found.lines if each.key == "accuracy-weeks"]


def test_each_asks_about_what_is_theirs(team: House) -> None:
    told = {who: ask(team, who) for who in ("Kęstas", "Aistė", "Mantas")}
    assert {who: (found.heading, [each.percent for each in weeks(found)]) for who, found in told.items()} == {
        "Kęstas": ("accuracy-heading", [10] * 3),
        "Aistė": ("accuracy-heading", [20] * 3),
        "Mantas": ("accuracy-own-heading", [30] * 3),
    }
    assert [each.count for each in weeks(told["Kęstas"])] == [4, 8, 13]


def test_nobody_else_is_shown_what_is_one_s_own(team: House) -> None:
    assert weeks(ask(team, "Rūta")) == weeks(ask(team, "Tadas")) == []
    assert [note.key for note in ask(team, "Rūta").notes] == ["accuracy-none", "mine-alone"]
    with team.work() as work:
        for who, name in (("Mantas", "Vilnius"), ("Aistė", "Kaunas")):
            member = team.member(work, who)
            view = first_view(Asked.ACCURACY, work.today(member))
            with pytest.raises(NotFound):
                show(work, member, replace(view, team_id=team.ids[name]), 1)


def test_a_manager_of_no_team_is_shown_their_own(team: House) -> None:
    with team.work() as work:
        member = team.member(work, "Mantas")
        member.role = Role.MANAGER
        member.team_id = None
        answer(work, member, Asked.ACCURACY, 1)
        notice = work.posted[-1].notice
        work.session.expunge_all()
    assert isinstance(notice, Answer)
    assert notice.heading == "accuracy-own-heading"


def test_which_way_it_is_off_is_told_in_words(team: House) -> None:
    found = ask(team, "Kęstas")
    assert [(each.word, each.percent, each.number) for each in found.lines if each.key == "accuracy-way"] == [
        ("under", 10, Decimal(67))
    ] * 3
    assert [each.percent for each in found.lines if each.key == "accuracy-commit"] == [75]
    assert {(each.low, each.high) for each in weeks(found)} == {(Decimal(40), Decimal(50))}


def test_before_anything_is_worked_out_that_is_said(house: House) -> None:
    assert [note.key for note in ask(house, "Kęstas").notes] == ["accuracy-soon"]


def test_periods_are_not_to_be_chosen_but_teams_are(team: House) -> None:
    found = ask(team, "Kęstas")
    assert (found.has_period, found.has_teams, found.has_pipelines) == (False, True, False)
    assert (ask(team, "Mantas").has_teams) is False
