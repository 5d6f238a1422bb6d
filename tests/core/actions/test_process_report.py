"""The playbook against what happened: by hand, as it was known then, and deals that rest are left alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions.deal_changes import move
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question, Report
from core.habits import Duty, Habits, Play
from core.insights.period import Span
from core.model import Company, Contact, Deal, NextStep, StageChange
from core.storage.ledger import Ledger, add
from core.storage.pipelines import PipelinePlan, sync
from core.terms import StepKind
from tests.builders import NOW, TEAM, House, stages

QUARTER = Span(date(2026, 10, 1), date(2027, 1, 1))
PLAYBOOKS = {
    ("pardavimai", "užklausa"): (Play(Duty.CALL, 2),),
    ("pardavimai", "pasiūlymas"): (Play(Duty.VISIT, 10), Play(Duty.AMOUNT, 5), Play(Duty.NEXT_STEP, 3)),
    ("pardavimai", "derybos"): (),
}
OWN = replace(TEAM, habits=Habits(playbooks=PLAYBOOKS))
ENTERED = datetime(2026, 11, 10, 7, tzinfo=UTC)
"""A fortnight before the Tuesday on which the tests ask."""


def report(house: House, who: str = "Kęstas", now: datetime = NOW, **question: Any) -> Report:
    with house.work(now) as work:
        work.team = OWN
        return ask(work, house.member(work, who), "process", Question(QUARTER, **question))


def rows(found: Report) -> list[tuple[Any, ...]]:
    return [
        (row["deal"], row["rep"], row["stage"], row["missing"], row["overdue_days"]) for row in found.rows
    ]


def begin(
    house: House, title: str, stage: str, owner: str = "Mantas", at: datetime = ENTERED, **more: Any
) -> int:
    """A deal that came into a stage on the tenth of November, or then."""
    values: dict[str, Any] = {"created_at": at, "stage_entered_at": at, "created_on": at.date()}
    deal_id = house.deal(house.company(f"UAB {title}"), title, owner, stage, **values | more)
    stage_id = house.load(Deal, deal_id).stage_id
    with house.database.writing() as session:
        began = {"deal_id": deal_id, "to_stage_id": stage_id, "entered_at": at, "known_at": at}
        add(session, StageChange, began)
    return deal_id


def plan(house: House, deal: int, now: datetime = NOW) -> int:
    with house.work(now) as work:
        values = {"kind": StepKind.CALL, "owner_id": house.ids["Mantas"], "created_at": now}
        ledger = Ledger.begin(work.session, "plan_step", now)
        step = ledger.create(NextStep, values | {"deal_id": deal, "remind_on": date(2026, 12, 1)})
        ledger.close()
    return step


def test_what_is_missing_is_told_with_the_longest_overdue_first(house: House) -> None:
    money: dict[str, Any] = {"amount": Decimal(10), "currency": "EUR"}
    all_done = begin(house, "done", "Pasiūlymas", **money)
    house.contact(date(2026, 11, 10), "visit", deal_id=all_done)
    plan(house, all_done)
    late = begin(house, "late", "Pasiūlymas", "Tadas")
    house.contact(date(2026, 11, 9), "visit", by="Tadas", deal_id=late)  # before it came
    house.contact(date(2026, 11, 12), "call", by="Tadas", deal_id=late)  # of another kind
    lead = begin(house, "lead", "Užklausa", "Rūta", datetime(2026, 11, 23, tzinfo=UTC))
    begin(house, "asks nothing", "Derybos")
    found = report(house)
    # the amount was due on the 15th, a next step three days after the call of the 12th
    assert rows(found) == [
        ("late", "Tadas", "Pasiūlymas", ["visit", "amount", "next_step"], 9),
        ("lead", "Rūta", "Užklausa", ["call"], 0),
    ]
    # of six that were asked, all three of "done" are done; what was asked of the lead is not due yet
    assert found.totals == {"deals": 2, "overdue": 1, "followed_share": {"Pasiūlymas": 0.5}}
    house.contact(date(2026, 11, 24), "call", by="Rūta", deal_id=lead)
    assert [row[0] for row in rows(report(house))] == ["late"]


def test_a_stage_that_was_left_forward_should_have_seen_all_of_it(house: House) -> None:
    won, lost, early = (begin(house, name, "Užklausa") for name in ("won", "lost", "early"))
    house.contact(date(2026, 11, 11), "call", deal_id=won)
    for deal, stage, day in ((won, 6, 12), (lost, 7, 20), (early, 7, 11)):
        with house.work(datetime(2026, 11, day, 9, tzinfo=UTC)) as work:
            move(work, house.member(work, "Kęstas"), deal, stage)
    # the first was called, the second was not within its two days, of the third it was not due yet
    assert report(house).totals == {"deals": 0, "overdue": 0, "followed_share": {"Užklausa": 0.5}}


@pytest.mark.parametrize("rest", ["paused", "company", "tender"])
def test_a_deal_that_rests_is_left_alone(house: House, rest: str) -> None:
    deal = begin(house, "late", "Pasiūlymas")
    tomorrow = NOW + timedelta(days=1)
    assert report(house, now=tomorrow).totals["overdue"] == 1
    with house.work(tomorrow) as work:
        ledger = Ledger.begin(work.session, "pause_deal", tomorrow)
        found = work.session.get(Deal, deal)
        company = work.session.get(Company, 1)
        assert found is not None
        assert company is not None
        if rest == "company":
            ledger.change(company, {"paused_until": date(2027, 3, 1)})
        else:
            field = "paused_until" if rest == "paused" else "tender_on"
            ledger.change(found, {field: date(2027, 3, 1)})
        ledger.close()
    assert report(house, now=tomorrow).rows == []
    assert report(house, now=tomorrow, as_of=tomorrow.date()).totals["overdue"] == 1


def test_the_past_is_told_by_what_was_known_then(house: House) -> None:
    deal, later = begin(house, "late", "Pasiūlymas"), NOW + timedelta(days=3)
    step = plan(house, deal)
    visit = house.contact(date(2026, 11, 13), "visit", deal_id=deal)
    day = date(2026, 11, 26)
    before = report(house, now=later, as_of=day)
    assert rows(before) == [("late", "Mantas", "Pasiūlymas", ["amount"], 11)]
    with house.work(later) as work:
        ledger = Ledger.begin(work.session, "correct", later)
        for record, key, values in (
            (NextStep, step, {"done_at": later}),
            (Contact, visit, {"kind": "call"}),
            (Deal, deal, {"amount": Decimal(5), "currency": "EUR"}),
        ):
            found = work.session.get(record, key)
            assert found is not None
            ledger.change(found, values)
        ledger.close()
    house.contact(date(2026, 11, 14), "visit", deal_id=deal, created_at=later)
    plan(house, deal, later)
    after = report(house, now=later, as_of=day)
    assert (after.rows, after.totals) == (before.rows, before.totals)
    assert rows(report(house, now=later)) == []


def test_a_step_with_the_customer_is_one_for_the_deal(house: House) -> None:
    begin(house, "late", "Pasiūlymas", amount=Decimal(1), currency="EUR")
    house.contact(date(2026, 11, 13), "visit", deal_id=1)
    assert rows(report(house))[0][3] == ["next_step"]
    with house.work() as work:
        values = {"kind": StepKind.CALL, "owner_id": house.ids["Mantas"], "created_at": NOW, "company_id": 1}
        ledger = Ledger.begin(work.session, "plan_step", NOW)
        ledger.create(NextStep, values)
        ledger.close()
    assert rows(report(house)) == []


def test_each_sees_the_deals_of_their_own_people(house: House) -> None:
    for owner in ("Mantas", "Rūta", "Tadas"):
        begin(house, owner, "Užklausa", owner)
    seen = {who: sorted(row[0] for row in rows(report(house, who))) for who in ("Aistė", "Tadas", "Kęstas")}
    assert seen == {
        "Aistė": ["Mantas", "Rūta"],
        "Tadas": ["Tadas"],
        "Kęstas": ["Mantas", "Rūta", "Tadas"],
    }


def test_a_stage_no_longer_configured_asks_nothing(house: House) -> None:
    begin(house, "late", "Pasiūlymas")
    with house.database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", tuple(s for s in stages() if s.name != "Pasiūlymas"))])
    assert report(house).rows == []


def test_stages_without_a_playbook_of_their_own_have_the_usual_one(house: House) -> None:
    begin(house, "lead", "Užklausa")
    with house.work() as work:
        found = ask(work, house.member(work, "Kęstas"), "process", Question(QUARTER))
    assert rows(found) == [("lead", "Mantas", "Užklausa", ["contact", "next_step"], 12)]
    assert report(house, pipeline="Pardavimai").filters == {"pipeline": "Pardavimai"}
