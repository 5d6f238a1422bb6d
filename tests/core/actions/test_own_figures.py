"""What a salesperson is told of their own month, dates, stages and funnel."""

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from core.actions import mine
from core.actions.deal_changes import NewDeal, begin, move, set_fields
from core.actions.order import NewOrder, record_order
from core.actions.own_figures import expected_month, own_accuracy, own_funnel, usual_days
from core.actions.target import Period, set_target
from core.model import Stage
from core.notices.mine import Mine, Month
from core.storage.pipeline_stages import first_pipeline
from tests.builders import NOW, House


def _stage(house: House, name: str) -> int:
    with house.database.reading() as session:
        found = session.scalar(select(Stage.id).where(Stage.name == name))
    assert found is not None
    return found


def _move(house: House, deal: int, stage: str, days: int = 0, owner: str = "Mantas") -> None:
    with house.work(NOW + timedelta(days=days)) as work:
        move(work, house.member(work, owner), deal, _stage(house, stage))


def _begin(house: House, owner: str, days: int) -> int:
    stage_id = _stage(house, "Pasiūlymas")
    with house.work(NOW + timedelta(days=days)) as work:
        pipeline = first_pipeline(work.session).id
        new = NewDeal("deal", pipeline, amount=Decimal("1000.00"))
        return begin(work, house.member(work, owner), new, stage_id=stage_id).id


def _shown_month(house: House) -> Month:
    with house.work() as work:
        mine.show(work, house.member(work, "Mantas"), 501)
        notice = work.posted[0].notice
    assert isinstance(notice, Mine)
    return notice.month


def test_the_month_is_what_is_won_and_open_deals_by_their_dates(house: House) -> None:
    company = house.company("UAB A")
    sum_: dict[str, Any] = {"amount": Decimal("1000.00"), "currency": "EUR"}
    won = house.deal(company, "won", stage="Derybos", **sum_)
    house.deal(company, "this month", stage="Derybos", expected_close_on=date(2026, 11, 30), **sum_)
    house.deal(company, "next month", stage="Derybos", expected_close_on=date(2026, 12, 1), **sum_)
    house.deal(company, "no sum", expected_close_on=date(2026, 11, 30))
    house.deal(company, "a colleague's", "Rūta", "Derybos", expected_close_on=date(2026, 11, 30), **sum_)
    _move(house, won, "Laimėta")
    with house.work() as work:
        mantas, owner = house.member(work, "Mantas"), house.member(work, "Kęstas")
        record_order(work, mantas, NewOrder(company, date(2026, 11, 2), Decimal("50.00")))
        set_target(
            work,
            owner,
            Period(date(2026, 11, 1), date(2026, 12, 1), member_id=mantas.id),
            Decimal(5000),
        )
        found = expected_month(work, mantas)
    assert (found.starts_on, found.ends_on) == (date(2026, 11, 1), date(2026, 12, 1))
    assert (found.won, found.weighted, found.target) == (
        Decimal("1050.00"),
        Decimal("1750.00"),
        Decimal("5000.00"),
    )
    assert found.is_thin
    assert (found.expected, found.low, found.high, found.without_amount) == (found.weighted, None, None, 1)


def test_dates_are_judged_by_the_first_that_was_said_of_a_won_deal(house: House) -> None:
    company = house.company("UAB A")
    late = house.deal(company, "late", expected_close_on=date(2026, 11, 20))
    early = house.deal(company, "early", expected_close_on=date(2026, 11, 30))
    lost = house.deal(company, "lost", expected_close_on=date(2026, 11, 30))
    house.deal(company, "open", expected_close_on=date(2026, 1, 1))
    with house.work() as work:
        set_fields(work, house.member(work, "Mantas"), late, {"expected_close_on": date(2026, 11, 24)})
    _move(house, late, "Laimėta")
    _move(house, early, "Laimėta")
    _move(house, lost, "Prarasta")
    with house.work() as work:
        assert own_accuracy(work, house.member(work, "Mantas")).count == 2
        assert own_accuracy(work, house.member(work, "Mantas")).median_days == (4 - 6) / 2
        assert own_accuracy(work, house.member(work, "Rūta")).median_days is None


def test_usual_days_count_those_who_are_there_still(house: House) -> None:
    company = house.company("UAB A")
    deals = [house.deal(company, str(number)) for number in range(3)]
    for deal in deals:
        _move(house, deal, "Pasiūlymas")
    _move(house, deals[0], "Derybos", days=2)
    _move(house, deals[1], "Derybos", days=6)
    with house.work(NOW + timedelta(days=10)) as work:
        pipeline = first_pipeline(work.session).id
        assert usual_days(work, pipeline, _stage(house, "Pasiūlymas")) == 6
        assert usual_days(work, pipeline, _stage(house, "Derybos")) is None


def test_the_funnel_has_every_stage_in_order_and_only_own_deals(house: House) -> None:
    company = house.company("UAB A")
    house.deal(company, "a", stage="Pasiūlymas", amount=Decimal("10.00"), currency="EUR")
    house.deal(company, "b", stage="Pasiūlymas")
    house.deal(company, "c", "Rūta", stage="Pasiūlymas")
    with house.work() as work:
        rows = own_funnel(work, house.member(work, "Mantas"))
    assert [row.stage for row in rows] == [
        "Užklausa",
        "Įvertinta",
        "Pasiūlymas",
        "Pataisytas pasiūlymas",
        "Derybos",
    ]
    assert [(row.count, row.amount, row.without_amount) for row in rows if row.count] == [
        (2, Decimal("10.00"), 1)
    ]


def test_with_enough_history_the_month_is_expected_from_it(house: House) -> None:
    for number in range(40):
        deal = _begin(house, "Rūta", days=number - 100)
        _move(house, deal, "Laimėta" if number % 2 else "Prarasta", days=number - 96, owner="Rūta")
    _begin(house, "Mantas", days=0)
    with house.work() as work:
        found = expected_month(work, house.member(work, "Mantas"))
        again = expected_month(work, house.member(work, "Mantas"))
    assert found == again
    assert not found.is_thin
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.expected <= found.high
    assert 300 < found.expected < 700
    with house.work(NOW - timedelta(days=80)) as work:
        assert expected_month(work, house.member(work, "Rūta")).won >= 0


def test_a_range_is_shown_where_it_says_something_and_holds_the_figure(house: House) -> None:
    for number in range(40):
        deal = _begin(house, "Rūta", days=number - 100)
        _move(house, deal, "Laimėta" if number % 2 else "Prarasta", days=number - 96, owner="Rūta")
    _begin(house, "Mantas", days=0)
    one = _shown_month(house)
    assert (one.is_thin, one.low, one.high) == (False, None, None)
    for _ in range(30):
        _begin(house, "Mantas", days=0)
    many = _shown_month(house)
    assert many.low is not None
    assert many.high is not None
    assert many.low.amount < many.expected.amount < many.high.amount < 2 * many.expected.amount


def test_the_figures_of_a_phone_load_no_numpy() -> None:
    code = "import sys, core.actions.own_figures as f; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
