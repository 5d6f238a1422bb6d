"""Reminders at their time: one message to each person, once, and none for what is done or moved."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from core.actions import absence, reminders, steps
from core.actions.intent import Intent, Plan
from core.actions.undo import undo
from core.actions.work import Work
from core.model import Change, NextStep
from core.notices import Reminder
from core.storage.absences import next_absence
from core.storage.database import Database
from core.storage.ledger import put
from core.terms import ContactKind, StepKind
from tests.builders import NOW, House, build_house

FRIDAY = date(2026, 11, 27)
TEN = datetime(2026, 11, 27, 8, tzinfo=UTC)
"""Ten on Friday in Vilnius."""


def book(
    house: House,
    kind: StepKind = StepKind.CALL,
    at: time = time(10),
    by: str = "Mantas",
    company_id: int | None = None,
    person_id: int | None = None,
) -> int:
    company = company_id or house.company(f"UAB Statyba {at} {by} {kind}", "Jonas")
    plans = [Plan(kind=kind, on=FRIDAY, at=at)]
    intent = Intent(text="", said_at=NOW, company_id=company, person_id=person_id, plans=plans)
    step_id = house.log(intent, by=by).steps[0].id
    told(house, NOW)
    return step_id


def told(house: House, now: datetime) -> dict[int, list[int]]:
    """What a round at that moment reminds of: the steps' ids by the reader's chat."""
    with house.work(now) as work:
        while reminders.plan(work):
            pass
        while reminders.remind(work):
            pass
        posted = [(each.chat_id, each.notice) for each in work.posted]
    assert len({chat for chat, _ in posted}) == len(posted), "one message to each person"
    notices = [(chat, notice) for chat, notice in posted if isinstance(notice, Reminder)]
    return {chat: [line.id for line in notice.steps] for chat, notice in notices}


def test_a_call_is_reminded_of_at_its_time_and_once(house: House) -> None:
    step = book(house)
    assert told(house, TEN - timedelta(seconds=1)) == {}
    assert told(house, TEN) == {501: [step]}
    for moment in (TEN, TEN - timedelta(hours=1), TEN + timedelta(hours=1)):
        assert told(house, moment) == {}, "also when the clock jumps back"


def test_a_visit_is_reminded_of_an_hour_before_with_the_brief_of_the_customer(house: House) -> None:
    step = book(house, StepKind.VISIT, time(13))
    moment = TEN + timedelta(hours=2)
    assert told(house, moment - timedelta(seconds=1)) == {}
    with house.work(moment) as work:
        reminders.remind(work)
        (posted,) = work.posted
    assert isinstance(posted.notice, Reminder)
    assert [line.id for line in posted.notice.steps] == [step]
    assert posted.notice.brief is not None
    assert posted.notice.brief.people[0].name == "Jonas"
    assert posted.notice.brief.ours == [], "the visit itself is said already"


def test_what_is_due_together_comes_as_one_message_to_each_person(house: House) -> None:
    first, second = book(house, at=time(10)), book(house, StepKind.EMAIL, time(10, 5))
    later = book(house, at=time(10, 6))
    ruta = book(house, by="Rūta")
    assert told(house, TEN) == {501: [first, second], 502: [ruta]}
    assert told(house, TEN + timedelta(minutes=6)) == {501: [later]}


@pytest.mark.parametrize("how", ["done", "drop", "put_off", "move", "undo"])
def test_one_that_is_over_or_moved_is_not_reminded_of_at_its_old_time(house: House, how: str) -> None:
    step_id = book(house)
    with house.work() as work:
        by = house.member(work, "Mantas")
        step = work.session.get_one(NextStep, step_id)
        if how == "undo":
            undo(work, by, operation_of(work, step), 501, None)
        elif how == "move":
            steps.move(work, by, step_id, FRIDAY + timedelta(days=3), time(9))
        else:
            getattr(steps, how)(work, by, step_id)
    assert told(house, TEN) == {}


def operation_of(work: Work, step: NextStep) -> int:
    query = select(Change.operation_id).where(Change.record == "next_steps", Change.record_id == step.id)
    return int(work.session.scalars(query.limit(1)).one())


def test_a_moved_one_whose_move_is_undone_is_reminded_of_at_its_first_time(house: House) -> None:
    step_id = book(house)
    with house.work() as work:
        deed = steps.move(work, house.member(work, "Mantas"), step_id, FRIDAY, time(12))
    told(house, NOW)
    with house.work(NOW + timedelta(hours=1)) as work:
        undo(work, house.member(work, "Mantas"), deed.operation_id, 501, None)
    told(house, NOW + timedelta(hours=1))
    assert told(house, TEN) == {501: [step_id]}


def test_an_hour_later_it_comes_again(house: House) -> None:
    step_id = book(house)
    assert told(house, TEN) == {501: [step_id]}
    with house.work(TEN + timedelta(minutes=10)) as work:
        deed = steps.put_off(work, house.member(work, "Mantas"), step_id)
    assert deed.step is not None
    assert deed.step.at == time(11, 10), "an hour from the tap, as its time was over"
    told(house, TEN + timedelta(minutes=10))
    assert told(house, TEN + timedelta(minutes=70)) == {501: [step_id]}


def test_anybody_who_logs_that_contact_cancels_it(house: House) -> None:
    company = house.company("UAB Tiltas", "Rasa")
    person = house.ids["UAB Tiltas+person"]
    hers = book(house, company_id=company, person_id=person)
    call = Intent(
        text="",
        said_at=NOW,
        kind=ContactKind.CALL,
        company_id=company,
        person_id=person,
        occurred_on=FRIDAY,
    )
    house.log(call, by="Rūta", now=TEN - timedelta(hours=1))
    assert house.load(NextStep, hers).done_at is not None
    assert told(house, TEN) == {}


def test_a_colleagues_step_with_somebody_else_at_the_company_stays(house: House) -> None:
    company = house.company("UAB Tiltas", "Rasa")
    step = book(house, company_id=company)
    call = Intent(text="", said_at=NOW, kind=ContactKind.CALL, company_id=company, occurred_on=FRIDAY)
    house.log(call, by="Rūta", now=TEN - timedelta(hours=1))
    assert told(house, TEN) == {501: [step]}


def test_a_deputy_is_reminded_in_the_place_of_who_is_away(house: House) -> None:
    step = book(house)
    with house.work() as work:
        by = house.member(work, "Mantas")
        absence.off(work, by, "iki pirmadienio", 501)
        known = next_absence(work.session, by, FRIDAY)
        assert known is not None
        absence.name_deputy(work, by, known.id, house.ids["Rūta"], 501, 1)
    assert told(house, TEN) == {502: [step]}


def test_who_is_away_without_a_deputy_is_reminded_of_the_time_that_they_named(house: House) -> None:
    step = book(house)
    with house.work() as work:
        absence.off(work, house.member(work, "Mantas"), "iki pirmadienio", 501)
    assert told(house, TEN) == {501: [step]}


def test_after_a_downtime_what_is_late_comes_once_and_what_is_too_late_is_left_to_the_agenda(
    house: House,
) -> None:
    book(house, at=time(8))
    step = book(house, at=time(10))
    assert told(house, TEN + timedelta(hours=3)) == {501: [step]}
    assert told(house, TEN + timedelta(hours=3)) == {}


def test_one_booked_for_a_time_that_is_over_is_left_to_the_agenda(house: House) -> None:
    plans = [Plan(kind=StepKind.CALL, on=NOW.date(), at=time(9))]
    house.log(Intent(text="", said_at=NOW, company_id=house.company("UAB Statyba"), plans=plans))
    assert told(house, NOW) == {}
    assert told(house, NOW + timedelta(hours=1)) == {}


def test_one_booked_just_before_a_downtime_that_lasts_beyond_its_time_comes_after_it(house: House) -> None:
    plans = [Plan(kind=StepKind.CALL, on=NOW.date(), at=time(11))]
    written = house.log(Intent(text="", said_at=NOW, company_id=house.company("UAB Statyba"), plans=plans))
    assert told(house, NOW + timedelta(hours=2)) == {501: [written.steps[0].id]}


def test_who_has_left_gets_none(house: House) -> None:
    book(house)
    with house.work() as work:
        put(work.session, house.member(work, "Mantas"), {"left_at": NOW})
    assert told(house, TEN) == {}


def test_on_postgresql_two_processes_at_once_remind_each_person_once(postgresql_url: str) -> None:
    house = build_house(Database(postgresql_url))
    mantas, ruta = book(house), book(house, by="Rūta")
    with house.work(TEN) as first:
        reminders.remind(first)
        with house.work(TEN) as second:
            reminders.remind(second)
    both = [*first.posted, *second.posted]
    found = [line.id for each in both if isinstance(each.notice, Reminder) for line in each.notice.steps]
    assert sorted(found) == sorted([mantas, ruta])
    house.database.close()
