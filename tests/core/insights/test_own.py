"""When the range around one's own expected sum is worth telling."""

from decimal import Decimal

import pytest

from core.insights.own import range_tells


@pytest.mark.parametrize(
    ("low", "expected", "high", "is_told"),
    [
        ("7000.50", "9000.10", "12000", True),
        ("0", "9000", "12000", False),
        ("7000", "12000.30", "12000.30", False),
        ("7000", "11999.60", "12000.30", False),
        ("9000", "9000", "12000", False),
        ("9000", "9000", "9000", True),
        ("0", "0", "0", True),
    ],
    ids=["inside", "anything may happen", "the top", "the top once rounded", "the foot", "sure", "nothing"],
)
def test_a_range_is_told_where_what_is_expected_lies_inside_of_it(
    low: str, expected: str, high: str, is_told: bool
) -> None:
    assert range_tells(Decimal(low), Decimal(expected), Decimal(high)) is is_told


def test_a_thin_history_has_no_range() -> None:
    assert not range_tells(None, Decimal(9000), None)
