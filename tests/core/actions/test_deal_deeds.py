"""What is done to a deal on its card: once, with old and new, and taken back whole."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from core.actions import deal_card, deal_deeds, deal_history
from core.actions.rivals import rivals
from core.actions.undo import take_back
from core.errors import NoLongerApplies, NotFound, NotUnderstood
from core.model import Change, Deal, Operation, Stage
from core.notices import DealCard, DealChange, DealHistory, Sum
from core.terms import Category, LostReason
from tests.builders import House

EUR = "EUR"


def stage_ids(house: House) -> dict[str, int]:
    with house.database.reading() as session:
        return {stage.name: stage.id for stage in session.scalars(select(Stage))}


def fasadas(house: House, **more: Any) -> int:
    return house.deal(house.company("UAB Statyba"), "Fasadas", **more)


def undo(house: House, change: DealChange, by: str = "Mantas") -> None:
    with house.work() as work:
        operation = work.session.get_one(Operation, change.operation_id)
        assert take_back(work, house.member(work, by), operation) == []


def card(house: House, deal_id: int, by: str = "Mantas", menu: str = "") -> DealCard:
    with house.work() as work:
        deal_card.show(work, house.member(work, by), deal_id, "", 1, menu=menu)
        notice = work.posted[-1].notice
    assert isinstance(notice, DealCard)
    return notice


def test_the_next_stage_is_the_open_one_after_it(house: House) -> None:
    deal, ids = fasadas(house, stage="Pataisytas pasiūlymas"), stage_ids(house)
    moves = card(house, deal).moves
    assert moves.next is not None
    assert moves.won is not None
    assert moves.lost is not None
    assert (moves.next.name, moves.won.id, moves.lost.id) == ("Derybos", ids["Laimėta"], ids["Prarasta"])
    last = card(house, house.deal(house.company("UAB Tiltas"), "Turėklai", stage="Derybos")).moves
    assert last.next is None


def test_a_button_that_saw_another_stage_moves_nothing(house: House) -> None:
    deal, ids = fasadas(house), stage_ids(house)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        deal_deeds.move(work, mantas, deal, ids["Užklausa"], ids["Derybos"])
        with pytest.raises(NoLongerApplies):
            deal_deeds.move(work, mantas, deal, ids["Užklausa"], ids["Derybos"])
    assert house.load(Deal, deal).stage_id == ids["Derybos"]


def test_a_deal_is_lost_for_a_reason_and_to_somebody_in_one_operation(house: House) -> None:
    deal, ids = fasadas(house), stage_ids(house)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        lost = deal_deeds.lose(work, mantas, deal, LostReason.PRICE)
        same, told = deal_deeds.lost_to(work, mantas, lost.operation_id, "UAB Medistora")
    assert (same, told.operation_id) == (deal, lost.operation_id)
    found = house.load(Deal, deal)
    assert (found.stage_id, found.lost_reason, found.competitor) == (
        ids["Prarasta"],
        LostReason.PRICE,
        "UAB Medistora",
    )
    undo(house, lost)
    found = house.load(Deal, deal)
    assert (found.stage_id, found.lost_reason, found.competitor, found.closed_on) == (
        ids["Užklausa"],
        None,
        None,
        None,
    )
    with house.work() as work, pytest.raises(NoLongerApplies):
        deal_deeds.lost_to(work, house.member(work, "Mantas"), lost.operation_id, "UAB Medistora")


def test_competitors_are_offered_by_how_often_they_were_met_and_only_from_deals_one_sees(
    house: House,
) -> None:
    company = house.company("UAB Statyba")
    for title, owner, rival in (
        ("a", "Mantas", "Medistora"),
        ("b", "Mantas", "Lentų namai"),
        ("c", "Mantas", "Lentų namai"),
        ("d", "Tadas", "Kauno lentos"),
    ):
        house.deal(company, title, owner=owner, competitor=rival)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        offered = rivals(work, mantas, None), rivals(work, mantas, "Medistora")
    assert [option.name for option in offered[0]] == ["Lentų namai", "Medistora"]
    assert [option.name for option in offered[1]] == ["Medistora", "Lentų namai"]


def test_a_new_amount_tells_the_old_one_and_undo_brings_it_back(house: House) -> None:
    deal = fasadas(house, amount=Decimal(8000), currency=EUR)
    with house.work() as work:
        change = deal_deeds.set_in_words(work, house.member(work, "Mantas"), deal, "amount", "dabar 12k")
    assert (change.before, change.after) == (Sum(Decimal(8000), EUR), Sum(Decimal(12000), EUR))
    undo(house, change)
    assert house.load(Deal, deal).amount == Decimal(8000)


@pytest.mark.parametrize(
    ("said", "amount", "currency"),
    [
        ("12k", "12000", EUR),
        ("12 500,50", "12500.50", EUR),
        ("1,2 mln", "1200000", EUR),
        ("900 usd", "900", "USD"),
        ("12 tūkst.", "12000", EUR),
    ],
)
def test_an_amount_is_read_from_words(house: House, said: str, amount: str, currency: str) -> None:
    deal = fasadas(house)
    with house.work() as work:
        deal_deeds.set_in_words(work, house.member(work, "Mantas"), deal, "amount", said)
    found = house.load(Deal, deal)
    assert (found.amount, found.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("field", "said"),
    [("amount", "daug"), ("amount", "1000000000000000"), ("close_date", "kada nors"), ("title", " … ")],
)
def test_words_that_say_nothing_of_it_are_not_understood(house: House, field: str, said: str) -> None:
    deal = fasadas(house)
    with house.work() as work, pytest.raises(NotUnderstood):
        deal_deeds.set_in_words(work, house.member(work, "Mantas"), deal, field, said)


def test_other_fields_leave_the_salespersons_category_alone(house: House) -> None:
    deal, ids = fasadas(house), stage_ids(house)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        deal_deeds.set_category(work, mantas, deal, Category.COMMIT)
        deal_deeds.set_in_words(work, mantas, deal, "amount", "12k")
        deal_deeds.set_in_words(work, mantas, deal, "close_date", "gruodžio 15 d.")
        deal_deeds.move(work, mantas, deal, ids["Užklausa"], ids["Pasiūlymas"])
    found = house.load(Deal, deal)
    assert (found.category, found.expected_close_on) == (Category.COMMIT, date(2026, 12, 15))
    shown = card(house, deal)
    assert (shown.category, shown.is_own_word) == (Category.COMMIT, True)


def test_the_card_tells_the_stages_own_category_and_chance_where_nobody_said_another(house: House) -> None:
    shown = card(house, fasadas(house, stage="Derybos"))
    assert (shown.category, shown.is_own_word, shown.probability) == (Category.COMMIT, False, 70)


def test_a_deal_that_is_over_has_no_dates_to_set_but_opens_again(house: House) -> None:
    deal, ids = fasadas(house), stage_ids(house)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        deal_deeds.move(work, mantas, deal, ids["Užklausa"], ids["Laimėta"])
        with pytest.raises(NoLongerApplies):
            deal_deeds.set_close(work, mantas, deal, date(2026, 12, 1))
        with pytest.raises(NoLongerApplies):
            deal_deeds.lose(work, mantas, deal, LostReason.PRICE)
        again = deal_deeds.move(work, mantas, deal, ids["Laimėta"], ids["Derybos"])
    assert again.what == "reopened"
    assert house.load(Deal, deal).closed_on is None


def test_ends_of_the_month_the_next_and_the_quarter_are_offered_once_each(house: House) -> None:
    days = [option.on for option in card(house, fasadas(house), menu="dates").choices]
    assert days == [date(2026, 11, 30), date(2026, 12, 31), date(2027, 3, 31)]


def test_nobody_does_anything_to_a_deal_they_do_not_see(house: House) -> None:
    deal, ids = fasadas(house), stage_ids(house)
    with house.work() as work:
        tadas = house.member(work, "Tadas")
        for attempt in (
            lambda: deal_deeds.move(work, tadas, deal, ids["Užklausa"], ids["Derybos"]),
            lambda: deal_deeds.lose(work, tadas, deal, LostReason.PRICE),
            lambda: deal_deeds.set_category(work, tadas, deal, Category.COMMIT),
            lambda: deal_deeds.set_close(work, tadas, deal, date(2026, 12, 1)),
            lambda: deal_deeds.set_in_words(work, tadas, deal, "amount", "12k"),
            lambda: deal_history.show(work, tadas, deal, 0, "", 1),
        ):
            with pytest.raises(NotFound):
                attempt()
    with house.database.reading() as session:
        assert session.scalar(select(Change.id).where(Change.field == "category")) is None


def test_history_tells_who_changed_what_newest_first_and_what_was_taken_back(house: House) -> None:
    deal, ids = fasadas(house, amount=Decimal(8000), currency=EUR), stage_ids(house)
    with house.work() as work:
        mantas, aiste = house.member(work, "Mantas"), house.member(work, "Aistė")
        deal_deeds.move(work, mantas, deal, ids["Užklausa"], ids["Derybos"])
        change = deal_deeds.set_in_words(work, aiste, deal, "amount", "9k")
    undo(house, change, "Aistė")
    with house.work() as work:
        deal_history.show(work, house.member(work, "Mantas"), deal, 0, "", 1)
        notice = work.posted[-1].notice
    assert isinstance(notice, DealHistory)
    assert [(line.what, line.by, line.undone) for line in notice.lines] == [
        ("amount", "Aistė", True),
        ("amount", "Aistė", False),
        ("stage", "Mantas", False),
        ("created", None, False),
    ]
    stage = notice.lines[2]
    assert stage.old is not None
    assert stage.new is not None
    assert (stage.old.name, stage.new.name) == ("Užklausa", "Derybos")
