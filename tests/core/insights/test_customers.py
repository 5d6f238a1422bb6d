"""Which customers are new, active, dormant and lost, by hand and whatever they did."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.insights.customers import Bought, Elsewhere, State, customers
from core.insights.dormant import Silence, silence
from core.insights.period import Span

TODAY = date(2026, 11, 24)
SPAN = Span(date(2026, 10, 1), date(2027, 1, 1))


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=each) for each in days]


@pytest.mark.parametrize(
    ("days", "dormant"),
    [
        ([], False),
        ([400], False),  # one contact is no habit
        ([120, 60], False),  # silent for 60 days, not for more
        ([121, 61], False),  # 61 days, but three gaps of 60 are 180
        ([81, 71, 61], True),  # more than 60 and more than three gaps of 10
        ([150, 120, 90], False),  # three gaps of 30 are not exceeded
        ([151, 121, 91], True),
        ([300, 290, 91], False),  # the median of 10 and 199 is 104.5
        ([310, 300, 290, 91], True),  # the median of 10, 10 and 199 is 10
    ],
)
def test_dormant_is_silent_for_sixty_days_and_three_usual_gaps(days: list[int], dormant: bool) -> None:
    assert (silence(ago(*days), TODAY) is not None) is dormant


def test_the_team_says_what_long_is() -> None:
    assert silence(ago(50, 40, 30), TODAY, 20, 2) == Silence(TODAY - timedelta(days=30), 10)
    assert silence(ago(50, 40, 30), TODAY, 20, 3) is None
    assert silence(ago(50, 40, 30), TODAY, 30, 2) is None


@pytest.mark.parametrize(("until", "dormant"), [(1, False), (-60, False), (-61, True), (-200, True)])
def test_silence_counts_from_the_end_of_a_seasonal_break(until: int, dormant: bool) -> None:
    end = TODAY + timedelta(days=until)
    assert (silence(ago(140, 120, 100), TODAY, break_until=end) is not None) is dormant


def test_each_state_has_its_day() -> None:
    bought = {
        1: Bought(date(2026, 10, 1), date(2026, 11, 1), 500),
        2: Bought(date(2020, 1, 1), date(2025, 11, 24), 700),  # a year ago to the day
        3: Bought(date(2020, 1, 1), date(2025, 11, 23), 900),
        4: Bought(date(2026, 9, 30), date(2026, 9, 30), 100),
        5: Bought(date(2026, 1, 1), date(2026, 8, 2), 50),
    }
    silent = {4: Silence(date(2026, 8, 1), 3.0), 9: Silence(date(2026, 7, 1), 3.0)}
    elsewhere = {
        3: Elsewhere(date(2026, 2, 1), "Medistoras"),
        5: Elsewhere(date(2026, 8, 1), "Medistoras"),  # and bought the day after
        9: Elsewhere(date(2026, 7, 2), None),
    }
    found = customers(bought, silent, elsewhere, SPAN, TODAY)
    assert [(each.state.value, each.company_id, each.since.isoformat()) for each in found] == [
        ("new", 1, "2026-10-01"),
        ("active", 2, "2025-11-24"),
        ("active", 1, "2026-11-01"),
        ("active", 5, "2026-08-02"),
        ("dormant", 4, "2026-08-01"),
        ("dormant", 9, "2026-07-01"),
        ("lost", 3, "2026-02-01"),
        ("lost", 9, "2026-07-02"),
    ]


DAYS = st.dates(date(2024, 1, 1), TODAY)
BOUGHT = st.builds(lambda one, other: Bought(min(one, other), max(one, other), 1), DAYS, DAYS)
IDS = st.integers(1, 8)


@given(
    st.dictionaries(IDS, BOUGHT),
    st.dictionaries(IDS, st.builds(Silence, DAYS, st.just(5.0))),
    st.dictionaries(IDS, st.builds(Elsewhere, DAYS, st.sampled_from([None, "A"]))),
)
def test_nobody_is_active_and_dormant_or_twice_in_a_state(
    bought: dict[int, Bought], silent: dict[int, Silence], elsewhere: dict[int, Elsewhere]
) -> None:
    found = customers(bought, silent, elsewhere, SPAN, TODAY)
    pairs = [(each.company_id, each.state) for each in found]
    assert len(pairs) == len(set(pairs))
    active = {company_id for company_id, state in pairs if state is State.ACTIVE}
    assert not active & silent.keys()
    months = [
        customers(bought, silent, elsewhere, Span(start, end), TODAY)
        for start, end in (
            (SPAN.start, date(2026, 11, 1)),
            (date(2026, 11, 1), date(2026, 12, 1)),
            (date(2026, 12, 1), SPAN.end),
        )
    ]
    new = sum(each.state is State.NEW for month in months for each in month)
    assert new == sum(state is State.NEW for _, state in pairs)
