"""A deal that nobody gave a title is not called like its customer where the customer stands beside it."""

from decimal import Decimal

import pytest

from core.actions import deal_board
from core.actions.deal_names import own_title
from core.model import Deal
from core.notices import DealBoard, DealList, Logged
from core.notices.deal_view import DealView
from tests.builders import House
from tests.telling import Story


@pytest.mark.parametrize(
    ("title", "customer", "own"),
    [
        ("UAB Statyba", "UAB Statyba", ""),
        ("Statyba", "UAB „Statyba“", ""),
        ("Statyba, UAB", "UAB Statyba", ""),
        ("Statybos fasadas", "UAB Statyba", "Statybos fasadas"),
        ("Fasadas", None, "Fasadas"),
        ("UAB", "UAB", ""),
        ("", "UAB Statyba", ""),
        (None, "UAB Statyba", ""),
    ],
)
def test_a_title_is_own_when_it_says_more_than_whose_it_is(
    title: str | None, customer: str | None, own: str
) -> None:
    assert own_title(title, customer) == own


def test_a_deal_begun_in_words_names_its_customer_once(house: House) -> None:
    house.company("UAB Statyba")
    story = Story(house)
    card = story.says("Statyba nori pasiūlymo už 12k")
    assert card.deal is not None
    assert (card.deal_is_new, card.deal.name) == (True, "")
    stage_id = house.load(Deal, card.deal.id).stage_id
    shown = story.sees(DealList, deal_board.show, DealView(stage_id=stage_id), 501)
    assert [(line.title, line.company) for line in shown.deals] == [("", "UAB Statyba")]
    assert story.sees(DealBoard, deal_board.show, DealView(), 501).standing.count == 1


def test_untitled_deals_of_a_customer_are_told_apart_by_stage_and_sum(house: House) -> None:
    company = house.company("UAB Statyba")
    for stage, amount in (("Derybos", 12000), ("Pasiūlymas", 8000)):
        house.deal(company, "UAB Statyba", stage=stage, amount=Decimal(amount), currency="EUR")
    card = Story(house).says("Statyba pasirašė sutartį, laimėjom")
    assert isinstance(card, Logged)
    assert card.question is not None
    named = {(option.name, option.sum.amount) for option in card.question.options if option.sum}
    assert named == {("Derybos", Decimal(12000)), ("Pasiūlymas", Decimal(8000))}
