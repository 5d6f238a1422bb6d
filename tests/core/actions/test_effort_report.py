"""Effort: every contact counted once, by hand and by any grouping, as it was known then."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.actions.reports.asking import GROUPINGS, ask
from core.actions.reports.shape import Question, Report
from core.actions.undo import take_back
from core.habits import USUAL_MINUTES, Habits
from core.insights.period import Span
from core.model import Absence, Contact, Operation, StageChange
from core.storage.ledger import Ledger, add
from core.terms import ContactKind
from tests.builders import NOW, House

NOVEMBER = Span(date(2026, 11, 1), date(2026, 12, 1))
DAY = date(2026, 11, 10)


def report(house: House, who: str = "Kęstas", now: datetime = NOW, **question: Any) -> Report:
    with house.work(now) as work:
        return ask(work, house.member(work, who), "effort", Question(NOVEMBER, **question))


def rows(found: Report) -> dict[str | None, tuple[int, int, int]]:
    return {r["group"]: (r["contacts"], r["minutes"], r["minutes_measured"]) for r in found.rows}


@pytest.fixture
def deal(house: House) -> int:
    """Eight contacts: six in November that count, a note, and one of October."""
    company, other = house.company("UAB A"), house.company("UAB B")
    deal = house.deal(company, "Lentos", created_at=datetime(2026, 11, 2, tzinfo=UTC))
    with house.work() as work:
        for day, stage in ((2, 1), (10, 3)):
            at = datetime(2026, 11, day, tzinfo=UTC)
            add(
                work.session,
                StageChange,
                {"deal_id": deal, "to_stage_id": stage, "entered_at": at, "known_at": at},
            )
    about: dict[str, Any] = {"company_id": company, "deal_id": deal}
    house.contact(date(2026, 11, 3), "call", duration_min=25, **about)
    house.contact(date(2026, 11, 10), "visit", **about)
    house.contact(date(2026, 11, 12), "call", by="Rūta", **about)
    house.contact(date(2026, 11, 12), "email", by="Tadas", company_id=other, duration_min=0)
    house.contact(date(2026, 11, 13), "meeting", by="Tadas", duration_min=45)
    house.contact(date(2026, 11, 13), "message", by="Tadas", company_id=other)
    house.contact(date(2026, 11, 13), "note", by="Tadas", company_id=other)
    house.contact(date(2026, 10, 31), "call", by="Tadas", company_id=other)
    return deal


def test_minutes_are_those_logged_or_else_usual_for_the_kind(house: House, deal: int) -> None:
    found = report(house)
    # 25 + 60 + 10 + 0 + 45 + 5
    assert rows(found) == {"all": (6, 145, 70)}
    assert found.totals["measured_share"] == pytest.approx(70 / 145, abs=1e-6)
    assert found.rows[0]["by_kind"] == {
        "call": {"contacts": 2, "minutes": 35},
        "email": {"contacts": 1, "minutes": 0},
        "meeting": {"contacts": 1, "minutes": 45},
        "message": {"contacts": 1, "minutes": 5},
        "visit": {"contacts": 1, "minutes": 60},
    }
    assert [note.key for note in found.notes] == ["note-usual-minutes"]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("rep", {"Mantas": (2, 85, 25), "Tadas": (3, 50, 45), "Rūta": (1, 10, 0)}),
        ("team", {"Vilnius": (3, 95, 25), "Kaunas": (3, 50, 45)}),
        ("company", {"UAB A": (3, 95, 25), "UAB B": (2, 5, 0), None: (1, 45, 45)}),
        ("deal", {"Lentos": (3, 95, 25), None: (3, 50, 45)}),
        ("stage", {"Užklausa": (1, 25, 25), "Pasiūlymas": (2, 70, 0), None: (3, 50, 45)}),
        ("pipeline", {"Pardavimai": (3, 95, 25), None: (3, 50, 45)}),
        ("segment", {None: (6, 145, 70)}),
        ("product", {None: (6, 145, 70)}),
    ],
)
def test_contacts_are_counted_where_they_belong(house: House, deal: int, by: str, groups: Any) -> None:
    assert rows(report(house, by=by)) == groups


@pytest.mark.parametrize("by", GROUPINGS["effort"])
def test_groups_add_up_whatever_they_are(house: House, deal: int, by: str) -> None:
    found = report(house, by=by)
    for name in ("contacts", "minutes", "minutes_measured"):
        assert sum(row[name] for row in found.rows) == found.totals[name]


def test_a_pipeline_counts_the_contacts_of_its_deals(house: House, deal: int) -> None:
    assert rows(report(house, pipeline="Pardavimai")) == {"all": (3, 95, 25)}
    assert rows(report(house, pipeline="Pardavimai", by="rep")) == {"Mantas": (2, 85, 25), "Rūta": (1, 10, 0)}


def test_a_manager_sees_the_team_and_a_salesperson_their_own(house: House, deal: int) -> None:
    assert rows(report(house, "Aistė")) == {"all": (3, 95, 25)}
    assert rows(report(house, "Mantas")) == {"all": (2, 85, 25)}


def test_what_is_corrected_or_taken_back_later_was_known_otherwise_then(house: House, deal: int) -> None:
    later = NOW + timedelta(days=5)
    day = date(2026, 11, 26)
    before = {by: rows(report(house, now=later, by=by, as_of=day)) for by in GROUPINGS["effort"]}
    with house.work(later) as work:
        for contact_id, values in (
            (1, {"duration_min": 90, "occurred_on": DAY, "deal_id": None}),
            (2, {"deleted_at": later}),
            (4, {"by_id": house.ids["Rūta"], "kind": "call"}),
        ):
            ledger = Ledger.begin(work.session, "correct", later)
            contact = work.session.get(Contact, contact_id)
            assert contact is not None
            ledger.change(contact, values)
            ledger.close()
    house.contact(date(2026, 11, 20), "visit", created_at=later)
    after = {by: rows(report(house, now=later, by=by, as_of=day)) for by in GROUPINGS["effort"]}
    assert after == before
    assert rows(report(house, now=later)) == {"all": (6, 90 + 60 + 10 + 0 + 45 + 5, 135)}


def test_undoing_a_log_restores_the_report(house: House, deal: int) -> None:
    before = rows(report(house))
    contact = house.contact(date(2026, 11, 20), "visit", by="Mantas")
    assert rows(report(house)) != before
    with house.work() as work:
        newest = work.session.query(Operation).order_by(Operation.id.desc()).first()
        assert newest is not None
        take_back(work, house.member(work, "Kęstas"), newest)
    assert rows(report(house)) == before
    assert house.load(Contact, contact).deleted_at is not None


def test_without_contacts_there_is_nothing_and_it_is_said(house: House) -> None:
    found = report(house)
    assert rows(found) == {"all": (0, 0, 0)}
    assert [note.key for note in found.notes] == ["note-no-contacts"]
    assert report(house, by="rep").rows == []


def test_who_was_away_is_told_in_working_days(house: House, deal: int) -> None:
    with house.work() as work:
        ledger = Ledger.begin(work.session, "absence", NOW)
        # from Thursday to the Wednesday after, and again the Tuesday of it: Thu, Fri, Mon, Tue
        for start, end in ((19, 25), (24, 25)):
            values = {"starts_on": date(2026, 11, start), "ends_on": date(2026, 11, end), "created_at": NOW}
            ledger.create(Absence, values | {"member_id": house.ids["Rūta"]})
        ledger.close()
    notes = {note.key: note.fields for note in report(house, now=NOW + timedelta(days=1)).notes}
    assert notes["note-absences"] == {"people": 1, "days": 4}
    then = report(house, now=NOW + timedelta(days=1), as_of=date(2026, 11, 24))
    assert "note-absences" not in [note.key for note in then.notes]
    others = report(house, "Tadas", now=NOW + timedelta(days=1))
    assert "note-absences" not in [note.key for note in others.notes]


def test_the_teams_own_minutes_count(house: House, deal: int) -> None:
    with house.work() as work:
        own = Habits(minutes={**USUAL_MINUTES, ContactKind.VISIT: 90}, hourly_cost=Decimal(30))
        work.team = replace(work.team, habits=own)
        found = ask(work, house.member(work, "Kęstas"), "effort", Question(NOVEMBER))
    assert rows(found) == {"all": (6, 175, 70)}
