"""When routines are due: local times around clock changes, free days, month ends, other zones."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.local_time import instant_of
from core.routines import ROUTINES, Days, Routine, last_due, next_due
from core.terms import RoutineKind

VILNIUS = "Europe/Vilnius"
AGENDA = ROUTINES[RoutineKind.AGENDA]


def routine(days: Days, weekday: int = 0) -> Routine:
    return Routine(days, time(8), timedelta(hours=4), weekday)


@pytest.mark.parametrize(
    ("zone", "local", "instant"),
    [
        (VILNIUS, "2026-11-27 08:00", "2026-11-27 06:00"),
        (VILNIUS, "2026-03-29 02:59", "2026-03-29 00:59"),
        (VILNIUS, "2026-03-29 03:00", "2026-03-29 01:00"),  # does not exist: 04:00 is the next that does
        (VILNIUS, "2026-03-29 03:30", "2026-03-29 01:00"),
        (VILNIUS, "2026-03-29 04:00", "2026-03-29 01:00"),
        (VILNIUS, "2026-03-29 04:01", "2026-03-29 01:01"),
        (VILNIUS, "2026-10-25 03:30", "2026-10-25 00:30"),  # comes twice: the first
        (VILNIUS, "2026-10-25 04:00", "2026-10-25 02:00"),
        ("America/New_York", "2026-03-08 02:30", "2026-03-08 07:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),  # half an hour is skipped
        ("Pacific/Apia", "2011-12-30 08:00", "2011-12-30 10:00"),  # a whole day is skipped
        ("Asia/Kolkata", "2028-02-29 08:00", "2028-02-29 02:30"),
    ],
)
def test_a_local_time_has_one_instant(zone: str, local: str, instant: str) -> None:
    moment = datetime.fromisoformat(local)
    expected = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert instant_of(moment.date(), moment.time(), ZoneInfo(zone)) == expected


@pytest.mark.parametrize(
    ("plan", "after", "expected"),
    [
        (routine(Days.WORKING), "2026-11-27 07:59", "2026-11-27 08:00"),
        (routine(Days.WORKING), "2026-11-27 08:00", "2026-11-30 08:00"),  # at eight it is Monday's turn
        (routine(Days.WORKING), "2026-12-23 09:00", "2026-12-28 08:00"),  # Christmas and a weekend
        (routine(Days.WORKING), "2028-02-28 09:00", "2028-02-29 08:00"),
        (routine(Days.WEEKLY), "2026-11-27 09:00", "2026-11-30 08:00"),
        (routine(Days.WEEKLY), "2026-04-03 09:00", "2026-04-07 08:00"),  # Easter Monday
        (routine(Days.WEEKLY), "2026-04-07 08:00", "2026-04-13 08:00"),
        (routine(Days.LAST_OF_WEEK, 4), "2026-12-21 09:00", "2026-12-23 08:00"),  # 24 to 26 December
        (routine(Days.LAST_OF_WEEK, 4), "2026-12-23 08:00", "2026-12-31 08:00"),  # 1 January is a Friday
        (routine(Days.MONTHLY), "2026-12-01 09:00", "2027-01-04 08:00"),
        (routine(Days.MONTHLY), "2027-01-31 09:00", "2027-02-01 08:00"),
        (routine(Days.MONTHLY), "2028-01-31 09:00", "2028-02-01 08:00"),
        (routine(Days.QUARTERLY), "2026-10-02 09:00", "2027-01-04 08:00"),
        (routine(Days.QUARTERLY), "2027-01-04 07:00", "2027-01-04 08:00"),
        (routine(Days.QUARTERLY), "2027-02-28 07:00", "2027-04-01 08:00"),
    ],
)
def test_a_routine_comes_next(plan: Routine, after: str, expected: str) -> None:
    zone = ZoneInfo(VILNIUS)
    moment = datetime.fromisoformat(after).replace(tzinfo=zone)
    due = next_due(plan, time(8), moment, zone, "LT").astimezone(zone)
    assert due.replace(tzinfo=None).isoformat(" ", "minutes") == expected


def test_the_country_says_which_days_are_free() -> None:
    after = datetime(2026, 7, 3, 12, tzinfo=UTC)
    zone = ZoneInfo(VILNIUS)
    lithuanian = next_due(AGENDA, time(8), after, zone, "LT").astimezone(zone).date()
    polish = next_due(AGENDA, time(8), after, zone, "PL").astimezone(zone).date()
    assert (lithuanian, polish) == (date(2026, 7, 7), date(2026, 7, 6)), "6 July is Statehood Day"


ZONES = ("Europe/Vilnius", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")


@given(
    st.sampled_from(Days),
    st.times(),
    st.integers(0, 6 * 365 * 24 * 60),
    st.sampled_from(ZONES),
)
def test_every_occasion_comes_after_the_one_before_and_has_its_own_day(
    days: Days, at: time, minutes: int, zone: str
) -> None:
    place, plan = ZoneInfo(zone), routine(days, weekday=4)
    after = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    first = next_due(plan, at, after, place, "LT")
    second = next_due(plan, at, first, place, "LT")
    assert after < first < second
    assert first.astimezone(place).date() < second.astimezone(place).date()
    assert next_due(plan, at, first - timedelta(seconds=1), place, "LT") == first


@pytest.mark.parametrize(
    ("now", "last"),
    [
        ("2026-11-23 08:00", "2026-11-23 08:00"),
        ("2026-11-23 23:00", "2026-11-23 08:00"),
        ("2026-11-25 07:59", "2026-11-24 08:00"),
        ("2026-11-29 12:00", "2026-11-27 08:00"),
        ("2031-11-26 12:00", "2031-11-26 08:00"),
    ],
)
def test_of_what_was_missed_only_the_last_may_be_told(now: str, last: str) -> None:
    zone = ZoneInfo(VILNIUS)
    due = datetime(2026, 11, 23, 8, tzinfo=zone)
    moment = datetime.fromisoformat(now).replace(tzinfo=zone)
    found = last_due(AGENDA, time(8), due, moment, zone, "LT").astimezone(zone)
    assert found.replace(tzinfo=None).isoformat(" ", "minutes") == last
