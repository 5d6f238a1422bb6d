"""The agenda of a day and a week."""

from datetime import date, time, timedelta

import pytest

from core.actions.agenda import PAGE, today
from core.actions.agenda import show_week as post_week
from core.actions.intent import Intent, Plan
from core.model import Absence, NextStep
from core.notices import Week
from core.storage.ledger import Ledger
from core.terms import StepKind
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)


def plan(house: House, company: int, on: date | None, at: time | None = None, by: str = "Mantas") -> int:
    intent = Intent(text="", said_at=NOW, company_id=company, plans=[Plan(kind=StepKind.CALL, on=on, at=at)])
    return house.log(intent, by=by).steps[0].id


def test_the_agenda_has_overdue_first_and_then_the_day_by_time(house: House) -> None:
    company = house.company("UAB Statyba")
    late = plan(house, company, TODAY - timedelta(days=1))
    untimed = plan(house, company, TODAY)
    afternoon = plan(house, company, TODAY, time(14))
    morning = plan(house, company, TODAY, time(9))
    plan(house, company, TODAY + timedelta(days=1))
    plan(house, company, TODAY, by="Rūta")
    with house.work() as work:
        agenda = today(work, house.member(work, "Mantas"))
    assert [line.id for line in agenda.overdue] == [late]
    assert [line.id for line in agenda.due] == [morning, afternoon, untimed]
    assert agenda.due[0].company == "UAB Statyba"


def test_what_is_overdue_does_not_hide_what_has_an_hour_today(house: House) -> None:
    company = house.company("UAB Statyba")
    late = [plan(house, company, TODAY - timedelta(days=2)) for _ in range(PAGE)]
    hours = [plan(house, company, TODAY, time(hour)) for hour in (14, 9)]
    with house.work() as work:
        pages = [today(work, house.member(work, "Mantas"), page) for page in (0, 1)]
    assert [line.id for line in pages[0].overdue] == late[: PAGE - 2]
    assert [line.id for line in pages[0].due] == hours[::-1]
    assert [line.id for line in pages[1].overdue] == late[PAGE - 2 :]


def test_a_long_agenda_has_pages_and_one_beyond_the_last_is_the_last(house: House) -> None:
    company = house.company("UAB Statyba")
    for _ in range(PAGE + 2):
        plan(house, company, TODAY)
    with house.work() as work:
        agenda = today(work, house.member(work, "Mantas"), page=7)
    assert (agenda.page, agenda.pages, len(agenda.due)) == (1, 2, 2)


def test_the_week_has_seven_days_from_today(house: House) -> None:
    company = house.company("UAB Statyba")
    days = [TODAY + timedelta(days=ahead) for ahead in (-1, 0, 6, 7)]
    steps = [plan(house, company, day) for day in days]
    with house.work() as work:
        post_week(work, house.member(work, "Mantas"), 501)
        week = work.posted[0].notice
    assert isinstance(week, Week)
    assert [line.id for line in week.steps] == steps[1:3]


def away(house: House, starts: date, ends: date) -> None:
    with house.work() as work:
        ledger = Ledger.begin(work.session, "off", work.now)
        values = {
            "member_id": house.ids["Rūta"],
            "starts_on": starts,
            "ends_on": ends,
            "created_at": work.now,
            "deputy_id": house.ids["Mantas"],
        }
        ledger.create(Absence, values)
        ledger.close()


@pytest.mark.parametrize(("starts", "shown"), [(0, True), (-3, True), (-7, False), (1, False)])
def test_a_deputy_sees_the_absent_colleagues_steps_under_their_name(
    house: House, starts: int, shown: bool
) -> None:
    step = plan(house, house.company("UAB Statyba"), TODAY, by="Rūta")
    begins = TODAY + timedelta(days=starts)
    away(house, begins, begins + timedelta(days=7))
    with house.work() as work:
        agenda = today(work, house.member(work, "Mantas"))
    assert [(line.id, line.owner) for line in agenda.due] == ([(step, "Rūta")] if shown else [])


@pytest.mark.parametrize("clock_change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_step_in_the_hour_of_a_clock_change_has_an_instant(house: House, clock_change: date) -> None:
    company = house.company("UAB Statyba")
    step = house.load(NextStep, plan(house, company, clock_change, time(3, 30)))
    assert step.due_at is not None
    assert step.due_at.utcoffset() == timedelta(0)
    assert (step.due_on, step.due_time) == (clock_change, time(3, 30))
