"""Suggestions, promises and the Friday tidy: what waits for nobody."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions import planning, tidy
from core.actions.agenda import today
from core.actions.intent import Intent, Plan
from core.actions.promises import PAGE, show_promises
from core.actions.steps import done
from core.actions.suggestions import suggestions
from core.actions.undo import undo
from core.errors import NoLongerApplies
from core.insights.dormant import is_dormant
from core.model import Company, Deal
from core.money import Rate
from core.notices import Notice, Promises, Suggestion, Tidy
from core.notices.purpose import Purpose
from core.storage.ledger import Ledger
from core.terms import ContactKind, LostReason, StepKind
from tests.builders import NOW, House
from tests.core.actions.test_agenda import TODAY, plan

PAST = date(2026, 11, 3)
CHAT = 501


def money(amount: int) -> dict[str, Any]:
    return {"amount": Decimal(amount), "currency": "EUR"}


def suggested(house: House) -> list[Suggestion]:
    with house.work() as work:
        return suggestions(work, house.member(work, "Mantas"))


def reasons(house: House) -> list[tuple[str, str | None]]:
    return [(each.reason, each.deal.name if each.deal else None) for each in suggested(house)]


def spoken(house: House, company: int, *ago: int) -> None:
    """Calls with a company so many days ago."""
    for number, days in enumerate(ago):
        at = NOW - timedelta(days=days)
        intent = Intent(text="", said_at=at, kind=ContactKind.CALL, company_id=company, occurred_on=at.date())
        house.log(intent, message_id=900 + number, now=at)


def change(house: House, record: type[Company | Deal], record_id: int, **values: object) -> None:
    with house.work() as work:
        found = work.session.get(record, record_id)
        assert found is not None
        ledger = Ledger.begin(work.session, "test", work.now)
        ledger.change(found, values)
        ledger.close()


def test_sums_of_several_currencies_are_compared_by_the_rates_of_the_day(house: House) -> None:
    company = house.company("UAB Statyba")
    rates = (Rate("SEK", date(2026, 1, 1), Decimal("0.09")), Rate("GBP", date(2026, 1, 1), Decimal("1.15")))
    for title, amount, currency in (
        ("Krona", 50_000, "SEK"),
        ("Krona 2", 49_000, "SEK"),
        ("Krona 3", 48_000, "SEK"),
        ("Euras", 10_000, "EUR"),
        ("Svaras", 9_900, "GBP"),
        ("Be kurso", 90_000, "PLN"),
        ("Be sumos", None, None),
    ):
        house.deal(company, title, amount=None if amount is None else Decimal(amount), currency=currency)
    with house.work() as work:
        work.team = replace(work.team, rates=rates)
        found = suggestions(work, house.member(work, "Mantas"))
    assert [each.deal.name for each in found if each.deal] == ["Svaras", "Euras", "Krona"]


def test_a_silent_customer_is_worth_what_their_sums_are_in_the_teams_currency(house: House) -> None:
    rates = (Rate("SEK", date(2026, 1, 1), Decimal("0.09")),)
    for name, amount, currency in (("UAB Kronos", 20_000, "SEK"), ("UAB Eurai", 5_000, "EUR")):
        company = house.company(name)
        won: dict[str, Any] = {"stage": "Laimėta", "closed_on": date(2026, 5, 5)}
        house.deal(company, "Sena", amount=Decimal(amount), currency=currency, **won)
        spoken(house, company, 100, 90)
    with house.work() as work:
        work.team = replace(work.team, rates=rates)
        found = suggestions(work, house.member(work, "Mantas"))
    assert [each.company.name for each in found if each.company] == ["UAB Eurai", "UAB Kronos"]


def test_the_most_valuable_come_first_and_at_most_three(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Maža", **money(100))
    house.deal(company, "Didelė", **money(50_000))
    house.deal(company, "Vėluoja", expected_close_on=PAST, **money(9_000))
    house.deal(company, "Be sumos")
    house.deal(company, "Svetima", owner="Rūta", **money(10**6))
    found = [("no-step", "Didelė"), ("date-passed", "Vėluoja"), ("no-step", "Maža")]
    assert reasons(house) == found


def test_a_deal_or_its_customer_with_something_planned_is_not_suggested(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Fasadas")
    step = plan(house, company, TODAY + timedelta(days=9))
    assert reasons(house) == []
    with house.work() as work:
        done(work, house.member(work, "Mantas"), step)
    assert reasons(house) == [("no-step", "Fasadas")]


@pytest.mark.parametrize(
    ("values", "is_left_alone"),
    [
        ({}, False),
        ({"tender_on": date(2026, 11, 20)}, True),
        ({"tender_on": date(2026, 12, 20)}, True),
        ({"paused_until": date(2027, 3, 1)}, True),
        ({"paused_until": TODAY}, False),
    ],
)
def test_a_tender_and_a_deal_in_a_seasonal_break_are_left_alone(
    house: House, values: dict[str, object], is_left_alone: bool
) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas", expected_close_on=PAST)
    change(house, Deal, deal, **values)
    assert (reasons(house) == []) is is_left_alone
    assert (tidied(house).deal is None) is is_left_alone


def test_a_customer_silent_for_long_is_suggested_until_a_contact_or_a_break(house: House) -> None:
    company = house.company("UAB Medvilnė")
    house.deal(company, "Audiniai", stage="Laimėta", closed_on=PAST, **money(3_000))
    spoken(house, company, 90, 75)
    (silent,) = suggested(house)
    assert (silent.reason, silent.days) == ("silent", 75)
    change(house, Company, company, paused_until=date(2027, 3, 1))
    assert suggested(house) == []
    change(house, Company, company, paused_until=None)
    spoken(house, company, 1)
    assert suggested(house) == []


def test_silence_of_a_customer_who_bought_nothing_is_no_news(house: House) -> None:
    company = house.company("UAB Medvilnė")
    house.deal(company, "Audiniai", stage="Prarasta", closed_on=PAST, **money(3_000))
    spoken(house, company, 90, 75)
    assert suggested(house) == []


def test_a_silent_customer_close_to_todays_visit_comes_first_as_on_the_way(house: House) -> None:
    vilnius, alytus = house.company("UAB Vilnius"), house.company("UAB Medvilnė")
    for company, worth in ((vilnius, 90_000), (alytus, 1_000)):
        house.deal(company, "Audiniai", stage="Laimėta", closed_on=PAST, **money(worth))
        spoken(house, company, 90, 75)
    change(house, Company, vilnius, latitude=54.687, longitude=25.280)
    change(house, Company, alytus, latitude=54.396, longitude=24.046, region="Alytus")
    assert [each.on_the_way for each in suggested(house)] == [False, False]
    goal = house.company("UAB Dzūkija")
    change(house, Company, goal, latitude=54.412, longitude=24.031)
    visit = Plan(kind=StepKind.VISIT, on=TODAY)
    house.log(Intent(text="", said_at=NOW, company_id=goal, plans=[visit]))
    first, second = suggested(house)
    assert (first.company and first.company.name, first.region) == ("UAB Medvilnė", "Alytus")
    assert (first.on_the_way, second.on_the_way) == (True, False)


@pytest.mark.parametrize(
    ("ago", "is_one"),
    [([100], False), ([75, 61], True), ([75, 60], False), ([200, 100], False), ([500, 400, 301], True)],
)
def test_how_long_is_long_depends_on_how_often_they_are_in_touch(ago: list[int], is_one: bool) -> None:
    assert is_dormant([TODAY - timedelta(days=days) for days in ago], TODAY) is is_one


def test_when_all_that_was_planned_is_done_nothing_more_is_suggested(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(house.company("UAB Tiltas"), "Fasadas", **money(5_000))
    step = plan(house, company, TODAY)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        assert today(work, mantas).suggestions
        done(work, mantas, step)
        agenda = today(work, mantas)
    assert (agenda.suggestions, agenda.due, agenda.done_today) == ([], [], 1)


def shown(house: House, side: str, page: int = 0) -> Promises:
    with house.work() as work:
        show_promises(work, house.member(work, "Mantas"), side, page, CHAT)
        notice = work.posted[0].notice
    assert isinstance(notice, Promises)
    return notice


def test_promises_are_ours_and_theirs_the_oldest_first(house: House) -> None:
    company = house.company("UAB Statyba")

    def promise(by_customer: bool, days_ago: int) -> int:
        at = NOW - timedelta(days=days_ago)
        owed = Plan(kind=StepKind.PROPOSAL, by_customer=by_customer)
        intent = Intent(text="", said_at=at, company_id=company, plans=[owed])
        return house.log(intent, message_id=days_ago, now=at).steps[0].id

    newer, older, theirs = promise(False, 1), promise(False, 9), promise(True, 5)
    assert [line.id for line in shown(house, "ours").steps] == [older, newer]
    assert [line.id for line in shown(house, "theirs").steps] == [theirs]
    assert shown(house, "ours").counts == {"ours": 2, "theirs": 1}


def test_what_was_promised_for_sooner_comes_before_what_was_promised_earlier(house: House) -> None:
    company = house.company("UAB Statyba")

    def promise(days_ago: int, on: date) -> int:
        at = NOW - timedelta(days=days_ago)
        plans = [Plan(kind=StepKind.CALL, on=on)]
        intent = Intent(text="", said_at=at, company_id=company, plans=plans)
        return house.log(intent, message_id=days_ago, now=at).steps[0].id

    later, late = promise(9, TODAY + timedelta(days=20)), promise(3, TODAY - timedelta(days=1))
    soon = promise(1, TODAY + timedelta(days=1))
    assert [line.id for line in shown(house, "ours").steps] == [late, soon, later]


def test_promises_have_pages_and_no_third_side(house: House) -> None:
    company = house.company("UAB Statyba")
    for _ in range(PAGE + 1):
        plan(house, company, TODAY)
    assert (len(shown(house, "ours", page=9).steps), shown(house, "ours").pages) == (1, 2)
    with pytest.raises(NoLongerApplies):
        shown(house, "nobody's")


def tidied(house: House, start: int = 0) -> Tidy:
    with house.work() as work:
        tidy.show_tidy(work, house.member(work, "Mantas"), start, CHAT)
        notice: Notice = work.posted[0].notice
    assert isinstance(notice, Tidy)
    return notice


def test_the_tidy_goes_one_by_one_through_what_needs_it_and_ends(house: House) -> None:
    company = house.company("UAB Statyba")
    late = house.deal(company, "Vėluoja", expected_close_on=PAST)
    idle = house.deal(company, "Be žingsnio")
    kept = house.deal(company, "Tegu lieka")
    house.deal(company, "Svetima", owner="Rūta")
    first = tidied(house)
    assert (first.deal and first.deal.id, first.reason, first.left) == (late, "date-passed", 3)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        tidy.new_date(work, mantas, late, first.picks[0].on)
        purpose = Purpose("plan", planning.subject(late, 0, 0), "call", "tidy")
        planning.plan(work, mantas, purpose, TODAY, time(9))
    second = tidied(house, start=late)
    assert (second.deal and second.deal.id, second.reason, second.left) == (idle, "no-step", 2)
    with house.work() as work:
        lost = tidy.lose(work, house.member(work, "Mantas"), idle, "price")
        with pytest.raises(NoLongerApplies):
            tidy.lose(work, house.member(work, "Mantas"), idle, "price")
    gone = house.load(Deal, idle)
    assert (gone.is_open, gone.lost_reason) == (False, LostReason.PRICE)
    assert tidied(house, start=idle).left == 1
    assert tidied(house, start=kept + 1).deal is None
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), lost.operation_id, CHAT, None)
    assert house.load(Deal, idle).is_open


def test_the_agenda_of_a_friday_knows_how_much_there_is_to_tidy(house: House) -> None:
    house.deal(house.company("UAB Statyba"), "Fasadas")
    with house.work(datetime.combine(date(2026, 11, 27), time(8), tzinfo=NOW.tzinfo)) as work:
        assert today(work, house.member(work, "Mantas")).to_tidy == 1
