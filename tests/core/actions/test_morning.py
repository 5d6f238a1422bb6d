"""The morning agenda: once, at each member's hour, late only while it helps, and silent about nothing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.actions import absence, routines
from core.actions.intent import Intent, Plan
from core.model import MemberRoutine
from core.notices import Agenda
from core.storage import routines as stored
from core.storage.absences import next_absence
from core.storage.database import Database
from core.storage.ledger import put
from core.storage.members import member_by_id
from core.terms import RoutineKind, StepKind
from tests.builders import NOW, House, build_house
from tests.telling import Story

TUESDAY = date(2026, 11, 24)
WEDNESDAY = TUESDAY + timedelta(days=1)
EIGHT = datetime(2026, 11, 25, 6, tzinfo=UTC)
"""Eight on Wednesday in Vilnius."""


def call(house: House, on: date = WEDNESDAY, by: str = "Mantas", at: time | None = time(10)) -> int:
    company = house.company(f"UAB Statyba {on} {at}")
    plans = [Plan(kind=StepKind.CALL, on=on, at=at)]
    return house.log(Intent(text="", said_at=NOW, company_id=company, plans=plans), by=by).steps[0].id


def told(house: House, now: datetime) -> dict[str, Agenda]:
    """What a round at that moment tells, by the member's name."""
    found: dict[str, Agenda] = {}
    with house.work(now) as work:
        routines.settle(work)
        for routine in stored.due(work.session, now, 100):
            occasion = routines.take(work, routine)
            if occasion is not None and routines.tell(work, routine, occasion):
                notice = work.posted[-1].notice
                found |= {occasion.member.name: notice} if isinstance(notice, Agenda) else {}
    return found


@pytest.fixture
def settled(house: House) -> House:
    assert told(house, NOW) == {}, "on Tuesday at ten nothing is due"
    return house


def test_it_comes_at_eight_to_whom_something_is_planned(settled: House) -> None:
    step = call(settled)
    assert told(settled, EIGHT - timedelta(seconds=1)) == {}
    agendas = told(settled, EIGHT)
    assert [line.id for line in agendas["Mantas"].due] == [step]
    assert agendas.keys() == {"Mantas"}, "the others have nothing planned"


def test_it_comes_once_even_if_the_clock_jumps_back(settled: House) -> None:
    call(settled)
    assert told(settled, EIGHT).keys() == {"Mantas"}
    for moment in (EIGHT, EIGHT + timedelta(hours=1), EIGHT - timedelta(hours=2), EIGHT):
        assert told(settled, moment) == {}


def test_it_comes_late_after_a_downtime_but_not_in_the_afternoon(settled: House) -> None:
    call(settled, by="Mantas", at=time(17))
    assert told(settled, EIGHT + timedelta(hours=4)).keys() == {"Mantas"}


def test_one_that_is_too_late_is_in_the_next_one(settled: House) -> None:
    step = call(settled)
    assert told(settled, EIGHT + timedelta(hours=4, seconds=1)) == {}
    thursday = told(settled, EIGHT + timedelta(days=1))["Mantas"]
    assert [line.id for line in thursday.overdue] == [step]


def test_after_days_of_downtime_one_comes_not_several(settled: House) -> None:
    call(settled)
    assert told(settled, EIGHT + timedelta(days=5)).keys() == {"Mantas"}, "Monday's"
    assert told(settled, EIGHT + timedelta(days=5, hours=1)) == {}


def test_what_was_forgotten_comes_back_once_and_is_then_only_counted(settled: House) -> None:
    first = call(settled)
    assert [line.id for line in told(settled, EIGHT)["Mantas"].due] == [first]
    thursday = told(settled, EIGHT + timedelta(days=1))["Mantas"]
    assert [line.id for line in thursday.overdue] == [first]
    assert told(settled, EIGHT + timedelta(days=2)) == {}, "Friday has nothing new"
    monday = call(settled, on=date(2026, 11, 30))
    agenda = told(settled, EIGHT + timedelta(days=5))["Mantas"]
    assert ([line.id for line in agenda.due], agenda.overdue, agenda.hidden) == ([monday], [], 1)


def test_a_morning_with_much_overdue_has_what_has_an_hour_today(settled: House) -> None:
    late = [call(settled, on=TUESDAY, at=time(hour)) for hour in range(11, 18)]
    ten = call(settled)
    agenda = told(settled, EIGHT)["Mantas"]
    assert [line.id for line in agenda.due] == [ten]
    assert [line.id for line in agenda.overdue] == late[:5]
    assert agenda.hidden == 2


def test_who_is_away_gets_none_and_the_deputy_gets_their_steps(settled: House) -> None:
    step = call(settled)
    story = Story(settled)
    away = story.does(absence.off, "iki pirmadienio", 501)
    assert away is None
    with settled.work() as work:
        by = settled.member(work, "Mantas")
        known = next_absence(work.session, by, TUESDAY)
        assert known is not None
        absence.name_deputy(work, by, known.id, settled.ids["Rūta"], 501, 1)
    agendas = told(settled, EIGHT)
    assert [(line.id, line.owner) for line in agendas["Rūta"].due] == [(step, "Mantas")]
    assert agendas.keys() == {"Rūta"}


def test_after_days_off_a_day_that_we_computed_is_not_late_and_one_that_was_named_is(settled: House) -> None:
    named = call(settled)
    undated = Intent(text="", said_at=NOW, company_id=1, plans=[Plan(kind=StepKind.PROPOSAL)])
    computed = settled.log(undated).steps[0].id
    assert told(settled, EIGHT).keys() == {"Mantas"}
    Story(settled, EIGHT).does(absence.off, "iki pirmadienio", 501)
    assert told(settled, EIGHT + timedelta(days=1)) == {}, "they are away on Thursday"
    monday = told(settled, EIGHT + timedelta(days=5))["Mantas"]
    assert [line.id for line in monday.overdue] == [named]
    assert [line.id for line in monday.due] == [computed]


@pytest.mark.parametrize("gone", [{"left_at": NOW}, {"blocked_at": NOW}])
def test_who_has_left_or_blocked_the_bot_gets_none(settled: House, gone: dict[str, datetime]) -> None:
    call(settled)
    with settled.work() as work:
        put(work.session, settled.member(work, "Mantas"), gone)
    assert told(settled, EIGHT) == {}


def test_it_follows_its_member_into_another_zone(settled: House) -> None:
    call(settled)
    with settled.work() as work:
        put(work.session, settled.member(work, "Mantas"), {"zone": "America/New_York"})
    assert told(settled, EIGHT) == {}
    assert told(settled, datetime(2026, 11, 25, 13, tzinfo=UTC)).keys() == {"Mantas"}, "eight in New York"


def test_a_clock_that_was_a_year_ahead_costs_no_year_without_agendas(settled: House) -> None:
    told(settled, EIGHT + timedelta(days=366))
    call(settled)
    assert told(settled, EIGHT - timedelta(hours=1)) == {}
    assert told(settled, EIGHT).keys() == {"Mantas"}


def test_of_two_processes_that_see_it_due_one_tells_it(settled: House) -> None:
    call(settled)
    with settled.work(EIGHT) as work:
        (routine,) = (
            each
            for each in stored.due(work.session, EIGHT, 100)
            if each.member_id == settled.ids["Mantas"] and each.kind is RoutineKind.AGENDA
        )
        work.session.expunge(routine)
    with settled.work(EIGHT) as work:
        found = work.session.get(MemberRoutine, routine.id)
        assert found is not None
        assert routines.take(work, found) is not None
    with settled.work(EIGHT) as work:
        assert member_by_id(work.session, routine.member_id) is not None
        assert routines.take(work, routine) is None, "what the other process saw is not true any more"


def test_on_postgresql_a_second_process_is_not_held_up_by_the_first(postgresql_url: str) -> None:
    house = build_house(Database(postgresql_url))
    told(house, NOW)
    call(house)
    with house.work(EIGHT) as first, house.work(EIGHT) as second:
        assert {routine.member_id for routine in stored.due(first.session, EIGHT, 3)} <= set(
            house.ids.values()
        )
        others = stored.due(second.session, EIGHT, 100)
        assert len(others) == 2, "three of five are the first one's"
    house.database.close()
