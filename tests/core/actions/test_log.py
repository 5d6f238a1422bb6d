"""What a logged message writes, and what it leaves alone."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.actions.card import card
from core.actions.customer import DirectoryNames
from core.actions.intent import Intent, Plan, from_report
from core.actions.work import Source
from core.model import Change, Company, Contact, Deal, NextStep, Person, StageChange
from core.notices import Sum
from core.reading import read
from core.reading.directory import Directory
from core.terms import ContactKind, LostReason, StageMeaning, StepKind
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)


def call(company_id: int | None, **more: object) -> Intent:
    base = {"text": "Skambinau", "said_at": NOW, "kind": ContactKind.CALL, "occurred_on": TODAY}
    return Intent(**(base | {"company_id": company_id} | more))  # type: ignore[arg-type]


def test_a_call_with_two_promises_writes_a_contact_and_both_steps(house: House) -> None:
    company = house.company("UAB Statyba")
    plans = [
        Plan(kind=StepKind.PROPOSAL, text="nori pasiūlymo"),
        Plan(kind=StepKind.CALL, on=date(2026, 11, 27), at=time(10)),
    ]
    written = house.log(call(company, duration_min=15, plans=plans))
    proposal, recall = (house.load(NextStep, step.id) for step in written.steps)
    assert house.load(Contact, written.contact_id or 0).duration_min == 15
    assert (recall.due_on, recall.due_time) == (date(2026, 11, 27), time(10))
    assert recall.due_at.isoformat() == "2026-11-27T08:00:00+00:00"
    assert proposal.remind_on == date(2026, 11, 26), "the working day before the next contact"


def test_an_undated_promise_is_brought_up_in_two_working_days(house: House) -> None:
    company = house.company("UAB Statyba")
    written = house.log(call(company, plans=[Plan(kind=StepKind.TASK)]))
    assert house.load(NextStep, written.steps[0].id).remind_on == date(2026, 11, 26)


def test_the_only_open_deal_takes_the_amount_and_shows_the_old_one(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas", amount=Decimal(8000), currency="EUR")
    written = house.log(call(company, amount=Sum(Decimal(12000), "EUR")))
    assert house.load(Deal, deal).amount == Decimal(12000)
    assert written.amount_before == Sum(Decimal("8000.00"), "EUR")


@pytest.mark.parametrize(("had", "kept"), [(None, "8 612 34567"), ("+370 600 00000", "+370 600 00000")])
def test_a_number_told_with_a_person_is_theirs_unless_they_have_one(
    house: House, had: str | None, kept: str
) -> None:
    house.company("UAB Statyba", "Jonas Kairelis")
    known = house.ids["UAB Statyba+person"]
    for message, phone in enumerate(filter(None, (had, "8 612 34567")), start=1):
        house.log(call(None, person_id=known, phone=phone), message_id=message)
    assert house.load(Person, known).phone == kept


def test_a_number_in_a_message_goes_to_the_new_person(house: House) -> None:
    with house.work() as work:
        names = DirectoryNames(work)
    report = read("Rokas, tel. 8 612 34567", NOW.replace(tzinfo=None), Directory()).reports[0]
    house.log(from_report(report, "", Source(1, 1, NOW), names))
    with house.work() as work:
        assert work.session.scalars(select(Person.phone)).all() == ["8 612 34567"]


@pytest.mark.parametrize(("said", "currency"), [("3k", "USD"), ("3k eur", "EUR"), ("£3000", "GBP")])
def test_an_amount_without_a_currency_is_in_the_team_s(house: House, said: str, currency: str) -> None:
    with house.work() as work:
        names = DirectoryNames(replace(work, team=replace(work.team, currency="USD")))
    report = read(f"Met Tom, wants an offer {said}", NOW.replace(tzinfo=None), Directory()).reports[0]
    intent = from_report(report, "", Source(1, 1, NOW), names)
    assert intent.amount == Sum(Decimal(3000), currency)


def test_a_budget_only_fills_an_empty_amount(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas", amount=Decimal(8000), currency="EUR")
    house.log(call(company, amount=Sum(Decimal(5000), "EUR"), is_budget=True))
    assert house.load(Deal, deal).amount == Decimal(8000)


def test_winning_is_never_guessed_among_several_deals(house: House) -> None:
    company = house.company("UAB Statyba")
    deals = [house.deal(company, title) for title in ("Fasadas", "Stogas")]
    written = house.log(call(company, kind=ContactKind.NOTE, stage=StageMeaning.WON))
    assert [house.load(Deal, deal).closed_on for deal in deals] == [None, None]
    assert written.intent.asked is not None
    assert {option.name for option in written.intent.asked.options} == {"Fasadas", "Stogas"}


def test_the_words_of_a_title_name_the_deal(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Stogo danga")
    facade = house.deal(company, "Fasado medžiagos")
    written = house.log(call(company, text="Laimėjome fasado medžiagas", stage=StageMeaning.WON))
    assert house.load(Deal, facade).closed_on == TODAY
    assert written.intent.asked is None


def test_a_repeated_proposal_moves_to_the_next_stage_of_that_meaning(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas", stage="Pasiūlymas")
    written = house.log(call(company, stage=StageMeaning.PROPOSAL))
    assert written.stage is not None
    assert written.stage.name == "Pataisytas pasiūlymas"
    again = house.log(call(company, stage=StageMeaning.QUALIFIED))
    assert again.stage is None, "a deal never moves back because of a word"
    with house.database.reading() as session:
        moves = session.scalars(select(StageChange).where(StageChange.deal_id == deal)).all()
    assert len(moves) == 1


def test_a_lost_deal_keeps_reason_and_competitor(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas")
    lost = {"stage": StageMeaning.LOST, "lost_reason": LostReason.PRICE, "competitor": "Plienva"}
    house.log(call(company, **lost))
    found = house.load(Deal, deal)
    assert (found.closed_on, found.lost_reason, found.competitor) == (TODAY, LostReason.PRICE, "Plienva")


def test_a_new_enquiry_begins_a_deal_beside_the_open_one(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Fasadas", stage="Derybos")
    written = house.log(call(company, stage=StageMeaning.LEAD))
    assert written.deal_is_new


def test_an_unknown_company_and_person_become_records_once(house: House) -> None:
    first = house.log(call(None, new_company="Žaliagirė", new_person="Nerijus"))
    second = house.log(call(None, new_company="Žaliagirė", new_person="Nerijus"), message_id=2)
    assert first.customer.company_is_new
    assert not second.customer.company_is_new
    assert first.customer.company_id == second.customer.company_id
    assert first.customer.person_id == second.customer.person_id


def test_a_contact_ticks_off_the_step_that_it_was(house: House) -> None:
    company = house.company("UAB Statyba")
    planned = house.log(call(company, plans=[Plan(kind=StepKind.CALL, on=TODAY)])).steps[0]
    later = house.log(
        call(company, plans=[Plan(kind=StepKind.CALL, on=date(2026, 12, 4))]), message_id=2
    ).steps[0]
    house.log(call(company), message_id=3)
    assert house.load(NextStep, planned.id).done_at == NOW
    assert house.load(NextStep, later.id).done_at is None


def test_a_late_report_is_valid_on_its_day_and_known_now(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas")
    house.log(call(company, occurred_on=date(2026, 11, 20), probability=70))
    with house.database.reading() as session:
        change = session.scalars(
            select(Change).where(
                Change.record == "deals", Change.record_id == deal, Change.field == "probability"
            )
        ).one()
    assert change.known_at == NOW
    assert change.valid_at.date() == date(2026, 11, 20)


def test_a_named_holiday_is_kept_and_pointed_out(house: House) -> None:
    company = house.company("UAB Statyba")
    intent = call(company, plans=[Plan(kind=StepKind.MEETING, on=date(2026, 12, 25))])
    written = house.log(intent)
    with house.work() as work:
        line = card(work, house.member(work, "Mantas"), written).steps[0]
    assert line.on == date(2026, 12, 25)
    assert line.free_day is not None
    assert "Kalėd" in line.free_day


def test_names_of_records_are_cut_not_refused(house: House) -> None:
    written = house.log(call(None, new_company="Ž" * 1000))
    assert len(house.load(Company, written.customer.company_id or 0).name) == 300
