"""Next steps by taps: done, moved, dropped, planned."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from core.actions import how_it_went, planning, steps
from core.actions.intent import Intent, Plan
from core.actions.picking import quick_picks
from core.actions.undo import undo
from core.actions.work import Source
from core.errors import NoLongerApplies, NotFound, NotUnderstood
from core.model import Contact, Deal, NextStep, Stage
from core.notices.purpose import Purpose
from core.terms import ContactKind, StepKind
from tests.builders import NOW, House
from tests.core.actions.test_agenda import TODAY, away

TUESDAY = TODAY


def planned(house: House, kind: StepKind = StepKind.CALL, **more: object) -> int:
    """A step with Jonas of Statyba on its only deal, due today."""
    company = house.company("UAB Statyba", "Jonas Kairelis")
    house.ids["deal"] = house.deal(company, "Fasado medžiagos")
    values = {"on": TODAY, "at": time(10)} | more
    intent = Intent(
        text="",
        said_at=NOW,
        company_id=company,
        person_id=house.ids["UAB Statyba+person"],
        deal_id=house.ids["deal"],
        plans=[Plan(kind=kind, **values)],  # type: ignore[arg-type]
    )
    return house.log(intent).steps[0].id


def contacts(house: House) -> list[Contact]:
    with house.database.reading() as session:
        return list(session.scalars(select(Contact).where(Contact.deleted_at.is_(None)).order_by(Contact.id)))


def test_a_call_ticked_off_is_a_call_logged_with_that_customer_and_deal(house: House) -> None:
    step_id = planned(house)
    with house.work() as work:
        deed = steps.done(work, house.member(work, "Mantas"), step_id)
    assert deed.asks
    (contact,) = contacts(house)
    assert (contact.kind, contact.person_id) == (ContactKind.CALL, house.ids["UAB Statyba+person"])
    assert (contact.deal_id, contact.occurred_on, contact.note) == (house.ids["deal"], TODAY, None)
    assert house.load(NextStep, step_id).done_at == NOW


def test_a_proposal_ticked_off_moves_the_deal_to_its_stage_and_undo_takes_all_back(house: House) -> None:
    step_id = planned(house, StepKind.PROPOSAL)
    with house.work() as work:
        deed = steps.done(work, house.member(work, "Mantas"), step_id)
    assert not deed.asks
    deal = house.load(Deal, house.ids["deal"])
    assert house.load(Stage, deal.stage_id).name == "Pasiūlymas"
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), deed.operation_id, 501, None)
    assert contacts(house) == []
    assert house.load(NextStep, step_id).is_open
    assert house.load(Deal, deal.id).stage_id != deal.stage_id


@pytest.mark.parametrize(("deals", "stage"), [(1, "Pasiūlymas"), (2, "Užklausa")])
def test_a_proposal_that_names_no_deal_moves_the_only_one_and_none_of_several(
    house: House, deals: int, stage: str
) -> None:
    company = house.company("UAB Statyba")
    plan = Plan(kind=StepKind.PROPOSAL)
    step_id = house.log(Intent(text="", said_at=NOW, company_id=company, plans=[plan])).steps[0].id
    ids = [house.deal(company, f"Sandoris {number}") for number in range(deals)]
    with house.work() as work:
        steps.done(work, house.member(work, "Mantas"), step_id)
    assert {house.load(Stage, house.load(Deal, deal).stage_id).name for deal in ids} == {stage}
    assert len(contacts(house)) == 1


@pytest.mark.parametrize("more", [{"by_customer": True}, {"kind": StepKind.TASK}])
def test_what_is_no_contact_of_ours_is_only_ticked_off(house: House, more: dict[str, object]) -> None:
    step_id = planned(house, **more)  # type: ignore[arg-type]
    with house.work() as work:
        assert not steps.done(work, house.member(work, "Mantas"), step_id).asks
    assert contacts(house) == []
    assert house.load(NextStep, step_id).done_at == NOW


@pytest.mark.parametrize("act", [steps.done, steps.drop])
def test_a_second_tap_changes_nothing(house: House, act: object) -> None:
    step_id = planned(house)
    with house.work() as work:
        act(work, house.member(work, "Mantas"), step_id)  # type: ignore[operator]
    with house.work() as work, pytest.raises(NoLongerApplies):
        act(work, house.member(work, "Mantas"), step_id)  # type: ignore[operator]
    assert len(contacts(house)) <= 1


def test_a_colleague_touches_no_step_of_mine_unless_standing_in(house: House) -> None:
    company = house.company("UAB Tiltas")
    plan = Plan(kind=StepKind.CALL, on=TODAY)
    intent = Intent(text="", said_at=NOW, company_id=company, plans=[plan])
    step_id = house.log(intent, by="Rūta").steps[0].id
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        for act in (steps.done, steps.drop):
            with pytest.raises(NotFound):
                act(work, mantas, step_id)
    away(house, TODAY, TODAY + timedelta(days=1))
    with house.work() as work:
        steps.done(work, house.member(work, "Mantas"), step_id)
    assert house.load(NextStep, step_id).owner_id == house.ids["Rūta"], "credit stays"
    (contact,) = contacts(house)
    assert contact.by_id == house.ids["Mantas"]


def test_no_answer_is_logged_and_the_call_comes_back_the_next_working_day(house: House) -> None:
    step_id = planned(house)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        ticked = steps.done(work, mantas, step_id)
        again, deed = how_it_went.no_answer(work, mantas, ticked.operation_id)
    (contact,) = contacts(house)
    assert contact.no_answer
    step = house.load(NextStep, again)
    assert (step.due_on, step.due_time, step.is_open) == (date(2026, 11, 25), time(10), True)
    assert not house.load(NextStep, step_id).is_open
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), deed.operation_id, 501, None)
    assert contacts(house) == []
    assert house.load(NextStep, step_id).is_open
    assert not house.load(NextStep, again).is_open


def test_what_was_put_off_is_open_again_and_nothing_is_logged(house: House) -> None:
    step_id = planned(house)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        operation_id = steps.done(work, mantas, step_id).operation_id
        assert how_it_went.postponed(work, mantas, operation_id) == step_id
        with pytest.raises(NoLongerApplies):
            how_it_went.well(work, mantas, operation_id)
    assert contacts(house) == []
    assert house.load(NextStep, step_id).is_open


@pytest.mark.parametrize(
    ("words", "kind", "minutes"),
    [
        ("Kalbėjom 15 min, nori pasiūlymo", ContactKind.CALL, 15),
        ("Viskas gerai", ContactKind.CALL, None),
        ("Buvau pas juos 30 min", ContactKind.VISIT, 30),
    ],
)
def test_words_after_a_tick_are_one_contact_of_that_customer(
    house: House, words: str, kind: ContactKind, minutes: int | None
) -> None:
    step_id = planned(house)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        operation_id = steps.done(work, mantas, step_id).operation_id
        how_it_went.in_words(work, mantas, operation_id, words, Source(501, 9, NOW))
    (contact,) = contacts(house)
    assert (contact.kind, contact.duration_min, contact.note) == (kind, minutes, words)
    assert (contact.person_id, contact.deal_id) == (house.ids["UAB Statyba+person"], house.ids["deal"])
    assert house.load(NextStep, step_id).done_at == NOW


@pytest.mark.parametrize("words", ["Labas", "Buvau pas Tiltą 20 min"])
def test_words_about_somebody_else_are_not_taken_for_the_answer(house: House, words: str) -> None:
    step_id = planned(house)
    house.company("UAB Tiltas")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        operation_id = steps.done(work, mantas, step_id).operation_id
        with pytest.raises(NotUnderstood):
            how_it_went.in_words(work, mantas, operation_id, words, Source(501, 9, NOW))
    assert len(contacts(house)) == 1


def test_a_day_that_was_named_is_never_moved_only_warned_of(house: House) -> None:
    step_id = planned(house)
    christmas = date(2026, 12, 25)
    with house.work() as work:
        deed = steps.move(work, house.member(work, "Mantas"), step_id, christmas, time(9))
    step = house.load(NextStep, step_id)
    assert (step.due_on, step.due_time, step.remind_on) == (christmas, time(9), christmas)
    assert deed.step is not None
    assert deed.step.free_day


def test_a_day_that_is_over_is_not_picked_any_more(house: House) -> None:
    step_id = planned(house)
    with house.work() as work, pytest.raises(NoLongerApplies):
        steps.move(work, house.member(work, "Mantas"), step_id, TODAY - timedelta(days=1), None)


@pytest.mark.parametrize(
    ("today", "soonest", "friday", "fortnight"),
    [
        (date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27), date(2026, 12, 8)),
        (date(2026, 11, 26), date(2026, 11, 27), date(2026, 12, 4), date(2026, 12, 10)),
        (date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 4), date(2026, 12, 11)),
        (date(2026, 12, 23), date(2026, 12, 28), date(2027, 1, 4), date(2027, 1, 6)),
        (date(2026, 12, 11), date(2026, 12, 14), date(2026, 12, 18), date(2026, 12, 28)),
    ],
)
def test_days_that_we_compute_are_working_days(
    today: date, soonest: date, friday: date, fortnight: date
) -> None:
    assert [pick.on for pick in quick_picks(today, "LT")] == [soonest, friday, fortnight]


def test_a_step_is_planned_for_a_deal_with_its_customer(house: House) -> None:
    planned(house)
    purpose = Purpose("plan", planning.subject(house.ids["deal"], 0, 0), "visit")
    with house.work() as work:
        step_id, deed = planning.plan(work, house.member(work, "Mantas"), purpose, TODAY, None)
    step = house.load(NextStep, step_id)
    assert (step.kind, step.deal_id, step.due_on) == (StepKind.VISIT, house.ids["deal"], TODAY)
    assert step.company_id is not None
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), deed.operation_id, 501, None)
    assert not house.load(NextStep, step_id).is_open


@pytest.mark.parametrize("subject", ["d1", "x1", "c999", "d", ""])
def test_a_step_is_planned_for_nobody_that_one_does_not_see(house: House, subject: str) -> None:
    planned(house)
    with house.work() as work, pytest.raises((NotFound, NoLongerApplies)):
        planning.plan(work, house.member(work, "Tadas"), Purpose("plan", subject, "call"), TODAY, None)
