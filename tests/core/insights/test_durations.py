"""Durations of which some are not over yet."""

import pytest

from core.insights.durations import quantiles


@pytest.mark.parametrize(
    ("stays", "expected"),
    [
        ([], [None, None]),
        ([(5, True)], [5, 5]),
        ([(5, False)], [None, None]),
        ([(1, True), (2, True), (3, True), (4, True)], [2, 4]),
        # 1/4 leave at 1; the one seen up to 2 tells no more; of the 2 left half go at 3: 3/8 stay
        ([(1, True), (2, False), (3, True), (9, False)], [3, None]),
        ([(2, False), (2, True)], [2, None]),
    ],
)
def test_those_who_are_there_still_count_as_long_as_they_were_seen(
    stays: list[tuple[float, bool]], expected: list[float | None]
) -> None:
    assert quantiles(stays, 0.5, 0.9) == expected
    assert quantiles(stays, 0.9, 0.5) == expected[::-1]
