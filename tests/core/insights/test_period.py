"""Periods and the words that name them."""

from datetime import date

import pytest

from core.insights.period import Span, parse


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 4, 1)),
        ("2026-q4", date(2026, 10, 1), date(2027, 1, 1)),
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("2026-W01", date(2025, 12, 29), date(2026, 1, 5)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 4)),
        ("2026-10-01..2026-12-15", date(2026, 10, 1), date(2026, 12, 15)),
    ],
)
def test_a_period_is_half_open(text: str, start: date, end: date) -> None:
    assert parse(text) == Span(start, end)
    assert start in parse(text)
    assert end not in parse(text)


@pytest.mark.parametrize(
    "text", ["", "2026-Q5", "2026-13", "2025-W53", "0000", "2026-1", "2026-02-01..2026-02-01"]
)
def test_what_names_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)
