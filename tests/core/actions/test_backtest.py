"""Each figure of the backtest equals what a plain calculation makes of the reports of past days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Any

import pytest
from sqlalchemy import select

from core.actions.reports.asking import owner
from core.actions.reports.backtest import backtest
from core.actions.reports.facts import gather
from core.actions.reports.forecast import forecast
from core.actions.reports.shape import Question, Report
from core.insights.period import Span
from core.model import Deal, Stage
from core.terms import StageMeaning
from tests.builders import TEAM, House
from tests.histories import noon, quarters_of_selling

NOW = noon(date(2026, 11, 24))
QUARTERS = [Span(date(2026, month, 1), date(2026, month + 3, 1)) for month in (1, 4, 7)]

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def sold(house: House) -> House:
    quarters_of_selling(house, date(2025, 12, 1), 12)
    return house


@dataclass
class Told:
    """What the reports of a day said of a period, and what its open deals brought."""

    as_of: date
    span: Span
    said: float
    weighted: float
    low: float
    high: float
    came: float
    chances: list[tuple[float, float, bool]]


def told(house: House, as_of: date, span: Span) -> Told | None:
    with house.database.reading() as session:
        facts = gather(session, owner(), TEAM, NOW, Question(span=span, as_of=as_of))
        if facts.chances.is_thin:
            return None
        totals = forecast(facts).totals
        won = float(totals["won"])
        stands = {stage.id: stage for stage in session.scalars(select(Stage))}
        now = [
            (deal, stands[deal.stage_id].meaning is StageMeaning.WON and deal.closed_on)
            for deal in session.scalars(select(Deal))
            if deal.created_on < as_of and (deal.closed_on is None or deal.closed_on >= as_of)
        ]
        came = {deal.id: float(deal.amount or 0) for deal, on in now if on and span.start <= on < span.end}
        chances = [
            (
                facts.chances.between(row, facts.now, *facts.seconds),
                stands[row.stage_id].probability / 100 * (row.contract_on in span),
                row.id in came,
            )
            for row in facts.deals
            if row.id in {deal.id for deal, _ in now}
        ]
    names = ("expected", "weighted", "expected_low", "expected_high")
    said, weighted, low, high = (float(totals[each]) - won for each in names)
    return Told(as_of, span, said, weighted, low, high, sum(came.values()), chances)


def check(rows: Iterator[dict[str, Any]], days: list[Told]) -> None:
    """The rows of one horizon against the days that were told of."""
    found = {row["method"]: row for row in rows}
    came = sum(each.came for each in days)
    for method, place in (("expected", 0), ("weighted", 1)):
        errors = [(each.said, each.weighted)[place] - each.came for each in days]
        squares = [(chances[place] - chances[2]) ** 2 for each in days for chances in each.chances]
        row = found[method]
        assert row["periods"] == len(days)
        assert row["wape"] == pytest.approx(sum(map(abs, errors)) / came, abs=2e-4)
        assert row["bias"] == pytest.approx(sum(errors) / came, abs=2e-4)
        assert row["brier"] == pytest.approx(fmean(squares), abs=2e-4)
    within = [each.low <= each.came <= each.high for each in days]
    assert found["expected"]["coverage"] == pytest.approx(fmean(within), abs=1e-4)
    naive = []
    for each in days:
        before = [other for other in days if other.span.end <= each.as_of]
        if before:
            naive.append((fmean(other.came for other in before) - each.came, each.came))
    assert found["naive"]["periods"] == len(naive)
    if naive:
        whole = sum(brought for _, brought in naive)
        assert found["naive"]["wape"] == pytest.approx(sum(abs(e) for e, _ in naive) / whole, abs=2e-4)
        assert found["naive"]["bias"] == pytest.approx(sum(e for e, _ in naive) / whole, abs=2e-4)


def replay(house: House, *ahead: int) -> Report:
    with house.database.reading() as session:
        return backtest(session, TEAM, NOW, lambda *_: None, ahead)


def test_quarters_are_scored_as_a_plain_calculation_does(sold: House) -> None:
    rows = replay(sold).rows
    for horizon in (28, 56, 91):
        days = [told(sold, span.end - timedelta(days=horizon), span) for span in QUARTERS]
        check((dict(row) for row in rows if row["horizon_days"] == horizon), [day for day in days if day])
    later = noon(date(2027, 8, 2))  # what happened since November is not known
    with sold.database.reading() as session:
        assert backtest(session, TEAM, later, lambda *_: None).period == Span(
            QUARTERS[0].start, QUARTERS[-1].end
        )


def test_each_monday_is_scored_so_many_days_ahead(sold: House) -> None:
    report = replay(sold, 30)
    assert [(row["method"], row["horizon_days"]) for row in report.rows] == [
        ("expected", 30),
        ("weighted", 30),
        ("naive", 30),
    ]
    days, monday = [], date(2025, 12, 8)
    while monday + timedelta(days=30) <= NOW.date():
        day = told(sold, monday, Span(monday, monday + timedelta(days=30)))
        days += [day] if day else []
        monday += timedelta(days=7)
    assert len(days) > 10
    check((dict(row) for row in report.rows), days)
