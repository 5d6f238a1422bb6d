"""Corrections write the intent anew, and nothing of the old one is left behind."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from core.actions.correct import answer, back, choose, menu
from core.actions.intent import Intent, OpenQuestion, Plan
from core.errors import NoLongerApplies, NotFound
from core.model import Contact, Deal, NextStep, Operation
from core.notices import AskInWords, CorrectMenu, Logged, Option, Sum
from core.storage.pipelines import PipelinePlan, StagePlan, sync
from core.terms import Category, ContactKind, StageMeaning, StepKind
from tests.builders import NOW, House, stages

TODAY = date(2026, 11, 24)
CARD = 77


def call(company_id: int | None, **more: object) -> Intent:
    base = {"text": "Skambinau", "said_at": NOW, "kind": ContactKind.CALL, "occurred_on": TODAY}
    return Intent(**(base | {"company_id": company_id} | more))  # type: ignore[arg-type]


def corrected(house: House, operation_id: int, field: str, value: str, by: str = "Mantas") -> Logged:
    with house.work() as work:
        choose(work, house.member(work, by), operation_id, field, value, 501, CARD)
        (posted,) = work.posted
    assert isinstance(posted.notice, Logged)
    assert posted.edits_message_id == CARD
    return posted.notice


def test_another_company_takes_contact_step_and_deal_change_with_it(house: House) -> None:
    wrong, right = house.company("UAB Statyba"), house.company("UAB Statybų ritmas")
    deals = [house.deal(company, "Fasadas", amount=Decimal(1), currency="EUR") for company in (wrong, right)]
    plans = [Plan(kind=StepKind.CALL, on=TODAY)]
    written = house.log(call(wrong, amount=Sum(Decimal(9), "EUR"), plans=plans))
    card = corrected(house, written.operation_id, "company", str(right))
    assert [house.load(Deal, deal).amount for deal in deals] == [Decimal(1), Decimal(9)]
    assert card.company is not None
    assert card.company.id == right
    assert card.corrected
    assert house.load(Contact, written.contact_id or 0).deleted_at is not None
    assert house.load(Contact, card.contact_id or 0).company_id == right
    assert house.load(NextStep, card.steps[0].id).company_id == right


def test_kind_and_date_are_corrected(house: House) -> None:
    written = house.log(call(house.company("UAB Statyba")))
    card = corrected(house, written.operation_id, "kind", "visit")
    card = corrected(house, card.operation_id, "date", "2026-11-23")
    contact = house.load(Contact, card.contact_id or 0)
    assert (contact.kind, contact.occurred_on) == (ContactKind.VISIT, date(2026, 11, 23))


def test_the_tapped_deal_is_won_and_the_other_is_left_alone(house: House) -> None:
    company = house.company("UAB Statyba")
    first, second = (house.deal(company, title) for title in ("Fasadas", "Stogas"))
    written = house.log(call(company, stage=StageMeaning.WON))
    with house.work() as work:
        answer(work, house.member(work, "Mantas"), written.operation_id, str(second), 501, CARD)
        notice = work.posted[0].notice
    assert isinstance(notice, Logged)
    assert notice.question is None
    assert (house.load(Deal, first).closed_on, house.load(Deal, second).closed_on) == (None, TODAY)


def test_a_question_of_time_fills_the_first_step(house: House) -> None:
    asked = [OpenQuestion(field="next.time", options=[Option(value="10:00"), Option(value="11:00")])]
    plans = [Plan(kind=StepKind.CALL, on=TODAY)]
    written = house.log(call(house.company("UAB Statyba"), plans=plans, questions=asked))
    card = corrected(house, written.operation_id, "next.time", "11:00")
    assert card.steps[0].at is not None
    assert card.steps[0].at.hour == 11
    assert card.question is None


def test_other_asks_for_words(house: House) -> None:
    written = house.log(call(house.company("UAB Statyba")))
    with house.work() as work:
        choose(work, house.member(work, "Mantas"), written.operation_id, "company", "other", 501, CARD)
        assert isinstance(work.posted[0].notice, AskInWords)


def test_the_menu_offers_recent_companies_but_not_the_present_one(house: House) -> None:
    other, present = house.company("UAB Tiltas"), house.company("UAB Statyba")
    house.log(call(other))
    written = house.log(call(present), message_id=2)
    with house.work() as work:
        menu(work, house.member(work, "Mantas"), written.operation_id, 501, CARD, "company")
        notice = work.posted[0].notice
    assert isinstance(notice, CorrectMenu)
    assert [choice.name for choice in notice.choices] == ["UAB Tiltas", None]


def test_a_card_with_a_new_deal_can_be_corrected(house: House) -> None:
    written = house.log(call(house.company("UAB Tiltas"), amount=Sum(Decimal(12000), "EUR")))
    assert written.deal_is_new
    with house.work() as work:
        menu(work, house.member(work, "Mantas"), written.operation_id, 501, CARD)
        assert isinstance(work.posted[0].notice, CorrectMenu)
    with house.work() as work:
        back(work, house.member(work, "Mantas"), written.operation_id, CARD)
        notice = work.posted[0].notice
    assert isinstance(notice, Logged)
    assert notice.deal_is_new


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "dance"),
        ("date", "2099-01-01"),
        ("date", "x"),
        ("deal", "x"),
        ("shoe size", "44"),
        ("company", ""),
    ],
)
def test_forged_values_are_refused(house: House, field: str, value: str) -> None:
    written = house.log(call(house.company("UAB Statyba")))
    with house.work() as work, pytest.raises(NoLongerApplies):
        choose(work, house.member(work, "Mantas"), written.operation_id, field, value, 501, CARD)


def test_a_deal_of_somebody_else_cannot_be_chosen(house: House) -> None:
    company = house.company("UAB Statyba")
    foreign = house.deal(company, "Ne mano", owner="Tadas")
    written = house.log(call(company))
    with house.work() as work, pytest.raises(NotFound):
        choose(work, house.member(work, "Mantas"), written.operation_id, "deal", str(foreign), 501, CARD)


def test_a_manager_may_look_but_not_rewrite_what_a_salesperson_wrote(house: House) -> None:
    written = house.log(call(house.company("UAB Statyba")))
    with house.work() as work, pytest.raises(NoLongerApplies):
        choose(work, house.member(work, "Aistė"), written.operation_id, "kind", "visit", 504, CARD)


def test_an_overtaken_operation_refuses_corrections(house: House) -> None:
    written = house.log(call(house.company("UAB Statyba")))
    corrected(house, written.operation_id, "kind", "visit")
    with house.work() as work, pytest.raises(NoLongerApplies):
        choose(work, house.member(work, "Mantas"), written.operation_id, "kind", "call", 501, CARD)


def test_the_intent_survives_its_own_json(house: House) -> None:
    written = house.log(call(house.company("UAB Statyba"), amount=Sum(Decimal("12.50"), "EUR")))
    operation = house.load(Operation, written.operation_id)
    assert msgspec.json.decode(operation.intent, type=Intent) == written.intent


def test_a_deal_that_the_message_began_goes_into_another_pipeline_by_its_stage_there(house: House) -> None:
    export = tuple(
        StagePlan(name, meaning, 10, Category.PIPELINE)
        for name, meaning in (("Kontaktas", StageMeaning.LEAD), ("Kaina", StageMeaning.PROPOSAL))
    )
    with house.database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", stages()), PipelinePlan("Eksportas", export)])
    company = house.company("UAB Statyba")
    written = house.log(call(company, stage=StageMeaning.PROPOSAL, amount=Sum(Decimal(9), "EUR")))
    with house.work() as work:
        menu(work, house.member(work, "Mantas"), written.operation_id, 501, CARD, "pipeline")
        shown = work.posted[-1].notice
    assert isinstance(shown, CorrectMenu)
    assert shown.has_pipelines
    assert [option.name for option in shown.choices] == ["Eksportas"]
    card = corrected(house, written.operation_id, "pipeline", shown.choices[0].value)
    assert card.deal is not None
    deal = house.load(Deal, card.deal.id)
    assert (card.stage, deal.amount) == ("Kaina", Decimal(9))
    assert house.load(Deal, written.deal.id if written.deal else 0).deleted_at is not None


def test_a_deal_that_was_there_before_stays_in_its_pipeline(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Fasadas")
    with house.database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", stages()), PipelinePlan("Eksportas", stages())])
    written = house.log(call(company, amount=Sum(Decimal(9), "EUR")))
    with house.work() as work:
        menu(work, house.member(work, "Mantas"), written.operation_id, 501, CARD)
        shown = work.posted[-1].notice
    assert isinstance(shown, CorrectMenu)
    assert not shown.has_pipelines
