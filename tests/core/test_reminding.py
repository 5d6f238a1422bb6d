"""When something is reminded of: lead times, quiet hours and snoozing."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reminding import Peace, remind_at

ZONE = ZoneInfo("Europe/Vilnius")
NIGHT = Peace(ZONE, time(20), time(7, 30))


def local(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("due", "lead_min", "booked", "peace", "expected"),
    [
        ("11-27 10:00", 0, "11-24 09:00", Peace(ZONE), "11-27 10:00"),
        ("11-27 13:00", 60, "11-24 09:00", Peace(ZONE), "11-27 12:00"),
        (
            "11-27 13:00",
            60,
            "11-27 12:30",
            Peace(ZONE),
            "11-27 12:45",
        ),  # half of what is left
        ("11-27 13:00", 60, "11-27 13:30", Peace(ZONE), "11-27 13:00"),
        ("11-27 23:00", 0, "11-24 09:00", NIGHT, "11-27 23:00"),  # a named time is never moved
        ("11-27 08:00", 60, "11-24 09:00", NIGHT, "11-27 07:30"),  # the moment that we chose is
        ("11-27 07:15", 60, "11-24 09:00", NIGHT, "11-27 06:15"),  # not beyond the named time
        ("11-27 12:30", 60, "11-24 09:00", Peace(ZONE, time(11), time(12)), "11-27 12:00"),
        ("03-29 05:00", 60, "03-24 09:00", Peace(ZONE, time(0), time(3, 30)), "03-29 04:00"),
    ],
)
def test_a_reminder_comes_at(due: str, lead_min: int, booked: str, peace: Peace, expected: str) -> None:
    moment = remind_at(local(due), timedelta(minutes=lead_min), local(booked), peace)
    assert moment.astimezone(ZONE).replace(tzinfo=None) == local(expected).replace(tzinfo=None)


def test_a_snooze_moves_what_is_due_before_its_end_and_nothing_else() -> None:
    peace = Peace(ZONE, snoozed_until=local("11-27 14:00"))
    booked = local("11-24 09:00")
    moments = [remind_at(local(f"11-27 {hour}:00"), timedelta(), booked, peace) for hour in (10, 15)]
    assert moments == [local("11-27 14:00"), local("11-27 15:00")]


@given(st.integers(0, 10_000), st.integers(0, 1440), st.times(), st.times())
def test_a_reminder_never_comes_after_the_time_that_it_reminds_of(
    ahead_min: int, lead_min: int, quiet_from: time, quiet_to: time
) -> None:
    booked = local("10-20 09:00")
    due = booked + timedelta(minutes=ahead_min)
    moment = remind_at(due, timedelta(minutes=lead_min), booked, Peace(ZONE, quiet_from, quiet_to))
    assert booked <= moment <= due
