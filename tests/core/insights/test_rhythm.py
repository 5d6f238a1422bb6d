"""The rhythm of a team: what comes again in each month and quarter, and nothing else."""

from datetime import date, timedelta

import pytest

from core.history import DAY
from core.insights.rhythm import EPOCH, rhythm_of

FIRST = date(2024, 1, 1)
DAYS = [FIRST + timedelta(days=day) for day in range(731)]
NOW = (DAYS[-1] - EPOCH).days * DAY


def closings(per_day: list[int]) -> list[float]:
    return [
        (day - EPOCH).days * DAY + 3_600.0
        for day, count in zip(DAYS, per_day, strict=True)
        for _ in range(count)
    ]


def test_where_all_days_are_alike_time_is_plain() -> None:
    rhythm = rhythm_of(closings([2] * len(DAYS)), NOW, 0)
    assert rhythm.weights == ()
    assert rhythm.at(NOW) - rhythm.at(NOW - 30 * DAY) == pytest.approx(30)


def test_growth_is_no_rhythm() -> None:
    rhythm = rhythm_of(closings([1 + day // 90 for day in range(len(DAYS))]), NOW, 0)  # to ninefold
    assert all(0.95 < weight < 1.05 for weight in rhythm.weights)


def test_the_busy_last_month_of_a_quarter_is_longer() -> None:
    rhythm = rhythm_of(closings([6 if day.month % 3 == 0 else 1 for day in DAYS]), NOW, 0)

    def length(month: int) -> float:
        begin, end = (date(2025, each, 1) - EPOCH for each in (month, month + 1))
        return rhythm.at(end.days * DAY) - rhythm.at(begin.days * DAY)

    assert length(6) > 2.5 * length(5)
    assert length(5) == pytest.approx(length(4), rel=0.15)
