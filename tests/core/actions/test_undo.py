"""Undo takes back what a message wrote, and only that."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.actions import deal_card
from core.actions.deal_changes import move, set_fields
from core.actions.intent import Intent, Plan
from core.actions.undo import take_back, undo, undo_last
from core.errors import NotFound, NothingToUndo
from core.model import Company, Contact, Deal, NextStep, Operation, Stage, StageChange
from core.notices import DealCard, Sum, Undone
from core.terms import ContactKind, StageMeaning, StepKind
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)
CARD = 77


def call(company_id: int | None, **more: object) -> Intent:
    base = {"text": "Skambinau", "said_at": NOW, "kind": ContactKind.CALL, "occurred_on": TODAY}
    return Intent(**(base | {"company_id": company_id} | more))  # type: ignore[arg-type]


def back(house: House, operation_id: int, by: str = "Mantas") -> list[str]:
    with house.work() as work:
        operation = work.session.get(Operation, operation_id)
        assert operation is not None
        return take_back(work, house.member(work, by), operation)


def test_undo_reverts_contact_steps_and_every_field_of_the_deal(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas", amount=Decimal(8000), currency="EUR")
    before = house.load(Deal, deal)
    plans = [Plan(kind=StepKind.CALL, on=TODAY)]
    written = house.log(
        call(company, stage=StageMeaning.WON, amount=Sum(Decimal(9000), "EUR"), probability=90, plans=plans)
    )
    assert back(house, written.operation_id) == []
    after = house.load(Deal, deal)
    for field in ("stage_id", "closed_on", "amount", "probability", "stage_entered_at"):
        assert getattr(after, field) == getattr(before, field), field
    assert house.load(Contact, written.contact_id or 0).deleted_at == NOW
    assert house.load(NextStep, written.steps[0].id).deleted_at == NOW
    with house.database.reading() as session:
        assert session.scalars(select(StageChange).where(StageChange.deal_id == deal)).one().undone_at == NOW


def test_undo_leaves_a_newer_value_and_says_so(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas", amount=Decimal(8000), currency="EUR")
    first = house.log(call(company, amount=Sum(Decimal(9000), "EUR")))
    house.log(call(company, amount=Sum(Decimal(9500), "EUR")), message_id=2)
    assert back(house, first.operation_id) == ["amount"]
    assert house.load(Deal, deal).amount == Decimal(9500)


def test_undo_keeps_a_new_company_that_others_use_by_now(house: House) -> None:
    first = house.log(call(None, new_company="Žaliagirė"))
    company = first.customer.company_id or 0
    house.log(call(company), by="Rūta", message_id=2)
    assert back(house, first.operation_id) == ["companies"]
    assert house.load(Company, company).deleted_at is None


def test_undo_removes_a_new_company_that_nobody_uses(house: House) -> None:
    first = house.log(call(None, new_company="Žaliagirė", new_person="Nerijus"))
    assert back(house, first.operation_id) == []
    assert house.load(Company, first.customer.company_id or 0).deleted_at == NOW


def test_undo_twice_is_refused(house: House) -> None:
    written = house.log(call(house.company("UAB Statyba")))
    back(house, written.operation_id)
    with house.work() as work, pytest.raises(NothingToUndo):
        undo(work, house.member(work, "Mantas"), written.operation_id, 501, 1)


def test_nobody_undoes_what_they_may_not_see(house: House) -> None:
    written = house.log(call(house.company("UAB Statyba")))
    with house.work() as work, pytest.raises(NotFound):
        undo(work, house.member(work, "Tadas"), written.operation_id, 501, 1)


def test_the_last_operation_is_undone_by_command(house: House) -> None:
    house.log(call(house.company("UAB Statyba")))
    newest = house.log(call(house.company("UAB Tiltas")), message_id=2)
    with house.work() as work:
        undo_last(work, house.member(work, "Mantas"), 501)
        notice = work.posted[0].notice
    assert isinstance(notice, Undone)
    assert notice.operation_id == newest.operation_id
    assert notice.company == "UAB Tiltas"


def test_undo_empties_an_amount_that_the_message_filled(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas")
    written = house.log(call(company, amount=Sum(Decimal(9000), "EUR")))
    assert back(house, written.operation_id) == []
    assert house.load(Deal, deal).money is None


def test_undo_of_the_first_amount_leaves_the_second_with_its_currency(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas")
    first = house.log(call(company, amount=Sum(Decimal(9000), "EUR")))
    house.log(call(company, amount=Sum(Decimal(9500), "EUR")), message_id=2)
    assert back(house, first.operation_id) == ["amount"]
    assert str(house.load(Deal, deal).money) == "9500.00 EUR"


def test_what_was_done_from_a_screen_is_undone_there_and_the_screen_shown_as_it_is(house: House) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        deal_card.show(work, mantas, deal, "", 501, edits=CARD)
        moved = work.session.scalar(select(Stage.id).where(Stage.name == "Derybos")) or 0
        move(work, mantas, deal, moved)
        operation = work.session.scalar(select(Operation.id).where(Operation.name == "move_deal")) or 0
        undo(work, mantas, operation, 501, CARD)
        shown = work.posted[-1]
    assert isinstance(shown.notice, DealCard)
    assert shown.edits_message_id == CARD
    assert shown.notice.deal.stage == "Užklausa"


def test_the_command_undoes_a_tap_too(house: House) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        set_fields(work, mantas, deal, {"amount": Decimal(5000)})
        undo_last(work, mantas, 501)
    assert house.load(Deal, deal).money is None
