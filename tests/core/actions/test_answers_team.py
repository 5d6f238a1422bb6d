"""The team's week in chat: it adds up, opens to deals and contacts, and says who would be glad of help."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions.answers.showing import answer, found, show
from core.actions.answers.team import DAY
from core.errors import NotAllowed, NotFound
from core.model import Member
from core.notices import Answer, TeamDay
from core.notices.report_view import MEMBER, PEOPLE, Asked, Length, ReportView, first_view
from core.notices.reports import Figure, Opens
from core.storage.ledger import put
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)
WEEK = first_view(Asked.TEAM, TODAY)


def ask(house: House, who: str = "Kęstas", view: ReportView = WEEK) -> Answer:
    with house.work() as work:
        return found(work, house.member(work, who), view)


def figure(figures: list[Figure], key: str) -> Figure | None:
    return next((each for each in figures if each.key.removesuffix("-of") == key.removesuffix("-of")), None)


def of(answer_: Answer, name: str) -> list[Figure]:
    return next(row.figures for row in answer_.rows if row.name == name)


@pytest.fixture
def week(house: House) -> House:
    """Mantas has four deals without a next step, Tadas a big one, Rūta nothing; Mantas has won one."""
    money: dict[str, Any] = {"amount": Decimal("1000.10"), "currency": "EUR"}
    company = house.company("UAB Statyba")
    for number in range(4):
        house.deal(company, f"deal {number}", "Mantas", "Pasiūlymas", **money)
    house.deal(company, "lead", "Mantas", "Užklausa", **money)
    house.deal(company, "won", "Mantas", "Laimėta", closed_on=TODAY, **money)
    house.deal(company, "big", "Tadas", "Derybos", amount=Decimal(50000), currency="EUR")
    for days in (0, 1, 3, 4):
        house.contact(TODAY - timedelta(days=days), company_id=company)
    house.contact(TODAY, by="Tadas", company_id=company)
    return house


def test_people_add_up_to_the_team(week: House) -> None:
    whole = ask(week)
    for key in ("team-contacts", "team-open", "team-weighted", "team-won"):
        together = figure(whole.lines, key)
        parts = [each for row in whole.rows if (each := figure(row.figures, key))]
        assert together is not None
        assert together.count == (None if key == "team-weighted" else sum(each.count or 0 for each in parts))
        if together.sum is not None:
            assert together.sum.amount == sum(each.sum.amount for each in parts if each.sum)
    contacts = figure(whole.lines, "team-contacts")
    assert contacts is not None
    assert (contacts.count, contacts.number) == (3, Decimal(2)), "this week, and the one before"
    assert {row.name for row in whole.rows} == {"Mantas", "Rūta", "Tadas"}


def test_who_may_need_help_comes_first_and_it_is_said_with_what(week: House) -> None:
    whole = ask(week)
    assert whole.rows[0].name == "Mantas"
    assert figure(of(whole, "Mantas"), "team-help") == Figure(key="team-help", word="next_step", count=4)
    assert figure(of(whole, "Tadas"), "team-help") is None, "one deal is nothing to speak of"


def test_a_person_opens_to_the_open_deals_and_contacts_that_add_up(week: House) -> None:
    whole = ask(week)
    for row in whole.rows:
        person = ask(week, view=WEEK.of(f"{MEMBER}{row.id}"))
        listed: list[Opens] = []
        for page in range(person.pages):
            listed += ask(week, view=WEEK.of(f"{MEMBER}{row.id}", page)).rows
        stands = figure(row.figures, "team-open")
        assert stands is not None
        assert stands.sum is not None
        assert (len(listed), sum_of(listed)) == (stands.count, stands.sum.amount)
        contacts = ask(week, view=ReportView.read(person.choices[0].view))
        done = figure(row.figures, "team-contacts")
        total = figure(contacts.lines, "effort-total")
        assert done is not None
        assert total is not None
        assert (total.count, contacts.back) == (done.count, str(WEEK.of(f"{MEMBER}{row.id}")))
        assert ask(week, view=ReportView.read(person.choices[1].view)).member is not None


def sum_of(rows: list[Opens]) -> Decimal:
    return sum((each.figures[0].sum.amount for each in rows if each.figures[0].sum), Decimal(0))


def test_what_is_expected_of_each_is_what_the_forecast_says(week: House) -> None:
    people = ask(week, view=first_view(Asked.FORECAST, TODAY, PEOPLE))
    expected = {row.name: figure(row.figures, "expected-of") for row in people.rows}
    for row in ask(week).rows:
        here, there = figure(row.figures, "team-weighted"), expected.get(row.name)
        assert here is not None
        assert here.sum is not None
        assert here.sum.amount == (there.sum.amount if there and there.sum else 0)


def test_the_deals_of_who_has_left_want_handing_over(week: House) -> None:
    with week.work() as work:
        put(work.session, week.member(work, "Tadas"), {"left_at": NOW})
    whole = ask(week)
    assert figure(of(whole, "Tadas"), "team-left") is not None
    with week.work() as work:
        put(work.session, week.member(work, "Rūta"), {"left_at": NOW})
    assert "Rūta" not in {row.name for row in ask(week).rows}, "who has nothing is gone"


def test_a_manager_sees_the_own_team_and_a_salesperson_none(week: House) -> None:
    assert {row.name for row in ask(week, "Aistė").rows} == {"Mantas", "Rūta"}
    with pytest.raises(NotFound):
        ask(week, "Aistė", WEEK.of(f"{MEMBER}{week.ids['Tadas']}"))
    with week.work() as work, pytest.raises(NotAllowed):
        answer(work, week.member(work, "Mantas"), Asked.TEAM, 501)


def test_an_empty_team_is_told_truly(house: House) -> None:
    with house.work() as work:
        for name in ("Mantas", "Rūta", "Tadas"):
            put(work.session, work.session.get_one(Member, house.ids[name]), {"left_at": NOW})
    whole = ask(house)
    assert whole.rows == []
    assert [(each.key, each.count) for each in whole.lines[:2]] == [("team-contacts", 0), ("team-open", 0)]


def test_the_day_is_a_tap_away(week: House) -> None:
    (today,) = ask(week).choices
    assert ReportView.read(today.view) == replace(WEEK, part=DAY)
    assert WEEK.length is Length.WEEK
    with week.work() as work:
        show(work, week.member(work, "Aistė"), ReportView.read(today.view), 504, edits=7)
        assert isinstance(work.posted[-1].notice, TeamDay)
