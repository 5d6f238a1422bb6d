"""Dates as files write them; day and month are told from the whole column."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from core.exchange.dates import DateSurvey, Order, parse_clock, parse_date

VILNIUS = ZoneInfo("Europe/Vilnius")

ALONE = [
    ("2026-12-05", date(2026, 12, 5)),
    ("2026.12.05", date(2026, 12, 5)),
    ("2026/12/5", date(2026, 12, 5)),
    ("2026 12 05", date(2026, 12, 5)),
    ("2026. 12. 05.", date(2026, 12, 5)),
    ("20261205", date(2026, 12, 5)),
    ("05.12.2026", date(2026, 12, 5)),
    ("5-12-26", date(2026, 12, 5)),
    ("13/02/2026", date(2026, 2, 13)),
    ("02/13/2026", date(2026, 2, 13)),
    ("2026 m. gruodžio 5 d.", date(2026, 12, 5)),
    ("5 Dec 2026", date(2026, 12, 5)),
    ("Dec 5th, 2026", date(2026, 12, 5)),
    ("December 5, 2026", date(2026, 12, 5)),
    ("46361", date(2026, 12, 5)),
]


@pytest.mark.parametrize(("cell", "expected"), ALONE)
def test_a_date_is_read(cell: str, expected: date) -> None:
    survey = DateSurvey()
    survey.see(cell)
    assert parse_date(cell, survey.order).on == expected


@pytest.mark.parametrize(
    ("cells", "order", "told"),
    [
        ("03/04/2026|13/04/2026", Order.DAY_FIRST, True),
        ("03/04/2026|04/13/2026", Order.MONTH_FIRST, True),
        ("03/04/2026|04/05/2026", Order.MONTH_FIRST, False),
        ("03.04.2026|04.05.2026", Order.DAY_FIRST, False),
        ("2026-04-03", Order.DAY_FIRST, True),
    ],
)
def test_the_order_is_told_from_the_whole_column(cells: str, order: Order, told: bool) -> None:
    survey = DateSurvey()
    for cell in cells.split("|"):
        survey.see(cell)
    assert (survey.order, survey.is_told) == (order, told)


def test_clock_times_are_local_unless_they_name_their_zone() -> None:
    local = parse_date("2026-12-05 10:30", Order.DAY_FIRST)
    assert (local.clock, local.instant(VILNIUS)) == (time(10, 30), datetime(2026, 12, 5, 8, 30, tzinfo=UTC))
    named = parse_date("2026-12-05T10:30:00Z", Order.DAY_FIRST)
    assert named.instant(VILNIUS) == datetime(2026, 12, 5, 10, 30, tzinfo=UTC)
    half = parse_date("12/5/2026 3:05 PM", Order.MONTH_FIRST)
    assert (half.on, half.clock) == (date(2026, 12, 5), time(15, 5))


def test_a_spreadsheets_number_keeps_its_clock_time() -> None:
    moment = parse_date("46361.4375", Order.DAY_FIRST)
    assert (moment.on, moment.clock) == (date(2026, 12, 5), time(10, 30))


@pytest.mark.parametrize(
    ("cell", "expected"), [("9:05", time(9, 5)), ("14:30:00", time(14, 30)), ("2:30 PM", time(14, 30))]
)
def test_a_time_of_day_of_its_own_is_read(cell: str, expected: time) -> None:
    assert parse_clock(cell) == expected


def test_as_many_dates_of_each_order_contradict_each_other() -> None:
    survey = DateSurvey()
    for cell in ("13/04/2026", "04/13/2026"):
        survey.see(cell)
    assert (survey.is_contradictory, survey.is_told) == (True, False)


def test_a_date_without_a_clock_time_is_noon() -> None:
    noon = parse_date("2026-12-05", Order.DAY_FIRST).instant(VILNIUS)
    assert noon.astimezone(VILNIUS).hour == 12


@pytest.mark.parametrize(
    "cell", ["", "soon", "2026-02-30", "31/12", "13/13/2026", "1026-01-01", "2026-1", "99999999"]
)
def test_what_is_no_date_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        parse_date(cell, Order.DAY_FIRST)
