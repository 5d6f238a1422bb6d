"""The useful line appears only when there is something good or needed to say."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.actions.intent import Intent, Plan
from core.actions.useful_line import useful_line
from core.model import Deal
from core.notices import UsefulLine
from core.terms import ContactKind, StageMeaning, StepKind
from tests.builders import NOW, House

TODAY = date(2026, 11, 24)


def said(company_id: int, days_ago: int = 0, **more: object) -> Intent:
    now = NOW - timedelta(days=days_ago)
    base = {"text": "Skambinau", "said_at": now, "kind": ContactKind.CALL, "occurred_on": now.date()}
    return Intent(**(base | {"company_id": company_id} | more))  # type: ignore[arg-type]


def line(house: House, intent: Intent, message_id: int = 9) -> UsefulLine | None:
    written = house.log(intent, message_id=message_id)
    with house.work() as work:
        return useful_line(work, house.member(work, "Mantas"), written)


def test_an_ordinary_log_has_none(house: House) -> None:
    company = house.company("UAB Statyba")
    assert line(house, said(company)) is None
    assert line(house, said(company), 10) is None


@pytest.mark.parametrize(("days", "told"), [(29, None), (30, 30), (43, 43)])
def test_a_long_silence_is_told(house: House, days: int, told: int | None) -> None:
    company = house.company("UAB Statyba")
    house.log(said(company, days), now=NOW - timedelta(days=days))
    found = line(house, said(company))
    assert (found.days if found else None) == told


def test_a_promise_of_theirs_that_is_due_comes_first(house: House) -> None:
    company = house.company("UAB Statyba")
    theirs = Plan(kind=StepKind.EMAIL, on=TODAY, by_customer=True, text="atsiųs brėžinius")
    house.log(said(company, 40, plans=[theirs]), now=NOW - timedelta(days=40))
    found = line(house, said(company))
    assert found is not None
    assert found.kind == "promise-due"
    assert found.step is not None
    assert found.step.text == "atsiųs brėžinius"


def test_an_own_step_that_is_late_is_told_and_one_for_later_is_not(house: House) -> None:
    company = house.company("UAB Statyba")
    late = Plan(kind=StepKind.TASK, on=TODAY - timedelta(days=1), text="paruošti sutartį")
    later = Plan(kind=StepKind.TASK, on=TODAY + timedelta(days=1), text="užsakyti medžiagas")
    house.log(said(company, 2, plans=[later]), now=NOW - timedelta(days=2))
    assert line(house, said(company)) is None
    house.log(said(company, 2, plans=[late]), message_id=2, now=NOW - timedelta(days=2))
    found = line(house, said(company), 10)
    assert found is not None
    assert found.kind == "step-late"


def test_what_a_message_plans_itself_is_not_told_again(house: House) -> None:
    company = house.company("UAB Statyba")
    plan = Plan(kind=StepKind.TASK, on=TODAY - timedelta(days=1), text="paruošti sutartį")
    assert line(house, said(company, plans=[plan])) is None


def closed_history(house: House, company: int) -> None:
    """So many deals won and lost that there is something to learn from."""
    for number in range(40):
        stage = "Laimėta" if number % 2 else "Prarasta"
        created = date(2026, 3, 1) + timedelta(days=number)
        house.deal(
            company,
            f"Senas {number}",
            stage=stage,
            created_on=created,
            closed_on=created + timedelta(days=30),
            amount=Decimal(1000),
            currency="EUR",
        )


def test_a_won_deal_moves_the_expected_month_up_by_what_was_not_expected_yet(house: House) -> None:
    company = house.company("UAB Statyba")
    closed_history(house, company)
    house.deal(company, "Fasadas", stage="Derybos", amount=Decimal(8000), currency="EUR")
    found = line(house, said(company, stage=StageMeaning.WON))
    assert found is not None
    assert found.kind == "expected"
    assert found.sum is not None
    assert Decimal(0) < found.sum.amount <= Decimal(8000)


def test_a_thin_history_says_nothing_of_the_month(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Fasadas", stage="Derybos", amount=Decimal(8000), currency="EUR")
    assert line(house, said(company, stage=StageMeaning.WON)) is None
    assert house.load(Deal, deal).closed_on == TODAY
