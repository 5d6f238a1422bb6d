"""Where customers go: of a real database, as it was known then, to those who may see."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions.order import NewOrder, record_order
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question, Report
from core.insights.period import Span
from core.model import Company, Contact, Deal
from core.storage.ledger import Ledger
from core.terms import LostReason
from tests.builders import NOW, House

QUARTER = Span(date(2026, 10, 1), date(2027, 1, 1))
TODAY = date(2026, 11, 24)
EARLIER: dict[str, Any] = {"created_at": datetime(2026, 1, 2, tzinfo=UTC), "created_on": date(2026, 1, 2)}


def report(house: House, who: str = "Kęstas", now: datetime = NOW, **question: Any) -> Report:
    with house.work(now) as work:
        return ask(work, house.member(work, who), "customers", Question(QUARTER, **question))


def states(found: Report) -> dict[str, list[str]]:
    by_state: dict[str, list[str]] = {}
    for row in found.rows:
        by_state.setdefault(row["state"], []).append(row["company"])
    return by_state


def touch(house: House, company: int, *days_ago: int, by: str = "Mantas", **more: Any) -> list[int]:
    return [
        house.contact(TODAY - timedelta(days=days), by=by, company_id=company, **more) for days in days_ago
    ]


@pytest.fixture
def companies(house: House) -> dict[str, int]:
    """New, of old, silent, gone to somebody else, and one that only talks."""
    ids = {name: house.company(name) for name in ("Nauja", "Sena", "Tyli", "Išėjo", "Kalba")}
    won: dict[str, Any] = {"stage": "Laimėta", "amount": Decimal("100.00"), "currency": "EUR"}
    house.deal(ids["Nauja"], "a", closed_on=date(2026, 10, 5), **won, **EARLIER)
    house.deal(ids["Sena"], "b", "Rūta", closed_on=date(2026, 3, 5), **won, **EARLIER)
    house.deal(ids["Tyli"], "c", "Tadas", closed_on=date(2026, 3, 5), **won, **EARLIER)
    lost: dict[str, Any] = {"stage": "Prarasta", "lost_reason": LostReason.PRICE, "competitor": "Medistoras"}
    house.deal(ids["Išėjo"], "d", "Tadas", closed_on=date(2026, 5, 5), **lost, **EARLIER)
    with house.work() as work:
        record_order(work, house.member(work, "Rūta"), NewOrder(ids["Sena"], date(2026, 11, 2), Decimal(50)))
    touch(house, ids["Sena"], 40, 30, 20)
    touch(house, ids["Tyli"], 90, 80, 70, by="Tadas")
    touch(house, ids["Kalba"], 9)
    return ids


def test_every_customer_is_where_it_belongs(house: House, companies: dict[str, int]) -> None:
    found = report(house)
    assert states(found) == {
        "new": ["Nauja"],
        "active": ["Sena", "Nauja"],
        "dormant": ["Tyli"],
        "lost": ["Išėjo"],
    }
    assert found.totals == {"new": 1, "active": 2, "dormant": 1, "lost": 1}
    rows = {(row["state"], row["company"]): row for row in found.rows}
    assert rows["lost", "Išėjo"]["competitor"] == "Medistoras"
    assert rows["active", "Sena"]["won_value"] == Decimal("150.00")
    quiet = rows["dormant", "Tyli"]
    assert (quiet["silent_days"], quiet["usual_gap_days"], quiet["rep"]) == (70, 10, "Tadas")


def test_a_salesperson_sees_their_own_customers_and_a_manager_the_teams(
    house: House, companies: dict[str, int]
) -> None:
    assert states(report(house, "Tadas")) == {"dormant": ["Tyli"], "lost": ["Išėjo"]}
    assert states(report(house, "Aistė")) == {"new": ["Nauja"], "active": ["Sena", "Nauja"]}
    assert states(report(house, "Mantas")) == {"new": ["Nauja"], "active": ["Sena", "Nauja"]}


def test_a_seasonal_break_is_no_silence(house: House, companies: dict[str, int]) -> None:
    tomorrow = NOW + timedelta(days=1)
    with house.work(tomorrow) as work:
        company = work.session.get(Company, companies["Tyli"])
        assert company is not None
        ledger = Ledger.begin(work.session, "pause", tomorrow)
        ledger.change(company, {"paused_until": date(2027, 3, 1)})
        ledger.close()
    found = report(house, now=tomorrow)
    assert states(found).get("dormant") is None
    assert "Tyli" in states(found)["active"]
    # that morning nobody had said so
    assert states(report(house, now=tomorrow, as_of=tomorrow.date()))["dormant"] == ["Tyli"]


def test_the_past_is_told_by_what_was_known_then(house: House, companies: dict[str, int]) -> None:
    later = NOW + timedelta(days=4)
    before = report(house, now=later, as_of=date(2026, 11, 26))
    touch(house, companies["Tyli"], 1, created_at=later)
    with house.work(later) as work:
        ledger = Ledger.begin(work.session, "correct", later)
        for contact in work.session.query(Contact).where(Contact.company_id == companies["Sena"]):
            ledger.change(contact, {"deleted_at": later})
        for deal in work.session.query(Deal).where(Deal.company_id == companies["Išėjo"]):
            ledger.change(deal, {"competitor": "Kitas", "lost_reason": LostReason.OTHER})
        ledger.close()
    after = report(house, now=later, as_of=date(2026, 11, 26))
    assert (after.rows, after.totals) == (before.rows, before.totals)
    now = report(house, now=later)
    assert "dormant" not in states(now)
    assert [row["competitor"] for row in now.rows if row["state"] == "lost"] == ["Kitas"]


def test_a_contact_taken_back_is_none(house: House, companies: dict[str, int]) -> None:
    (newest,) = touch(house, companies["Tyli"], 2)
    assert "dormant" not in states(report(house))
    with house.work() as work:
        contact = work.session.get(Contact, newest)
        assert contact is not None
        ledger = Ledger.begin(work.session, "undo", NOW)
        ledger.change(contact, {"deleted_at": NOW})
        ledger.close()
    assert states(report(house))["dormant"] == ["Tyli"]


def test_who_still_negotiates_has_not_gone(house: House, companies: dict[str, int]) -> None:
    house.deal(companies["Išėjo"], "e", "Tadas", "Derybos")
    assert "lost" not in states(report(house))


def test_without_customers_nobody_has_gone(house: House) -> None:
    found = report(house)
    assert (found.rows, found.totals) == ([], {"new": 0, "active": 0, "dormant": 0, "lost": 0})
