"""Adoption: by hand, as it was known then; imports are nobody's habit, and absence excuses."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from core.actions.handover import leave
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question, Report
from core.insights.period import Span
from core.model import Contact, NextStep
from core.storage.ledger import Ledger
from core.terms import ContactKind, StepKind
from tests.builders import NOW, House

NOVEMBER = Span(date(2026, 11, 1), date(2026, 12, 1))


def report(house: House, who: str = "Kęstas", now: datetime = NOW, **question: Any) -> Report:
    with house.work(now) as work:
        return ask(work, house.member(work, who), "adoption", Question(NOVEMBER, **question))


def rows(found: Report) -> dict[str, tuple[Any, ...]]:
    names = ("active_days", "logs", "median_hours_to_log", "messages_per_log", "taps_per_log")
    return {row["rep"]: tuple(row[name] for name in names) for row in found.rows}


def write(
    house: House, by: str, day: int, hours: float, message: int | None, part: int = 0, **more: Any
) -> int:
    """A contact on a day at noon, logged so many hours later by a message, or by buttons."""
    at = datetime(2026, 11, day, 12, tzinfo=UTC)
    values = {
        "kind": ContactKind.CALL,
        "by_id": house.ids[by],
        "occurred_on": at.date(),
        "occurred_at": at,
        "created_at": at + timedelta(hours=hours),
    } | more
    with house.database.writing() as session:
        ledger = Ledger.begin(
            session,
            "log",
            at + timedelta(hours=hours),
            by_id=house.ids[by],
            chat_id=house.ids[by],
            message_id=message,
            part=part,
        )
        contact = ledger.create(Contact, values)
        ledger.close()
    return contact


@pytest.fixture
def logs(house: House) -> House:
    write(house, "Mantas", 3, 0, 1)
    write(house, "Mantas", 3, 2, 2, 0)
    write(house, "Mantas", 3, 2, 2, 1)
    corrected = datetime(2026, 11, 4, 20, tzinfo=UTC)
    write(house, "Mantas", 4, 1, 3, deleted_at=corrected)
    write(house, "Mantas", 4, 8, 3)
    write(house, "Tadas", 5, 0, None)
    write(house, "Tadas", 30, 30, 7)  # logged in December
    return house


def test_each_persons_habit_is_told(logs: House) -> None:
    found = report(logs)
    # four logs by three messages on two days, after 0, 2, 2 and 1 hours; one of them corrected by a tap
    assert rows(found) == {
        "Mantas": (2, 4, 1.5, 0.75, 0.25),
        "Tadas": (1, 1, 0.0, 0.0, 3.0),
        "Aistė": (0, 0, None, None, None),
        "Rūta": (0, 0, None, None, None),
    }
    totals = found.totals
    assert (totals["people"], totals["logging"], totals["logs"], totals["active_days"]) == (4, 2, 5, 3)
    assert totals["working_days"] == 20  # of November 2026 in Lithuania: All Souls' Day is a Monday


def test_imported_contacts_are_nobodys_logs(logs: House) -> None:
    with logs.database.writing() as session:
        ledger = Ledger.begin(session, "import", NOW)
        at = datetime(2026, 11, 9, tzinfo=UTC)
        values = {"occurred_on": at.date(), "occurred_at": at, "created_at": at}
        ledger.create(Contact, values | {"kind": ContactKind.CALL, "by_id": logs.ids["Rūta"]})
        ledger.close()
    assert rows(report(logs))["Rūta"] == (0, 0, None, None, None)


def test_what_was_taken_back_later_stood_then(logs: House) -> None:
    later = NOW + timedelta(days=2)
    before = report(logs, now=later, as_of=date(2026, 11, 25))
    with logs.work(later) as work:
        ledger = Ledger.begin(work.session, "undo", later)
        for contact in work.session.query(Contact).where(Contact.by_id == logs.ids["Mantas"]):
            if contact.deleted_at is None:
                ledger.change(contact, {"deleted_at": later})
        ledger.close()
    after = report(logs, now=later, as_of=date(2026, 11, 25))
    assert (after.rows, after.totals) == (before.rows, before.totals)
    assert rows(report(logs, now=later))["Mantas"] == (0, 0, None, None, None)


def test_open_deals_with_a_next_step_are_counted(logs: House) -> None:
    company = logs.company("UAB A")
    deals = [logs.deal(company, name, stage="Derybos") for name in ("a", "b")]
    logs.deal(company, "won", stage="Laimėta", closed_on=date(2026, 11, 5))
    with logs.work() as work:
        values = {"kind": StepKind.CALL, "owner_id": logs.ids["Mantas"], "created_at": NOW}
        ledger = Ledger.begin(work.session, "plan_step", NOW)
        ledger.create(NextStep, values | {"deal_id": deals[0]})
        ledger.close()
    found = report(logs)
    assert [row["deals_with_next_step"] for row in found.rows] == [1, 0, 0, 0]
    assert (found.totals["deals_with_next_step"], found.totals["open_deals"]) == (1, 2)


def test_a_leaver_is_there_while_they_were(logs: House) -> None:
    with logs.work(NOW) as work:
        leave(work, logs.member(work, "Kęstas"), logs.member(work, "Rūta"), logs.member(work, "Mantas"))
    assert "Rūta" in rows(report(logs))
    with logs.work(NOW + timedelta(days=9)) as work:
        december = Question(Span(date(2026, 12, 1), date(2027, 1, 1)))
        found = ask(work, logs.member(work, "Kęstas"), "adoption", december)
    assert "Rūta" not in rows(found)


def test_each_sees_their_own_people(logs: House) -> None:
    assert set(rows(report(logs, "Aistė"))) == {"Mantas", "Rūta", "Aistė"}
    assert set(rows(report(logs, "Tadas"))) == {"Tadas"}
