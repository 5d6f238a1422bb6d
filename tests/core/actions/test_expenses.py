"""Travel and expenses: logged with what they were for, undone with it, and part of what a record costs."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.cards.files import workbook
from bot.texts import speak
from core.actions import correct, log, trips
from core.actions.answers.showing import found
from core.actions.reports.asking import ask
from core.actions.reports.shape import Question, Report
from core.actions.undo import undo
from core.actions.work import Source, Work
from core.errors import NotUnderstood
from core.habits import Habits
from core.insights.period import Span
from core.model import Expense
from core.money import Rate
from core.notices import Logged
from core.notices.files import TripSheet
from core.notices.report_view import Asked, first_view
from core.storage.directory_cache import DirectoryCache
from tests.builders import NOW, TEAM, House

QUARTER = Span(date(2026, 10, 1), date(2027, 1, 1))
TODAY = date(2026, 11, 24)
HABITS = Habits(hourly_cost=Decimal(30), kilometre_cost=Decimal("0.30"))


def say(house: House, text: str, message_id: int = 1) -> Logged:
    with house.database.writing() as session, DirectoryCache().using(session) as directory:
        work = Work(session, NOW, TEAM, directory)
        log.log_message(work, house.member(work, "Mantas"), text, Source(501, message_id, NOW))
        notice = work.posted[-1].notice
    assert isinstance(notice, Logged)
    return notice


def kept(house: House) -> list[tuple[str, Any, Any, Any]]:
    with house.database.reading() as session:
        rows = session.scalars(select(Expense).where(Expense.deleted_at.is_(None)).order_by(Expense.id))
        return [(row.kind.value, row.amount, row.metres, row.company_id) for row in rows]


def cost(house: House, habits: Habits = HABITS, now: Any = NOW, **question: Any) -> Report:
    with house.work(now) as work:
        work.team = replace(TEAM, habits=habits, rates=(Rate("PLN", date(2026, 1, 1), Decimal("0.25")),))
        return ask(work, house.member(work, "Kęstas"), "cost", Question(QUARTER, **question))


def test_a_visit_and_what_it_cost_are_one_message_and_one_undo(house: House) -> None:
    company = house.company("UAB Statyba")
    card = say(house, "Vizitas pas Statybą 2 val., 42 km, degalai 45 €")
    assert [(each.kind.value, each.kilometres) for each in card.expenses] == [("way", 42), ("fuel", None)]
    assert kept(house) == [("way", None, 42_000, company), ("fuel", Decimal(45), None, company)]
    with house.work() as work:
        undo(work, house.member(work, "Mantas"), card.operation_id, 501, None)
    assert kept(house) == []


def test_expenses_alone_are_logged_without_a_contact(house: House) -> None:
    card = say(house, "Degalai 45 €, 20 km")
    assert (card.kind, card.contact_id, len(card.expenses)) == (None, None, 2)
    assert [each[:3] for each in kept(house)] == [("fuel", Decimal(45), None), ("way", None, 20_000)]


def test_after_a_visit_what_it_cost_is_said_when_asked(house: House) -> None:
    house.company("UAB Statyba")
    card = say(house, "Vizitas pas Statybą 1 val.")
    source = Source(501, 2, NOW)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        with pytest.raises(NotUnderstood):
            correct.answer_in_words(work, mantas, card.operation_id, "expenses", "nežinau", source)
        correct.answer_in_words(work, mantas, card.operation_id, "expenses", "30 km, 12,50", source)
        shown = work.posted[-1].notice
    assert isinstance(shown, Logged)
    assert (shown.duration_min, len(shown.expenses)) == (60, 1)
    with house.work() as work:
        mantas = house.member(work, "Mantas")
        correct.answer_in_words(work, mantas, shown.operation_id, "expenses", "12,50 €", source)
    assert [each[:3] for each in kept(house)] == [("way", None, 30_000), ("other", Decimal("12.50"), None)]


def test_cost_is_minutes_and_what_was_spent(house: House) -> None:
    company = house.company("UAB Statyba")
    house.deal(company, "Stogas", stage="Laimėta", closed_on=TODAY, amount=Decimal(1000), currency="EUR")
    house.deal(company, "Langai")
    say(house, "Vizitas pas Statybą dėl langų 2 val., 10 km, degalai 40 zl", 1)
    say(house, "Nakvynė 80 €", 2)
    whole = cost(house).totals
    # two hours at 30 €, 10 km at 0.30 €, 40 zł at 0.25 €, and the night
    assert whole["cost"] == Decimal("60.00") + Decimal("3.00") + Decimal("10.00") + Decimal("80.00")
    for by in ("rep", "team", "company", "stage", "pipeline", "segment"):
        rows = cost(house, by=by).rows
        assert sum((row["cost"] for row in rows), Decimal(0)) == whole["cost"], by


def test_a_deals_cost_has_what_was_spent_on_it(house: House) -> None:
    company = house.company("UAB Statyba")
    deal = house.deal(company, "Stogas", amount=Decimal(1000), currency="EUR")
    say(house, "Vizitas pas Statybą dėl stogo 2 val., 100 km, viešbutis 70 €")
    say(house, "Laimėjom Statybos stogą", 2)
    with house.database.reading() as session:
        assert set(session.scalars(select(Expense.deal_id))) == {deal}
    assert cost(house).totals["closing_cost"] == Decimal("160.00")
    with house.work() as work:
        work.team = replace(TEAM, habits=HABITS)
        answer = found(work, house.member(work, "Kęstas"), first_view(Asked.COST, TODAY))
    (row,) = answer.rows
    assert [each.sum.amount for each in row.figures if each.sum] == [Decimal(160)]
    assert [each.key for each in answer.notes] == ["cost-travel"]


def test_what_nobody_has_priced_is_said_and_never_guessed(house: House) -> None:
    say(house, "Degalai 45 €, 20 km")
    without_rate = cost(house, Habits(hourly_cost=Decimal(30)))
    assert without_rate.totals["cost"] == Decimal("45.00")
    keys = {note.key: note.fields for note in without_rate.notes}
    assert keys["note-no-kilometre-cost"] == {"number": "20"}
    without_hours = cost(house, Habits())
    assert without_hours.totals["cost"] is None
    assert {"note-no-hourly-cost", "note-expenses"} <= {note.key for note in without_hours.notes}


def test_the_past_knows_what_was_spent_by_then(house: House) -> None:
    card = say(house, "Degalai 45 €")
    later = NOW + timedelta(days=3)
    with house.work(NOW + timedelta(hours=20)) as work:
        undo(work, house.member(work, "Mantas"), card.operation_id, 501, None)
    assert cost(house, now=later).totals["cost"] == Decimal("0.00")
    assert cost(house, now=later, as_of=TODAY + timedelta(days=1)).totals["cost"] == Decimal("45.00")
    assert cost(house, now=later, as_of=TODAY).totals["cost"] == Decimal("0.00")


def test_the_trip_sheet_shows_them(house: House) -> None:
    house.company("UAB Statyba")
    say(house, "Vizitas pas Statybą 2 val., 42 km, degalai 45 €")
    say(house, "Nakvynė 80 €", 2)
    with house.work() as work:
        _send(work, house)
        sheet = work.posted[-1].notice
    assert isinstance(sheet, TripSheet)
    book = load_workbook(BytesIO(workbook(sheet, speak("lt"))))
    rows = [[cell.value for cell in row] for row in book["Išlaidos"].iter_rows(min_row=2)]
    assert [row[1:] for row in rows] == [
        ["UAB Statyba", "kelias", 42, None, None],
        ["UAB Statyba", "degalai", None, 45, "EUR"],
        [None, "nakvynė", None, 80, "EUR"],
    ]


def _send(work: Work, house: House) -> None:
    trips.send(work, house.member(work, "Mantas"), "202611", 501)
