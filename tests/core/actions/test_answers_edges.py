"""At the edges the answers in chat say what the reports say, in both languages, and never an empty word."""

from html import unescape

import pytest

from bot.cards import render
from bot.texts import languages
from core.actions.answers.showing import found
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question, Report
from core.notices import Answer
from core.notices.report_view import PEOPLE, Asked, first_view
from core.notices.reports import Figure
from tests.builders import House
from tests.core.actions.test_report_edges import NOW, QUARTER, SCENES, TEAM

TODAY = NOW.date()
PARTS = {Asked.FUNNEL: (PEOPLE,), Asked.FORECAST: (PEOPLE, "w", "f", "b"), Asked.CUSTOMERS: tuple("nadl")}
EMPTY = ("None", "{", "}", "NaN", "Infinity", "nan")


def answers(house: House, asked: Asked) -> list[Answer]:
    with house.work(NOW) as work:
        work.team = TEAM
        owner = house.member(work, "Kęstas")
        return [found(work, owner, first_view(asked, TODAY, part)) for part in ("", *PARTS.get(asked, ()))]


def report(house: House, name: str) -> Report:
    with house.work(NOW) as work:
        work.team = TEAM
        return ask(work, house.member(work, "Kęstas"), name, Question(QUARTER))


def counts(answer: Answer) -> dict[str, Figure]:
    return {each.key: each for each in answer.lines}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scene", SCENES)
def test_each_answer_says_something_true_at_the_edges(house: House, scene: str) -> None:
    SCENES[scene](house)
    said: dict[Asked, Answer] = {}
    for asked in set(Asked) - {Asked.WEEK}:
        said[asked], *parts = answers(house, asked)
        for answer in (said[asked], *parts):
            for code in languages():
                text = unescape(render(answer, code).text)
                assert len(text.splitlines()) > 1, (asked, code)
                assert not [word for word in EMPTY if word in text], (asked, code, text)
    _agree(house, said)


def _agree(house: House, said: dict[Asked, Answer]) -> None:
    """The figures of the answers are those of the reports."""
    customers = counts(said[Asked.CUSTOMERS])
    assert [customers[f"customers-{state}"].count for state in ("new", "active", "dormant", "lost")] == list(
        report(house, "customers").totals.values()
    )
    open_deals = [
        row for row in report(house, "funnel").rows if row["kind"] == "open" and row["stage"] != "Užklausa"
    ]
    team = counts(said[Asked.TEAM])["team-open"]
    assert team.count == sum(row["standing_count"] for row in open_deals)
    assert team.sum is not None
    assert team.sum.amount == sum(row["standing_value"] or 0 for row in open_deals)
    late = counts(said[Asked.PROCESS]).get("process-late")
    overdue = sum(row["overdue_days"] > 0 for row in report(house, "process").rows)
    assert (late.count if late else 0) == overdue
    cost = counts(said[Asked.COST])["cost-minutes"]
    totals = report(house, "cost").totals
    assert (cost.count, cost.minutes) == (totals["contacts"], totals["minutes"])
