"""How many people a target takes, by hand and whatever the months were."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.insights.capacity import LEVEL, RAMP, Month, Part, need, newcomers, ramp

EURO = 10_000

MONTHS = st.lists(
    st.builds(Month, st.integers(0, 50_000), st.integers(0, 9), st.integers(0, 10**9), st.integers(0, 9)),
    max_size=8,
)


def test_minutes_needed_are_those_of_a_won_deal_for_each_still_to_be_won() -> None:
    months = [Month(6_000, 2, 3_000 * EURO, 2), Month(4_000, 2, 1_000 * EURO, 1), Month(2_000)]
    # 12,000 minutes for four wins are 3,000 each; of 4,000 € for three with an amount 12,000 € take nine
    found = need([Part(months, 12_000 * EURO)], 4_500)
    assert (found.minutes, found.people) == (27_000, 6.0)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 6 < found.high


def test_pipelines_add_up_and_one_without_a_target_leaves_it_open() -> None:
    one, other = [Month(1_000, 1, 100 * EURO, 1)] * 4, [Month(500, 1, 100 * EURO, 1)] * 4
    both = need([Part(one, 400 * EURO), Part(other, 400 * EURO)], 1_000)
    assert (both.minutes, both.people, both.low, both.high) == (6_000, 6, 6, 6)
    assert need([Part(one, 400 * EURO), Part(other, None)], 1_000).people is None
    assert need([Part(one, 400 * EURO), Part(other, -5 * EURO)], 1_000).people == 4


@pytest.mark.parametrize(
    ("parts", "per_person"),
    [
        ([], 100.0),
        ([Part([], 100)], 100.0),
        ([Part([Month(500)], 100)], 100.0),  # nothing won
        ([Part([Month(500, 1)], 100)], 100.0),  # won without an amount
        ([Part([Month(500, 1, 100, 1)], 100)], None),
    ],
)
def test_what_is_not_known_is_not_made_up(parts: Sequence[Part], per_person: float | None) -> None:
    assert need(parts, per_person).people is None


def test_two_months_show_no_range() -> None:
    found = need([Part([Month(10, 1, 10, 1), Month(20, 1, 10, 1)], 100)], 10)
    assert (found.people, found.low, found.high) == (15.0, None, None)


@given(MONTHS, st.integers(0, 10**9), st.floats(1, 10**5))
def test_more_to_win_never_takes_fewer_people(months: list[Month], gap: int, per_person: float) -> None:
    less, more = need([Part(months, gap)], per_person), need([Part(months, gap * 2)], per_person)
    if less.people is None or more.people is None:
        assert gap == 0 or less.people is more.people is None
        return
    assert more.people == pytest.approx(2 * less.people)
    assert need([Part(months, gap)], per_person * 2).people == pytest.approx(less.people / 2)
    if less.low is not None and less.high is not None:
        assert 0 <= less.low <= less.high


def test_newcomers_bring_what_those_before_them_brought() -> None:
    level = dict.fromkeys(range(RAMP + 1, LEVEL + 1), 100)
    assert ramp([{1: 0, 2: 50, 3: 25, 4: 120, 5: 100, 6: 100} | level]) == [0, 0.5, 0.5, 1, 1, 1]
    assert ramp([{3: 100} | level, level]) == [0, 0, 0.5, 0.5, 0.5, 0.5]
    assert ramp([]) is None
    assert ramp([{1: 100}]) is None


def test_the_shorter_the_time_the_more_newcomers_it_takes() -> None:
    shares = [0.0, 0.5, 1.0, 1.0, 1.0, 1.0]
    assert newcomers(3, 2, shares) == 12
    assert newcomers(3, 4, shares) == pytest.approx(4.8)
    assert newcomers(3, 0.5, shares) == 3  # they bring nothing in half a month: nobody can make up for it
    assert newcomers(3, 120, shares) == pytest.approx(3, rel=0.02)
