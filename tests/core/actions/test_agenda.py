"""The day's agenda and ticking it off."""

from datetime import date, time, timedelta

import pytest

from core.actions.agenda import tick, today
from core.actions.intent import Intent, Plan
from core.errors import NoLongerApplies, NotFound
from core.model import NextStep
from core.notices import Agenda
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


def test_a_long_agenda_says_how_much_is_hidden(house: House) -> None:
    company = house.company("UAB Statyba")
    for _ in range(20):
        plan(house, company, TODAY)
    with house.work() as work:
        agenda = today(work, house.member(work, "Mantas"))
    assert len(agenda.due) + agenda.hidden == 20


def test_ticking_twice_does_it_once(house: House) -> None:
    step = plan(house, house.company("UAB Statyba"), TODAY)
    with house.work() as work:
        tick(work, house.member(work, "Mantas"), step, "agenda", 501, 1)
        agenda = work.posted[0].notice
    assert isinstance(agenda, Agenda)
    assert (agenda.due, agenda.done_today) == ([], 1)
    assert house.load(NextStep, step).done_at == NOW
    with house.work() as work, pytest.raises(NoLongerApplies):
        tick(work, house.member(work, "Mantas"), step, "agenda", 501, 1)


def test_a_colleague_cannot_tick_my_step(house: House) -> None:
    step = plan(house, house.company("UAB Statyba"), TODAY)
    with house.work() as work, pytest.raises(NotFound):
        tick(work, house.member(work, "Rūta"), step, "agenda", 502, 1)


@pytest.mark.parametrize("clock_change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_step_in_the_hour_of_a_clock_change_has_an_instant(house: House, clock_change: date) -> None:
    company = house.company("UAB Statyba")
    step = house.load(NextStep, plan(house, company, clock_change, time(3, 30)))
    assert step.due_at is not None
    assert step.due_at.utcoffset() == timedelta(0)
    assert (step.due_on, step.due_time) == (clock_change, time(3, 30))
