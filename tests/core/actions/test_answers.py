"""Answers in chat: managers only, of whom they manage, and each number opens to records that make it up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from core.actions.answers.showing import PAGE, answer, show
from core.errors import NotAllowed, NotFound
from core.habits import Habits
from core.model import Absence
from core.notices import Answer
from core.notices.report_view import MEMBER, OWN_TOO, PIPELINES, TEAMS, Asked, ReportView, first_view
from core.notices.reports import Figure
from core.storage.ledger import Ledger
from tests.builders import NOW, TEAM, House

TODAY = date(2026, 11, 24)


def ask(house: House, asked: Asked, who: str = "Kęstas", hourly: str | None = "30", **more: Any) -> Answer:
    with house.work() as work:
        cost = None if hourly is None else Decimal(hourly)
        work.team = replace(TEAM, habits=Habits(hourly_cost=cost))
        by = house.member(work, who)
        show(work, by, replace(first_view(asked, TODAY), **more), by.telegram_id or 0)
        notice = work.posted[-1].notice
    assert isinstance(notice, Answer)
    return notice


def figures(answer_: Answer) -> dict[str, Figure]:
    return {each.key: each for each in answer_.lines}


@pytest.fixture
def team(house: House) -> House:
    """Contacts of three salespeople, a won and a lost deal, and one that waits for everything."""
    company = house.company("UAB Statyba")
    made: dict[str, Any] = {"created_at": datetime(2026, 9, 1, tzinfo=UTC), "created_on": date(2026, 9, 1)}
    money: dict[str, Any] = {"amount": Decimal(1000), "currency": "EUR"}
    won = house.deal(company, "won", stage="Laimėta", closed_on=date(2026, 11, 5), **made, **money)
    lost = house.deal(company, "lost", "Tadas", "Prarasta", closed_on=date(2026, 11, 6), **made)
    house.deal(company, "late", "Rūta", "Pasiūlymas", **made, stage_entered_at=made["created_at"])
    for number in range(PAGE + 3):
        house.contact(date(2026, 11, 1 + number), "call", deal_id=won, company_id=company)
    house.contact(date(2026, 11, 3), "visit", by="Tadas", deal_id=lost, company_id=company)
    house.contact(date(2026, 10, 3), "visit", by="Tadas", deal_id=lost, company_id=company)
    house.contact(date(2026, 11, 4), "email", by="Rūta")
    house.contact(date(2026, 11, 4), "note", by="Rūta")
    return house


@pytest.mark.parametrize("asked", sorted(set(Asked) - OWN_TOO))
def test_salespeople_ask_nothing_of_the_team(team: House, asked: Asked) -> None:
    with team.work() as work, pytest.raises(NotAllowed):
        answer(work, team.member(work, "Mantas"), asked, 501)


@pytest.mark.parametrize("asked", Asked)
def test_every_question_is_answered_with_and_without_a_past(house: House, asked: Asked) -> None:
    assert ask(house, asked).lines or ask(house, asked).notes
    assert ask(house, asked, "Aistė", hourly=None).heading


def test_effort_opens_to_people_and_their_contacts_which_add_up(team: House) -> None:
    found = ask(team, Asked.EFFORT)
    whole = figures(found)["effort-total"]
    assert (whole.count, whole.minutes) == (13, 110 + 60 + 10)
    assert sum(row.figures[0].count or 0 for row in found.rows) == whole.count
    assert sum(row.figures[0].minutes or 0 for row in found.rows) == whole.minutes
    opened = 0
    for row in found.rows:
        of = ask(team, Asked.EFFORT, part=f"{MEMBER}{row.id}")
        pages = [ask(team, Asked.EFFORT, part=f"{MEMBER}{row.id}", page=page) for page in range(of.pages)]
        assert figures(of)["effort-total"] == row.figures[0]
        assert figures(of)["person"].name == row.name
        assert [page.first for page in pages] == [1 + PAGE * number for number in range(of.pages)]
        opened += sum(len(page.rows) for page in pages)
    assert opened == whole.count


def test_cost_opens_to_the_closed_deals_which_add_up(team: House) -> None:
    found = ask(team, Asked.COST)
    # eleven calls and two visits at half a euro a minute
    assert {row.name: row.figures[1].sum and row.figures[1].sum.amount for row in found.rows} == {
        "lost": Decimal(60),
        "won": Decimal(55),
    }
    won = figures(found)["cost-won"]
    assert won.each is not None
    assert (won.count, won.each.amount) == (1, Decimal(115))
    share = figures(found)["cost-share"]
    assert share.percent == round(115 / 1000 * 100)
    plain = ask(team, Asked.COST, hourly=None)
    assert "cost-unknown" in [note.key for note in plain.notes]
    closed = figures(plain)["cost-closed"]
    assert (closed.count, closed.minutes) == (2, sum(row.figures[1].minutes or 0 for row in plain.rows))


def test_a_manager_hears_of_the_own_team_only(team: House) -> None:
    assert {row.name for row in ask(team, Asked.EFFORT, "Aistė").rows} == {"Mantas", "Rūta"}
    assert {row.name for row in ask(team, Asked.EFFORT, team_id=team.ids["Kaunas"]).rows} == {"Tadas"}
    for more in ({"team_id": team.ids["Kaunas"]}, {"part": f"{MEMBER}{team.ids['Tadas']}"}):
        with pytest.raises(NotFound):
            ask(team, Asked.EFFORT, "Aistė", **more)
        with pytest.raises(NotFound):
            ask(team, Asked.ADOPTION, "Aistė", **more)


def test_what_waits_longest_is_told_first_and_opens(team: House) -> None:
    found = ask(team, Asked.PROCESS)
    assert figures(found)["process-late"].count == 1
    (row,) = found.rows
    assert (row.what, row.name, row.figures[-1].days) == ("deal", "late", 82)
    assert [each.word for each in row.figures if each.key == "duty"] == ["proposal", "amount", "next_step"]


def test_who_was_away_is_told_beside_who_logged(team: House) -> None:
    with team.work() as work:
        ledger = Ledger.begin(work.session, "absence", NOW)
        days = {"starts_on": date(2026, 11, 16), "ends_on": date(2026, 11, 21), "created_at": NOW}
        ledger.create(Absence, days | {"member_id": team.ids["Rūta"]})
        ledger.close()
    for asked in (Asked.EFFORT, Asked.ADOPTION):
        rows = {row.name: row.figures[-1] for row in ask(team, asked).rows}
        assert (rows["Rūta"].key, rows["Rūta"].days) == ("away-days", 5)


def test_choices_lead_back_to_the_answer_narrowed(team: House) -> None:
    found = ask(team, Asked.COST, part=TEAMS)
    assert [choice.name for choice in found.choices] == [None, "Kaunas", "Vilnius"]
    view = ReportView.read(found.choices[1].view)
    assert (view.team_id, view.part) == (team.ids["Kaunas"], "")
    assert [choice.name for choice in ask(team, Asked.COST, part=PIPELINES).choices] == [None, "Pardavimai"]
    assert [choice.name for choice in ask(team, Asked.COST, "Aistė", part=TEAMS).choices] == [None, "Vilnius"]


def test_customers_are_listed_by_what_became_of_them(team: House) -> None:
    found = ask(team, Asked.CUSTOMERS, part="n")
    counts = {choice.key: choice.count for choice in found.choices}
    assert counts["customers-choice-new"] == 1 == len(found.rows)
    assert found.rows[0].name == "UAB Statyba"
