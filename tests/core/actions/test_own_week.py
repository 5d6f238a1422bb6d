"""A salesperson's own week: on Friday, once, frozen, with what they did and what comes."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions import routines, settings
from core.actions.digest import own_week
from core.actions.intent import Intent, Plan
from core.notices import Agenda, Notice, OwnWeek, Sum
from core.notices.digest import Bright
from core.storage import routines as stored
from core.terms import StepKind
from tests.builders import NOW, House
from tests.telling import Story

FRIDAY = datetime(2026, 11, 27, 13, tzinfo=UTC)
"""Three on Friday in Vilnius."""

MONDAY = date(2026, 11, 23)


def told(house: House, now: datetime) -> list[Notice]:
    """What a round at that moment posts for Mantas."""
    with house.work(now) as work:
        routines.settle(work)
        for routine in stored.due(work.session, now, 100):
            occasion = routines.take(work, routine)
            if occasion is not None:
                routines.tell(work, routine, occasion)
        return [each.notice for each in work.posted if each.chat_id == 501]


def weeks(notices: list[Notice]) -> list[OwnWeek]:
    return [each for each in notices if isinstance(each, OwnWeek)]


def plan(house: House, on: date, kind: StepKind = StepKind.CALL) -> int:
    plans = [Plan(kind=kind, on=on)]
    return house.log(Intent(text="", said_at=NOW, company_id=1, plans=plans)).steps[0].id


@pytest.fixture
def office(house: House) -> House:
    """Mantas has won one deal, moved another, been in touch twice, and planned the next week."""
    assert told(house, NOW) == []
    statyba = house.company("UAB Statyba")
    amount: dict[str, Any] = {"amount": Decimal(12000), "currency": "EUR"}
    house.deal(statyba, "Fasadas", stage="Laimėta", closed_on=date(2026, 11, 25), **amount)
    house.deal(statyba, "Rūtos", owner="Rūta", stage="Laimėta", closed_on=date(2026, 11, 25), **amount)
    house.contact(date(2026, 11, 24), "visit")
    house.contact(date(2026, 11, 25))
    house.contact(date(2026, 11, 25), by="Rūta")
    plan(house, date(2026, 12, 1))
    return house


def test_it_comes_on_friday_with_what_is_ones_own(office: House) -> None:
    told(office, FRIDAY - timedelta(hours=7))
    (week,) = weeks(told(office, FRIDAY))
    assert (week.start, week.contacts, week.visits) == (MONDAY, 2, 1)
    assert (week.won.count, week.won.sum) == (1, Sum(Decimal(12000), "EUR"))
    assert (week.ahead_count, [line.on for line in week.ahead]) == (1, [date(2026, 12, 1)])
    assert weeks(told(office, FRIDAY + timedelta(minutes=1))) == []


def test_it_stays_as_it_was_told(office: House) -> None:
    (week,) = weeks(told(office, FRIDAY))
    office.contact(date(2026, 11, 27), created_at=FRIDAY)
    story = Story(office, now=FRIDAY + timedelta(hours=1))
    assert story.sees(OwnWeek, own_week.answer, 501) == week


def test_after_a_short_downtime_it_comes_late_and_after_a_long_one_with_mondays_agenda(office: House) -> None:
    assert weeks(told(office, FRIDAY + timedelta(hours=4)))
    office.contact(date(2026, 12, 1))
    late = datetime(2026, 12, 5, 8, tzinfo=UTC)
    assert told(office, late) == [], "on Saturday of the week after nobody is disturbed"
    (agenda,) = (
        each for each in told(office, datetime(2026, 12, 7, 6, tzinfo=UTC)) if isinstance(each, Agenda)
    )
    assert [(line.what, line.start) for line in agenda.held] == [("own-week", date(2026, 11, 30))]


def test_what_is_to_tidy_is_behind_its_button_and_no_message_of_its_own(office: House) -> None:
    office.deal(1, "Senas", expected_close_on=date(2026, 11, 20))
    told(office, FRIDAY - timedelta(hours=7))
    (week,) = told(office, FRIDAY)
    assert isinstance(week, OwnWeek)
    assert week.to_tidy == 1


def test_it_can_be_turned_off(office: House) -> None:
    Story(office).sees(Notice, settings.set_routine, "week", None, 501, 1)
    assert weeks(told(office, FRIDAY)) == []


def test_a_week_with_nothing_in_it_is_not_told(house: House) -> None:
    assert told(house, NOW) == []
    assert told(house, FRIDAY) == []


@pytest.mark.parametrize(("earlier", "bright"), [(5000, Bright.LARGEST), (20000, None)])
def test_the_largest_win_is_said_to_be_it_where_it_is(
    office: House, earlier: int, bright: Bright | None
) -> None:
    amount: dict[str, Any] = {"amount": Decimal(earlier), "currency": "EUR"}
    office.deal(1, "Stogas", stage="Laimėta", closed_on=date(2026, 10, 1), **amount)
    (week,) = weeks(told(office, FRIDAY))
    assert week.bright is bright


def test_a_busy_week_is_said_to_be_one_beside_weeks_that_were_not(office: House) -> None:
    for back in range(1, 6):
        office.contact(MONDAY - timedelta(weeks=back))
    for _ in range(4):
        office.contact(date(2026, 11, 26))
    (week,) = weeks(told(office, FRIDAY))
    assert (week.bright, week.bright_count) == (Bright.BUSIEST, 8)


def test_it_comes_at_the_hour_that_was_chosen(office: House) -> None:
    Story(office).sees(Notice, settings.set_routine, "week", time(16), 501, 1)
    assert weeks(told(office, FRIDAY)) == []
    assert weeks(told(office, FRIDAY + timedelta(hours=1)))
