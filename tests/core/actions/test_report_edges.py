"""At the edges each of the ten reports says something true: no deals, one, no amounts, five currencies, a
stage that is gone, somebody who left, a deal that was lost and lives again."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.actions.handover import leave
from core.actions.reports.asking import REPORTS, ask_as_owner
from core.actions.reports.shape import Question, Report
from core.actions.work import TeamSettings
from core.habits import Habits
from core.insights.period import Span
from core.money import Rate
from core.storage.pipelines import PipelinePlan, sync
from tests.builders import House, stages
from tests.histories import Story, noon

QUARTER = Span(date(2026, 10, 1), date(2027, 1, 1))
NOW = noon(date(2026, 11, 24))
RATES = tuple(
    Rate(currency, date(2026, 1, 1), Decimal(rate))
    for currency, rate in (("USD", "0.5"), ("GBP", "2"), ("PLN", "0.25"))
)
TEAM = TeamSettings(name="Lentpjūvė", rates=RATES, habits=Habits(hourly_cost=Decimal(30)))


def nothing(house: House) -> None:
    """No deals at all, nor anything else."""


def one_deal(house: House) -> None:
    """It began this quarter, was talked about, and may be won in December."""
    story = Story(house)
    deal = story.begin(date(2026, 11, 2), amount=Decimal("1000.00"), expected_close_on=date(2026, 12, 10))
    story.move(date(2026, 11, 9), deal, "Derybos")
    house.contact(date(2026, 11, 9), "visit", deal_id=deal, duration_min=90)


def one_person(house: House) -> None:
    """Mantas alone sells: one deal won, one lost, one open."""
    story = Story(house)
    won, lost, _ = (
        story.begin(date(2026, 10, day), amount=Decimal(amount), expected_close_on=date(2026, 12, 10))
        for day, amount in ((5, "1000.00"), (6, "500.00"), (7, "300.00"))
    )
    house.contact(date(2026, 10, 8), "call", deal_id=won)
    house.contact(date(2026, 10, 9), "call", deal_id=lost)
    story.move(date(2026, 10, 20), won, "Laimėta")
    story.move(date(2026, 10, 21), lost, "Prarasta")


def no_amounts(house: House) -> None:
    """One deal is open, one is won; nobody has said what either is worth."""
    story = Story(house)
    story.begin(date(2026, 10, 5), stage="Derybos", expected_close_on=date(2026, 12, 10))
    won = story.begin(date(2026, 10, 6))
    story.move(date(2026, 10, 20), won, "Laimėta")


def no_targets(house: House) -> None:
    """A deal was won in the quarter and one is promised, but nobody has said what there is to win."""
    story = Story(house)
    won = story.begin(date(2026, 10, 5), amount=Decimal("1000.00"))
    story.begin(
        date(2026, 10, 6), stage="Derybos", amount=Decimal("500.00"), expected_close_on=date(2026, 12, 10)
    )
    house.contact(date(2026, 10, 8), "call", deal_id=won, duration_min=30)
    story.move(date(2026, 10, 20), won, "Laimėta")


def five_currencies(house: House) -> None:
    """A hundred of each is in negotiation; nobody knows what a SEK is worth."""
    story = Story(house)
    for currency in ("EUR", "USD", "GBP", "PLN", "SEK"):
        story.begin(
            date(2026, 11, 2),
            stage="Derybos",
            amount=Decimal("100.00"),
            currency=currency,
            expected_close_on=date(2026, 12, 10),
        )


def a_stage_is_gone(house: House) -> None:
    """The configuration no longer names the stage that a deal stands in."""
    Story(house).begin(date(2026, 11, 2), stage="Įvertinta", amount=Decimal("700.00"))
    with house.database.writing() as session:
        sync(session, [PipelinePlan("Pardavimai", tuple(s for s in stages() if s.name != "Įvertinta"))])


def somebody_left(house: House) -> None:
    """Tadas won a deal and left; his open one is Rūta's now."""
    story = Story(house)
    won = story.begin(date(2026, 10, 5), "Tadas", amount=Decimal("1000.00"))
    story.begin(date(2026, 10, 6), "Tadas", "Derybos", amount=Decimal("400.00"))
    house.contact(date(2026, 10, 7), "call", by="Tadas", deal_id=won)
    story.move(date(2026, 10, 20), won, "Laimėta")
    with house.work(noon(date(2026, 11, 2))) as work:
        owner, tadas = house.member(work, "Kęstas"), house.member(work, "Tadas")
        leave(work, owner, tadas, house.member(work, "Rūta"))


def reopened(house: House) -> None:
    """A deal was lost, and lives again."""
    story = Story(house)
    deal = story.begin(date(2026, 10, 5), amount=Decimal("800.00"), expected_close_on=date(2026, 12, 10))
    story.move(date(2026, 10, 20), deal, "Prarasta")
    story.move(date(2026, 11, 2), deal, "Derybos")


SCENES: Mapping[str, Callable[[House], None]] = {
    scene.__name__: scene
    for scene in (
        *(nothing, one_deal, one_person, no_amounts, no_targets, five_currencies, a_stage_is_gone),
        *(somebody_left, reopened),
    )
}

FIGURES = {
    "leads": "entered qualified disqualified still_here conversion won_value",
    "funnel": "won_count won_value lost_count win_rate mean_won_value without_amount",
    "forecast": "won floor expected expected_low best_case weighted target",
    "closing": "deals amount without_amount",
    "effort": "contacts minutes measured_share",
    "cost": "cost closing_cost won_count cost_per_won new_customers share_of_won",
    "capacity": "won target minutes_needed people_now people_needed",
    "process": "deals overdue",
    "customers": "new active dormant lost",
    "adoption": "people logging logs open_deals",
}
"""What of each report's totals is in the table."""

ROWS = {
    "funnel": "stage standing_count standing_value",
    "closing": "deal rep amount stage rep_date",
    "process": "deal rep missing",
    "customers": "state company rep won_value",
}
"""What of its rows."""

TABLE = Path(__file__).with_suffix(".txt")


def told(report: Report) -> str:
    """A line of the table: the totals, what is said beside them, and the rows that are not empty."""
    parts = [f"{name} {_said(report.totals[name])}" for name in FIGURES[report.name].split()]
    lines = [" · ".join([report.name, *parts])]
    lines += [f"    ({note.key.removeprefix('note-')})" for note in report.notes]
    for row in report.rows if report.name in ROWS else ():
        cells = [row[name] for name in ROWS[report.name].split()]
        if any(cells[1:]):
            lines.append("    " + ", ".join(map(_said, cells)))
    return "\n".join(lines)


def _said(value: Any) -> str:
    if isinstance(value, list):
        return "+".join(value)
    return "–" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scene", SCENES)
def test_each_report_says_something_true(house: House, scene: str) -> None:
    """The table was read line by line and found true; see `FIGURES` and `ROWS` for what is in it."""
    SCENES[scene](house)
    with house.database.reading() as session:
        found = [ask_as_owner(session, TEAM, NOW, name, Question(QUARTER)) for name in REPORTS]
    table = TABLE.read_text(encoding="utf-8")
    (part,) = (each for each in table.split("── ") if each.startswith(f"{scene}: "))
    assert [told(report) for report in found] == part.split("\n", 1)[1].strip().split("\n\n")
