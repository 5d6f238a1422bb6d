"""Parts of shared deals in sums."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.history import DealRow, Move
from core.insights.forecast import Hope
from core.insights.shares import grouped, part_of, parts, valued
from core.insights.worth import Worth
from core.money import Rate


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


SOME_SHARES = st.lists(st.integers(1, 24), min_size=1, max_size=4).map(
    lambda percents: {7: dict(enumerate(percents, start=2))}
)


@given(st.integers(1, 10**12), SOME_SHARES)
def test_parts_of_another_currency_add_up_to_what_the_whole_is_worth(
    units: int, shares: dict[int, dict[int, int]]
) -> None:
    worth = Worth("EUR", (Rate("USD", date(2026, 1, 1), Decimal("0.9237")),))
    deal, today = replace(_deal(units), currency="USD"), date(2026, 11, 24)
    found = grouped(valued([deal], shares, worth, today), shares, None, lambda each: str(each.owner_id))
    parts_ = [worth.units(each.units, each.currency, today) or 0 for some in found.values() for each in some]
    assert sum(parts_) == worth.units(units, "USD", today)


def test_a_shared_deal_whose_rate_nobody_knows_stays_in_its_currency() -> None:
    deal = replace(_deal(100_0000), currency="SEK")
    assert valued([deal], {7: {2: 40}}, Worth("EUR"), date(2026, 11, 24)) == [deal]


@given(st.integers(1, 10**12), st.floats(0, 1), SOME_SHARES)
def test_what_is_expected_of_parts_adds_up_to_what_is_expected_of_the_whole(
    units: int, chance: float, shares: dict[int, dict[int, int]]
) -> None:
    found = grouped([_deal(units)], shares, None, lambda each: str(each.owner_id))
    each_part = [each for some in found.values() for each in some]
    ahead = [Hope(each, each.units or 0, chance).part for each in each_part]
    assert sum(ahead) == Hope(_deal(units), units, chance).part
