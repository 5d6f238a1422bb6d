"""Reminders: when an undated promise is brought up, and which contact cancels which."""

from datetime import date, timedelta

import pytest

from core.actions.card import Written
from core.actions.intent import Intent, Plan
from core.actions.undo import undo
from core.model import NextStep, Person
from core.storage.ledger import Ledger
from core.terms import ContactKind, StageMeaning, StepKind
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("contact_on", "reminded_on"),
    [
        (date(2026, 11, 27), date(2026, 11, 26)),
        (date(2026, 11, 30), date(2026, 11, 27)),
        (date(2026, 11, 25), TODAY),
        (date(2026, 12, 28), date(2026, 12, 23)),
        (None, date(2026, 11, 26)),
    ],
)
def test_an_undated_proposal_is_brought_up_the_working_day_before_the_next_contact_or_in_two(
    house: House, contact_on: date | None, reminded_on: date
) -> None:
    plans = [Plan(kind=StepKind.PROPOSAL)]
    if contact_on:
        plans.append(Plan(kind=StepKind.CALL, on=contact_on))
    intent = Intent(text="", said_at=NOW, company_id=house.company("UAB Statyba"), plans=plans)
    step = house.log(intent).steps[0]
    assert (step.due_on, step.remind_on) == (None, reminded_on)


def test_a_proposal_told_in_the_evening_is_brought_up_on_the_morning_of_tomorrow_s_contact(
    house: House,
) -> None:
    evening = NOW.replace(hour=21)
    plans = [Plan(kind=StepKind.PROPOSAL), Plan(kind=StepKind.CALL, on=TODAY + timedelta(days=1))]
    intent = Intent(text="", said_at=evening, company_id=house.company("UAB Statyba"), plans=plans)
    assert house.log(intent, now=evening).steps[0].remind_on == TODAY + timedelta(days=1)


def test_what_the_customer_owes_is_brought_up_in_five_working_days(house: House) -> None:
    owed = Plan(kind=StepKind.EMAIL, by_customer=True)
    intent = Intent(text="", said_at=NOW, company_id=house.company("UAB Statyba"), plans=[owed])
    assert house.log(intent).steps[0].remind_on == date(2026, 12, 1)


class Office:
    """A company with two people and two deals, and a call to make about each."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.company = house.company("UAB Statyba", "Jonas Kairelis")
        self.jonas = house.ids["UAB Statyba+person"]
        with house.work() as work:
            ledger = Ledger.begin(work.session, "import", work.now)
            values = {"name": "Rasa Jokubytė", "company_id": self.company, "created_at": work.now}
            self.rasa = ledger.create(Person, values)
            ledger.close()
        self.facade = house.deal(self.company, "Fasadas")
        self.roof = house.deal(self.company, "Stogas")

    def planned(self, person: int | None, deal: int | None, ahead: int = 0) -> int:
        plan = Plan(kind=StepKind.CALL, on=TODAY + timedelta(days=ahead))
        return self.house.log(self._intent(person, deal, plans=[plan])).steps[0].id

    def said(self, deal: int, **more: object) -> Written:
        return self.house.log(self._intent(None, deal, occurred_on=TODAY, **more))

    def called(self, person: int | None, deal: int | None, **more: object) -> None:
        self.house.log(self._intent(person, deal, kind=ContactKind.CALL, occurred_on=TODAY, **more))

    def _intent(self, person: int | None, deal: int | None, **more: object) -> Intent:
        base = {
            "text": "",
            "said_at": NOW,
            "company_id": self.company,
            "person_id": person,
            "deal_id": deal,
            "without_deal": deal is None,
        }
        return Intent(**(base | more))  # type: ignore[arg-type]

    def waits(self, step_id: int) -> bool:
        return bool(self.house.load(NextStep, step_id).is_open)


def test_a_call_to_jonas_cancels_his_reminder_and_not_rasas(house: House) -> None:
    office = Office(house)
    his, hers = office.planned(office.jonas, None), office.planned(office.rasa, None)
    office.called(office.jonas, None)
    assert (office.waits(his), office.waits(hers)) == (False, True)


def test_a_call_about_the_roof_cancels_its_reminder_and_not_the_facades(house: House) -> None:
    office = Office(house)
    roof, facade = office.planned(None, office.roof), office.planned(None, office.facade)
    office.called(office.jonas, office.roof)
    assert (office.waits(roof), office.waits(facade)) == (False, True)


def test_a_call_about_a_deal_cancels_its_reminder_whoever_took_the_phone(house: House) -> None:
    office = Office(house)
    step = office.planned(office.rasa, office.roof)
    office.called(office.jonas, office.roof)
    assert not office.waits(step)


def test_a_reminder_of_the_company_as_such_is_cancelled_by_anybody_there(house: House) -> None:
    office = Office(house)
    step = office.planned(None, None)
    office.called(office.jonas, office.roof)
    assert not office.waits(step)


def test_nobody_answering_cancels_nothing_and_a_later_call_waits(house: House) -> None:
    office = Office(house)
    now, later = office.planned(office.jonas, None), office.planned(office.jonas, None, ahead=3)
    office.called(office.jonas, None, no_answer=True)
    assert office.waits(now)
    office.called(office.jonas, None)
    assert (office.waits(now), office.waits(later)) == (False, True)


def test_a_lost_deal_takes_its_reminders_along_and_undo_brings_them_back(house: House) -> None:
    office = Office(house)
    roof, facade = office.planned(office.jonas, office.roof, ahead=3), office.planned(None, office.facade)
    later = Plan(kind=StepKind.CALL, on=date(2027, 3, 1))
    lost = office.said(office.roof, kind=ContactKind.NOTE, stage=StageMeaning.LOST, plans=[later])
    assert (office.waits(roof), office.waits(facade)) == (False, True)
    assert office.waits(lost.steps[0].id), "what the same message plans is for another time"
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), lost.operation_id, 501, None)
    assert office.waits(roof)
