"""Handing over leaves nothing behind and nothing unlogged."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.actions.handover import CannotTakeOver, DealsLeftBehind, hand_over, leave, move_to_team
from core.actions.intent import Intent, Plan
from core.actions.new_customer import NewCompany, NewPerson, enter
from core.actions.order import NewOrder, record_order
from core.actions.price_list import put_product
from core.actions.steps import drop
from core.actions.target import Period, set_target
from core.errors import NoLongerApplies, NotAllowed, NotFound
from core.model import Change, Company, Deal, Member, NextStep, Order, Person, Product, Target, Team
from core.terms import ContactKind, StepKind
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)


def planned(house: House) -> tuple[int, int]:
    """A deal of Mantas's and the step that is planned for it."""
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas")
    plans = [Plan(kind=StepKind.CALL, on=date(2026, 11, 27))]
    intent = Intent(
        text="", said_at=NOW, kind=ContactKind.CALL, company_id=company, deal_id=deal, occurred_on=TODAY,
        plans=plans,
    )  # fmt: skip
    return deal, house.log(intent).steps[0].id


def test_open_deals_and_their_steps_go_to_the_colleague(house: House) -> None:
    deal, step = planned(house)
    closed = house.deal(house.company("UAB Tiltas"), "Turėklai", closed_on=TODAY)
    with house.work() as work:
        mantas, ruta, aiste = (house.member(work, name) for name in ("Mantas", "Rūta", "Aistė"))
        assert hand_over(work, aiste, mantas, ruta) == 1
    assert house.load(Deal, deal).owner_id == house.ids["Rūta"] == house.load(NextStep, step).owner_id
    assert house.load(Deal, closed).owner_id == house.ids["Mantas"]
    with house.database.reading() as session:
        owners = select(Change.old, Change.new).where(Change.record_id == deal, Change.field == "owner_id")
        assert session.execute(owners).all()[-1] == (str(house.ids["Mantas"]), str(house.ids["Rūta"]))


def test_who_leaves_has_no_access_and_no_open_deals(house: House) -> None:
    deal, _ = planned(house)
    with house.work() as work:
        mantas, ruta, aiste = (house.member(work, name) for name in ("Mantas", "Rūta", "Aistė"))
        with pytest.raises(DealsLeftBehind):
            leave(work, aiste, mantas)
        assert leave(work, aiste, mantas, ruta) == 1
    assert not house.load(Member, house.ids["Mantas"]).has_access
    assert house.load(Deal, deal).owner_id == house.ids["Rūta"]


def test_only_who_manages_both_hands_over_and_only_to_somebody_who_is_there(house: House) -> None:
    with house.work() as work:
        mantas, ruta, tadas, aiste, kestas = (
            house.member(work, name) for name in ("Mantas", "Rūta", "Tadas", "Aistė", "Kęstas")
        )
        for by, taker in ((ruta, ruta), (aiste, tadas)):
            with pytest.raises(NotAllowed):
                hand_over(work, by, mantas, taker)
        leave(work, kestas, ruta)
        for taker in (mantas, ruta):
            with pytest.raises(CannotTakeOver):
                hand_over(work, aiste, mantas, taker)


def test_a_member_moves_to_another_team(house: House) -> None:
    with house.work() as work:
        kaunas = work.session.get_one(Team, house.ids["Kaunas"])
        move_to_team(work, house.member(work, "Aistė"), house.member(work, "Rūta"), kaunas)
        with pytest.raises(NotAllowed):
            move_to_team(work, house.member(work, "Aistė"), house.member(work, "Rūta"), kaunas)
    assert house.load(Member, house.ids["Rūta"]).team_id == house.ids["Kaunas"]


def test_an_order_is_its_sellers_in_the_teams_currency(house: House) -> None:
    company = house.company("UAB Statyba")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        order_id = record_order(work, mantas, NewOrder(company, TODAY, Decimal(450)))
        with pytest.raises(NotFound):
            record_order(work, mantas, NewOrder(company + 99, TODAY, Decimal(450)))
    order = house.load(Order, order_id)
    assert (order.owner_id, order.amount, order.currency) == (house.ids["Mantas"], Decimal(450), "EUR")


def test_a_target_is_set_by_the_manager_and_replaced_by_the_next(house: House) -> None:
    quarter = Period(date(2026, 10, 1), date(2027, 1, 1), team_id=house.ids["Vilnius"])
    elsewhere = Period(date(2026, 10, 1), date(2027, 1, 1), member_id=house.ids["Tadas"])
    with house.work() as work:
        aiste = house.member(work, "Aistė")
        first = set_target(work, aiste, quarter, Decimal(100_000))
        assert set_target(work, aiste, quarter, Decimal(120_000)) == first
        for by, period in ((aiste, elsewhere), (house.member(work, "Mantas"), quarter)):
            with pytest.raises(NotAllowed):
                set_target(work, by, period, Decimal(1))
        set_target(work, house.member(work, "Kęstas"), elsewhere, Decimal(1))
    assert house.load(Target, first).amount == Decimal(120_000)


def test_a_price_changes_on_the_list(house: House) -> None:
    with house.work() as work:
        first = put_product(work, house.member(work, "Kęstas"), "Plokštė", Decimal(12), "m²")
        assert put_product(work, house.member(work, "Kęstas"), "Plokštė", Decimal(13), "m²") == first
        with pytest.raises(NotAllowed):
            put_product(work, house.member(work, "Mantas"), "Plokštė")
    assert house.load(Product, first).price == Decimal(13)


def test_a_company_is_entered_with_its_people(house: House) -> None:
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        company, people = enter(work, mantas, NewCompany("UAB Tiltas"), [NewPerson("Rasa Tiltenė")])
    assert house.load(Company, company).name == "UAB Tiltas"
    assert house.load(Person, people[0]).company_id == company


def test_a_step_is_dropped_once(house: House) -> None:
    _, step = planned(house)
    with house.work() as work:
        drop(work, house.member(work, "Mantas"), step)
        with pytest.raises(NoLongerApplies):
            drop(work, house.member(work, "Mantas"), step)
    assert house.load(NextStep, step).dropped_at == NOW
