"""Minutes and their cost, whatever was logged."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.habits import USUAL_MINUTES
from core.history import Worked
from core.insights.effort import cost, effort_by, effort_of
from core.terms import ContactKind

KINDS = st.sampled_from(list(USUAL_MINUTES))


@st.composite
def worked(draw: st.DrawFn) -> Worked:
    contacts = draw(st.integers(1, 50))
    measured = draw(st.integers(0, contacts))
    minutes = draw(st.integers(0, 600)) if measured else 0
    return Worked(draw(st.none() | st.integers(1, 4)), draw(KINDS), contacts, measured, minutes)


SOME = st.lists(worked(), max_size=20)


@given(SOME)
def test_groups_add_up_to_all_together(rows: Sequence[Worked]) -> None:
    whole = effort_of(rows, USUAL_MINUTES)
    groups = effort_by(rows, lambda row: row.key, USUAL_MINUTES).values()
    for name in ("contacts", "minutes", "measured"):
        assert sum(getattr(group, name) for group in groups) == getattr(whole, name)
    assert sum(part.minutes for part in whole.by_kind.values()) == whole.minutes
    assert sum(part.contacts for part in whole.by_kind.values()) == whole.contacts
    assert 0 <= whole.measured <= whole.minutes
    assert whole.measured_share is None or 0 <= whole.measured_share <= 1


@given(st.lists(st.integers(0, 10**6), max_size=20), st.decimals("0.01", "500", places=2))
def test_costs_add_up_to_less_than_a_cent_for_every_hundred_of_them(
    minutes: list[int], hourly: Decimal
) -> None:
    parts = [cost(each, hourly) for each in minutes]
    whole = cost(sum(minutes), hourly)
    assert whole is not None
    assert abs(sum(part for part in parts if part is not None) - whole) <= Decimal("0.0001") * len(minutes)


def test_nothing_is_known_of_costs_without_the_price_of_an_hour() -> None:
    assert cost(90, Decimal("25.00")) == Decimal("37.5000")
    assert cost(90, None) is None


def test_a_kind_without_a_usual_time_takes_what_was_logged() -> None:
    found = effort_of([Worked(1, ContactKind.NOTE, 3, 1, 20)], USUAL_MINUTES)
    assert (found.contacts, found.minutes) == (3, 20)
