"""Of several deals for one object a forecast counts one."""

from datetime import date

from core.history import DealRow, Move
from core.insights.alternatives import counted_once
from tests.core.insights.funnels import BEGIN, LOST, PROCESSES, WON


def deal(deal_id: int, stage: int, group_id: int | None = 7, units: int = 100) -> DealRow:
    moves = (Move(stage, BEGIN),)
    closed = date(2021, 1, 4) if stage in (WON, LOST) else None
    return DealRow(
        deal_id,
        "roof",
        1,
        stage,
        date(2021, 1, 4),
        BEGIN,
        moves,
        units=units,
        currency="EUR",
        closed_on=closed,
        group_id=group_id,
    )


def ids(*deals: DealRow) -> list[int]:
    return [each.id for each in counted_once(deals, PROCESSES)]


def test_the_likeliest_of_an_object_is_counted_and_others_are_not() -> None:
    assert ids(deal(1, 1), deal(2, 3), deal(3, 2), deal(4, 1, group_id=None)) == [2, 4]


def test_of_equally_likely_ones_the_larger_then_the_elder_is_counted() -> None:
    assert ids(deal(1, 2), deal(2, 2, units=200)) == [2]
    assert ids(deal(2, 2), deal(1, 2)) == [1]


def test_what_is_won_or_lost_stays_and_after_a_win_nothing_more_is_expected() -> None:
    assert ids(deal(1, WON), deal(2, 4), deal(3, LOST)) == [1, 3]
    assert ids(deal(1, LOST), deal(2, LOST)) == [1, 2]


def test_objects_are_told_apart_and_deals_of_none_are_all_counted() -> None:
    assert ids(deal(1, 2), deal(2, 2, group_id=8), deal(3, 1, None), deal(4, 1, None)) == [1, 2, 3, 4]
    assert ids(deal(1, 1, None)) == [1]
