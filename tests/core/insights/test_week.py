"""What a week changed, over plain rows."""

from datetime import date
from typing import Any

import pytest

from core.history import DealRow, Move
from core.insights.week import because_of, largest, moved_on, slipped
from core.insights.worth import Worth
from tests.core.insights.funnels import BEGIN, LOST, PROCESSES, WON

DAY = date(2021, 1, 4)
EARLY, LATE = date(2021, 2, 1), date(2021, 3, 1)


def deal(deal_id: int, *stages: int, **more: Any) -> DealRow:
    moves = tuple(Move(stage, BEGIN + number) for number, stage in enumerate(stages))
    base: dict[str, Any] = {"units": 100, "currency": "EUR", "contract_on": EARLY}
    return DealRow(deal_id, "roof", 1, stages[-1], DAY, BEGIN, moves, **(base | more))


def by_id(*deals: DealRow) -> dict[int, DealRow]:
    return {each.id: each for each in deals}


def test_a_date_that_is_later_now_has_slipped_and_the_largest_is_told_first() -> None:
    then = by_id(*(deal(number, 2) for number in range(1, 7)))
    now = [
        deal(1, 2, contract_on=LATE),
        deal(2, 2, contract_on=LATE, units=500),
        deal(3, 2),
        deal(4, 2, contract_on=None),
        deal(5, 2, WON, contract_on=LATE),
        deal(7, 2, contract_on=LATE),
    ]
    assert [(slip.deal.id, slip.before) for slip in slipped(then, now, PROCESSES)] == [(2, EARLY), (1, EARLY)]


def test_a_date_brought_forward_has_not_slipped() -> None:
    assert not slipped(by_id(deal(1, 2, contract_on=LATE)), [deal(1, 2)], PROCESSES)


@pytest.mark.parametrize(
    ("before", "after", "is_further"),
    [
        ((1,), (1, 2), True),
        ((1,), (1, 3), True),
        ((1, 3), (1, 3, 2), False),
        ((1, 3, 2), (1, 3, 2, 3), False),
        ((2,), (2, WON), False),
        ((2,), (2, LOST), False),
        ((2, LOST), (2, LOST, 3), False),
    ],
)
def test_a_deal_has_moved_on_when_it_is_further_than_it_ever_was(
    before: tuple[int, ...], after: tuple[int, ...], is_further: bool
) -> None:
    found = moved_on(by_id(deal(1, *before)), [deal(1, *after)], PROCESSES)
    assert bool(found) is is_further


@pytest.mark.parametrize(
    ("then", "now", "why"),
    [
        ({1: 100, 2: 50}, {1: 100, 2: 50}, None),
        ({1: 100, 2: 50}, {1: 100, 2: 90}, 2),
        ({1: 100, 2: 50}, {2: 60}, 1),
        ({}, {1: 10, 2: 10, 3: 10, 4: 10}, None),
        ({}, {}, None),
        ({1: 100}, {1: 40, 2: 50}, 1),
    ],
)
def test_a_change_is_explained_by_the_deal_that_made_most_of_it(
    then: dict[int, int], now: dict[int, int], why: int | None
) -> None:
    assert because_of(then, now) == why


def test_deals_without_an_amount_come_last() -> None:
    ordered = largest([deal(1, 2, units=None), deal(2, 2), deal(3, 2, units=300)], Worth("EUR"), DAY)
    assert [each.id for each in ordered] == [3, 2, 1]
