"""One's own figures are one's own, and who sees what is told by the rules that hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from core.actions import mine
from core.actions.intent import Intent
from core.actions.target import Period, set_target
from core.model import Deal
from core.notices.mine import Mine, WhoSees
from core.storage.members import is_seen_by
from core.storage.records import find
from core.terms import ContactKind, Role, StageMeaning
from tests.builders import NOW, House


def shown(house: House, percent: Decimal | None = None) -> Mine:
    with house.work() as work:
        work.team = replace(work.team, commission_percent=percent)
        mine.show(work, house.member(work, "Mantas"), 501)
        notice = work.posted[0].notice
    assert isinstance(notice, Mine)
    return notice


def called(company: int, **more: Any) -> Intent:
    base: dict[str, Any] = {"text": "Skambinau", "said_at": NOW, "kind": ContactKind.CALL}
    return Intent(**(base | {"occurred_on": NOW.date(), "company_id": company} | more))


def test_an_empty_week_is_told_as_it_is(house: House) -> None:
    notice = shown(house)
    assert (notice.contacts, notice.new_deals, notice.won_count, notice.funnel) == (0, 0, 0, [])
    assert notice.month.is_thin
    assert notice.days_late is None


def test_the_week_counts_own_work_only(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Fasadas", amount=Decimal(8000), currency="EUR")
    house.deal(company, "Svetimas", owner="Rūta")
    house.log(called(company, duration_min=15, stage=StageMeaning.WON))
    house.log(called(company), by="Rūta", message_id=2)
    notice = shown(house)
    assert (notice.contacts, notice.minutes) == (1, 15)
    assert (notice.won_count, notice.won[0].amount) == (1, Decimal(8000))
    assert notice.month.won.amount == Decimal(8000)


def test_target_and_commission_are_shown_where_they_are_set(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(
        company, "Fasadas", stage="Laimėta", closed_on=NOW.date(), amount=Decimal(8000), currency="EUR"
    )
    assert shown(house).month.commission is None
    with house.work() as work:
        period = Period(date(2026, 11, 1), date(2026, 12, 1), member_id=house.ids["Mantas"])
        set_target(work, house.member(work, "Aistė"), period, Decimal(20000))
    month = shown(house, percent=Decimal("2.5")).month
    assert month.target is not None
    assert month.target.amount == Decimal(20000)
    assert month.commission is not None
    assert month.commission.amount == Decimal(200)


def test_who_sees_names_exactly_those_who_may(house: House) -> None:
    deal = house.deal(house.company("UAB Statyba"), "Fasadas")
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        mine.show_who_sees(work, mantas, 501)
        notice = work.posted[0].notice
        assert isinstance(notice, WhoSees)
        named = {watcher.name for watcher in notice.watchers}
        for name in ("Rūta", "Tadas", "Aistė", "Kęstas"):
            member = house.member(work, name)
            assert (name in named) is is_seen_by(work.session, member, mantas), name
            assert (name in named) is (find(work.session, member, Deal, deal) is not None), name


def test_a_manager_is_told_whose_work_they_see(house: House) -> None:
    with house.work() as work:
        mine.show_who_sees(work, house.member(work, "Aistė"), 504)
        notice = work.posted[0].notice
    assert isinstance(notice, WhoSees)
    assert set(notice.sees) == {"Mantas", "Rūta"}
    assert [(watcher.name, watcher.role) for watcher in notice.watchers] == [("Kęstas", Role.OWNER)]
