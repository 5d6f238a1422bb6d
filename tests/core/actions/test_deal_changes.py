"""Deals begun, moved and changed without a message leave the same history as those that a message changed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.actions.deal_changes import NewDeal, begin, move, set_fields
from core.errors import NotFound
from core.model import Change, Deal, StageChange
from core.storage.pipeline_stages import first_pipeline, stages_of
from core.terms import Category, LostReason
from tests.builders import NOW, House


def moves(house: House, deal_id: int) -> list[StageChange]:
    with house.database.reading() as session:
        found = select(StageChange).where(StageChange.deal_id == deal_id).order_by(StageChange.id)
        return list(session.scalars(found))


def logged(house: House, deal_id: int, field: str) -> list[str | None]:
    with house.database.reading() as session:
        found = select(Change.new).where(
            Change.record == "deals", Change.record_id == deal_id, Change.field == field
        )
        return list(session.scalars(found.order_by(Change.id)))


def stage_ids(house: House) -> dict[str, int]:
    with house.database.reading() as session:
        return {stage.name: stage.id for stage in stages_of(session, first_pipeline(session).id)}


def begun(house: House, amount: Decimal | None = None) -> int:
    company = house.company("UAB Statyba")
    with house.work() as work:
        new = NewDeal("Fasadas", first_pipeline(work.session).id, company, source="paroda", amount=amount)
        return begin(work, house.member(work, "Mantas"), new).id


def test_a_deal_begins_in_the_first_stage_as_its_members_own(house: House) -> None:
    deal_id = begun(house, Decimal(8000))
    deal = house.load(Deal, deal_id)
    assert (deal.owner_id, deal.stage_id) == (house.ids["Mantas"], stage_ids(house)["Užklausa"])
    assert (str(deal.money), deal.source, deal.created_on) == ("8000.00 EUR", "paroda", date(2026, 11, 24))
    assert [move.from_stage_id for move in moves(house, deal_id)] == [None]
    assert logged(house, deal_id, "source") == ['"paroda"']


def test_a_deal_moves_back_and_opens_again(house: House) -> None:
    deal_id, stages = begun(house), stage_ids(house)
    for hours, name in enumerate(("Derybos", "Pasiūlymas", "Prarasta", "Derybos")):
        with house.work(NOW + timedelta(hours=hours)) as work:
            reason = LostReason.PRICE if name == "Prarasta" else None
            move(work, house.member(work, "Mantas"), deal_id, stages[name], lost_reason=reason)
    deal = house.load(Deal, deal_id)
    assert (deal.stage_id, deal.closed_on, deal.lost_reason) == (stages["Derybos"], None, None)
    assert logged(house, deal_id, "lost_reason") == ['"price"', None]
    expected = [stages[name] for name in ("Užklausa", "Derybos", "Pasiūlymas", "Prarasta", "Derybos")]
    assert [each.to_stage_id for each in moves(house, deal_id)] == expected


def test_a_late_report_of_a_move_is_true_since_it_happened_and_known_since_it_was_told(house: House) -> None:
    deal_id, happened = begun(house), NOW + timedelta(days=1)
    with house.work(NOW + timedelta(days=4)) as work:
        won = stage_ids(house)["Laimėta"]
        move(work, house.member(work, "Mantas"), deal_id, won, at=happened)
    told = moves(house, deal_id)[-1]
    assert (told.entered_at, told.known_at) == (happened, NOW + timedelta(days=4))
    assert house.load(Deal, deal_id).closed_on == date(2026, 11, 25)


def test_a_contract_date_that_is_pushed_out_leaves_both_dates_in_the_log(house: House) -> None:
    deal_id = begun(house)
    for day in (date(2026, 12, 1), date(2027, 1, 15)):
        with house.work() as work:
            values = {"expected_close_on": day, "category": Category.COMMIT}
            set_fields(work, house.member(work, "Mantas"), deal_id, values)
    assert logged(house, deal_id, "expected_close_on") == ['"2026-12-01"', '"2027-01-15"']
    assert logged(house, deal_id, "category") == ['"commit"']


def test_an_amount_comes_and_goes_with_its_currency(house: House) -> None:
    deal_id = begun(house)
    for amount, shown in ((Decimal(900), "900.00 EUR"), (None, "None")):
        with house.work() as work:
            assert set_fields(work, house.member(work, "Mantas"), deal_id, {"amount": amount})
        assert str(house.load(Deal, deal_id).money) == shown


def test_nobody_moves_a_deal_they_do_not_see_or_to_a_stage_that_is_not_there(house: House) -> None:
    deal_id, stages = begun(house), stage_ids(house)
    with house.work() as work:
        with pytest.raises(NotFound):
            move(work, house.member(work, "Tadas"), deal_id, stages["Derybos"])
        with pytest.raises(NotFound):
            move(work, house.member(work, "Mantas"), deal_id, max(stages.values()) + 1)
        with pytest.raises(ValueError, match="owner_id"):
            set_fields(work, house.member(work, "Mantas"), deal_id, {"owner_id": 1})
