"""A deal handed over on its card: who may, to whom, who is told, and that it comes back."""

from datetime import date

import pytest

from core.actions import deal_card
from core.actions.giving import give
from core.actions.undo import undo
from core.errors import NoLongerApplies, NotAllowed, NotFound, SalesError
from core.model import Deal
from core.notices import DealCard, DealPassed, HandedOver, Notice
from tests.builders import House

CARD = 77


def attempt(house: House, by: str, deal: int, taker: str) -> list[tuple[int, Notice]]:
    """What is posted, and to whom, by the chat."""
    with house.work() as work:
        give(work, house.member(work, by), deal, house.ids[taker], "", 1, CARD)
        return [(posted.chat_id, posted.notice) for posted in work.posted]


def offered(house: House, by: str, deal: int) -> list[str | None]:
    with house.work() as work:
        deal_card.show(work, house.member(work, by), deal, "", 1, menu="colleagues")
        notice = work.posted[-1].notice
    assert isinstance(notice, DealCard)
    return [option.name for option in notice.choices]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("Mantas", ["Aistė", "Rūta"]),
        ("Aistė", ["Aistė", "Rūta"]),
        ("Kęstas", ["Kęstas", "Aistė", "Rūta", "Tadas"]),
    ],
)
def test_ones_own_team_is_offered_and_to_a_manager_whom_they_manage(
    house: House, by: str, names: list[str]
) -> None:
    assert offered(house, by, house.deal(house.company("UAB Statyba"), "Fasadas")) == names


@pytest.mark.parametrize(
    ("by", "owner", "taker", "refusal"),
    [
        ("Mantas", "Mantas", "Tadas", NotAllowed),
        ("Rūta", "Mantas", "Rūta", NotFound),
        ("Aistė", "Mantas", "Tadas", NotAllowed),
        ("Aistė", "Tadas", "Mantas", NotFound),
        ("Mantas", "Mantas", "Mantas", NoLongerApplies),
    ],
)
def test_nobody_gives_what_is_not_theirs_or_to_whom_they_do_not_work_with(
    house: House, by: str, owner: str, taker: str, refusal: type[SalesError]
) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas", owner=owner)
    with pytest.raises(refusal):
        attempt(house, by, deal, taker)
    assert house.load(Deal, deal).owner_id == house.ids[owner]


def test_who_gets_a_deal_is_told_and_when_a_manager_gives_it_whose_it_was_too(house: House) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas")
    told = attempt(house, "Aistė", deal, "Rūta")
    chats = [(chat, type(notice), getattr(notice, "to", None)) for chat, notice in told]
    assert chats == [(1, HandedOver, "Rūta"), (502, DealPassed, None), (501, DealPassed, "Rūta")]


def test_a_deal_that_is_over_stays_with_who_closed_it(house: House) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas", closed_on=date(2026, 11, 1))
    with pytest.raises(NoLongerApplies):
        attempt(house, "Mantas", deal, "Rūta")


def test_undo_brings_the_deal_back_and_shows_its_card(house: House) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        give(work, mantas, deal, house.ids["Rūta"], "bmap1", 501, CARD)
        given = work.posted[0].notice
        assert isinstance(given, HandedOver)
        del work.posted[:]
        undo(work, mantas, given.operation_id, 501, CARD)
        told, shown = work.posted
    assert isinstance(told.notice, DealPassed)
    assert (told.chat_id, told.notice.taken_back, told.notice.to) == (502, True, "Mantas")
    assert isinstance(shown.notice, DealCard)
    assert (shown.notice.place, shown.edits_message_id) == ("bmap1", CARD)
    assert house.load(Deal, deal).owner_id == house.ids["Mantas"]
