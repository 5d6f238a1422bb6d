"""Parts of shared deals in sums."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.history import DealRow, Move
from core.insights.shares import grouped, part_of, parts


def _deal(units: int | None, owner_id: int = 1) -> DealRow:
    return DealRow(7, "deal", 1, 1, date(2026, 11, 2), 0.0, (Move(1, 0.0),), owner_id=owner_id, units=units)


@given(st.integers(0, 10**18), st.lists(st.integers(1, 24), max_size=4))
def test_the_parts_of_a_deal_add_up_to_it_to_the_cent(units: int, percents: list[int]) -> None:
    shares = {7: dict(enumerate(percents, start=2))}
    found = parts(_deal(units), shares)
    assert sum(part or 0 for part in found.values()) == units
    assert all((part or 0) % 100 == 0 for who, part in found.items() if who != 1)


def test_a_deal_without_amount_has_parts_without_one() -> None:
    assert parts(_deal(None), {7: {2: 40}}) == {1: None, 2: None}
    assert [deal.units for deal in part_of([_deal(None)], {7: {2: 40}}, {2})] == [None]


def test_a_share_of_the_present_owner_is_no_second_part() -> None:
    assert parts(_deal(100_0000, owner_id=2), {7: {2: 40, 3: 10}}) == {2: 90_0000, 3: 10_0000}


def test_members_of_one_group_are_counted_in_it_once_with_what_they_have_together() -> None:
    team = {1: "Vilnius", 2: "Vilnius", 3: "Kaunas"}
    found = grouped([_deal(100_0000)], {7: {2: 30, 3: 20}}, None, lambda deal: team[deal.owner_id or 0])
    assert {name: [deal.units for deal in some] for name, some in found.items()} == {
        "Vilnius": [80_0000],
        "Kaunas": [20_0000],
    }


def test_only_those_who_are_seen_have_a_part() -> None:
    assert [deal.units for deal in part_of([_deal(100_0000)], {7: {2: 30}}, {2})] == [30_0000]
    assert list(grouped([_deal(100_0000)], {7: {2: 30}}, {2}, lambda deal: str(deal.owner_id))) == ["2"]
