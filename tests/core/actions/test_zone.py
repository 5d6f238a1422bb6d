"""A member's own zone: what the bot chose the hour of moves with it, what was agreed keeps its moment."""

from datetime import UTC, date, datetime, time

import pytest

from bot.cities import cities, zone_at
from bot.zones import search
from core.actions import reminders, routines, settings
from core.actions.intent import Intent, Plan
from core.errors import NoLongerApplies
from core.model import NextStep
from core.notices import OwnSettings
from core.storage import routines as stored
from core.terms import RoutineKind, StepKind
from tests.builders import NOW, House
from tests.telling import Story

WEDNESDAY = date(2026, 11, 25)


def booked(house: House, at: time) -> int:
    company = house.company(f"UAB {at}")
    plans = [Plan(kind=StepKind.CALL, on=WEDNESDAY, at=at)]
    step = house.log(Intent(text="", said_at=NOW, company_id=company, plans=plans)).steps[0].id
    with house.work() as work:
        routines.settle(work)
        reminders.plan(work)
    return step


def test_an_agreed_hour_stays_the_same_moment_and_is_shown_by_the_new_clock(house: House) -> None:
    step_id = booked(house, time(10))
    before = house.load(NextStep, step_id)
    shown = Story(house).sees(OwnSettings, settings.set_zone, "Europe/London", 501, 1)
    assert (shown.zone, shown.shown_anew) == ("Europe/London", 1)
    after = house.load(NextStep, step_id)
    assert (after.due_at, after.due_on, after.due_time) == (before.due_at, WEDNESDAY, time(8))


def test_where_the_new_clock_shows_another_day_the_agenda_has_it_on_that_day(house: House) -> None:
    step_id = booked(house, time(6))
    Story(house).sees(OwnSettings, settings.set_zone, "America/New_York", 501, 1)
    after = house.load(NextStep, step_id)
    assert (after.due_on, after.remind_on, after.due_time) == (
        date(2026, 11, 24),
        date(2026, 11, 24),
        time(23),
    )


def test_the_agenda_comes_at_eight_of_the_new_zone(house: House) -> None:
    booked(house, time(10))
    Story(house).sees(OwnSettings, settings.set_zone, "Europe/London", 501, 1)
    with house.work() as work:
        agenda = stored.routines_of(work.session, house.member(work, "Mantas"))[RoutineKind.AGENDA]
        assert agenda.due_at == datetime(2026, 11, 25, 8, tzinfo=UTC)


def test_a_reminder_comes_once_at_its_moment_after_a_move(house: House) -> None:
    booked(house, time(10))
    Story(house).sees(OwnSettings, settings.set_zone, "Europe/London", 501, 1)
    told = []
    for moment in (datetime(2026, 11, 25, 8, tzinfo=UTC), datetime(2026, 11, 25, 10, tzinfo=UTC)):
        with house.work(moment) as work:
            reminders.plan(work)
            reminders.remind(work)
            told.append([each.notice for each in work.posted])
    assert [len(each) for each in told] == [1, 0]


def test_an_unknown_zone_is_refused(house: House) -> None:
    for zone in ("", "Europe/Kaunas", "../etc/passwd"):
        with pytest.raises(NoLongerApplies):
            Story(house).sees(OwnSettings, settings.set_zone, zone, 501, 1)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Londone", "Europe/London"),
        ("Varšuvoje", "Europe/Warsaw"),
        ("varsuva", "Europe/Warsaw"),
        ("in Warsaw", "Europe/Warsaw"),
        ("Lenkija", "Europe/Warsaw"),
        ("New York", "America/New_York"),
        ("Latvijoje", "Europe/Riga"),
        ("Dubai", "Asia/Dubai"),
        ("Kaunas", "Europe/Vilnius"),
        ("Klaipėdoje", "Europe/Vilnius"),
        ("Palanga", "Europe/Vilnius"),
        ("į Daugpilį", "Europe/Riga"),
        ("Manchester", "Europe/London"),
        ("Mančesteryje", "Europe/London"),
        ("Cologne", "Europe/Berlin"),
        ("Miunchene", "Europe/Berlin"),
        ("Krokuvoje", "Europe/Warsaw"),
        ("Cracow", "Europe/Warsaw"),
        ("Roterdame", "Europe/Amsterdam"),
        ("Göteborg", "Europe/Stockholm"),
        ("Barselonoje", "Europe/Madrid"),
        ("San Franciske", "America/Los_Angeles"),
    ],
)
def test_a_zone_is_found_by_its_city_or_country(words: str, zone: str) -> None:
    assert search(words)[0] == zone


@pytest.mark.parametrize("words", ["", "asdf", "ne"])
def test_words_that_name_no_city_find_nothing(words: str) -> None:
    assert search(words) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (54.69, 25.28, "Europe/Vilnius"),
        (54.02, 23.97, "Europe/Vilnius"),  # Druskininkai, where two other clocks are near
        (56.50, 21.01, "Europe/Riga"),
        (54.11, 22.93, "Europe/Warsaw"),
        (53.48, -2.24, "Europe/London"),
        (40.71, -74.0, "America/New_York"),
        (-36.85, 174.76, "Pacific/Auckland"),
        (45.0, -35.0, None),  # far out on the Atlantic
    ],
)
def test_the_zone_of_a_place_is_that_of_the_nearest_city(
    latitude: float, longitude: float, zone: str | None
) -> None:
    assert zone_at(latitude, longitude) == zone


def test_each_city_has_a_zone_a_place_and_names() -> None:
    assert len(cities()) > 3000
    for each in cities():
        assert -90 <= each.latitude <= 90
        assert -180 <= each.longitude <= 180
        assert all(each.names)
