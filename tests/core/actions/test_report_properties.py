"""What holds of every report of every team, whatever happened in it."""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.actions.deal_changes import move
from core.actions.reports.asking import GROUPINGS, REPORTS, ask_as_owner
from core.actions.reports.shape import Question, Report
from core.actions.undo import take_back
from core.insights.period import Span, month_of, quarter_of, year_of
from core.model import Operation, Stage
from core.storage.database import Database
from tests.builders import build_house
from tests.random_teams import EVENTS, TEAM, Event, Team

QUARTER = quarter_of(date(2026, 7, 6))
MONTHS = [month_of(date(2026, month, 1)) for month in (7, 8, 9)]
RULES = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@contextmanager
def living(template: Path, events: Sequence[Event]) -> Iterator[Team]:
    """A team after these events, in a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "team.sqlite3"
        shutil.copyfile(template, path)
        database = Database(f"sqlite:///{path}")
        team = Team(build_house(database))
        team.live(events)
        yield team
        database.close()


def ask(
    team: Team, name: str, span: Span | None = QUARTER, now: datetime | None = None, **more: Any
) -> Report:
    with team.house.database.reading() as session:
        return ask_as_owner(session, TEAM, now or team.now, name, Question(span, **more))


def everything(team: Team, now: datetime | None = None, **more: Any) -> dict[Any, Report]:
    """Every report, grouped in every way that it can be."""
    return {
        (name, by): ask(team, name, now=now, by=by, **more)
        for name in REPORTS
        for by in (None, *GROUPINGS[name])
    }


@RULES
@given(events=EVENTS)
def test_groups_add_up_to_the_totals(sqlite_template: Path, events: list[Event]) -> None:
    """Money is added to the cent; a shared deal is counted with each who has a part in it."""
    with living(sqlite_template, events) as team:
        whole = {name: ask(team, name) for name in REPORTS}
        for name, columns in ADDED.items():
            for by in GROUPINGS[name]:
                found = ask(team, name, by=by)
                assert found.totals == whole[name].totals, (name, by)
                for column in columns:
                    total = sum(row[column] or 0 for row in found.rows)
                    assert total == (found.totals[column] or 0), (name, by, column)


ADDED = {
    "forecast": ("won", "floor", "expected", "best_case", "weighted"),
    "effort": ("contacts", "minutes", "minutes_measured"),
    "cost": ("minutes", "contacts", "won_count", "new_customers"),
}


@RULES
@given(events=EVENTS)
def test_the_funnels_groups_hold_the_same_money(sqlite_template: Path, events: list[Event]) -> None:
    with living(sqlite_template, events) as team:
        whole = _standing(ask(team, "funnel"))
        for by in GROUPINGS["funnel"]:
            assert _standing(ask(team, "funnel", by=by)) == whole, by


def _standing(report: Report) -> dict[tuple[str, str], Decimal]:
    found: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in report.rows:
        if row["standing_value"]:
            found[row["pipeline"], row["stage"]] += row["standing_value"]
    return dict(found)


@RULES
@given(events=EVENTS)
def test_deals_are_conserved_and_the_floor_is_within_the_best_case(
    sqlite_template: Path, events: list[Event]
) -> None:
    with living(sqlite_template, events) as team:
        for row in ask(team, "funnel").rows:
            assert row["entered"] == row["advanced"] + row["lost"] + row["still_here"]
        for row in ask(team, "leads").rows:
            assert row["entered"] == row["qualified"] + row["disqualified"] + row["still_here"]
        for by in (None, *GROUPINGS["forecast"]):
            found = ask(team, "forecast", by=by)
            for row in (*found.rows, found.totals):
                assert row["won"] <= row["floor"] <= row["best_case"]
                assert row["won"] <= row["weighted"]


@RULES
@given(events=EVENTS, later=EVENTS)
def test_a_past_morning_is_told_as_it_was_whatever_came_later(
    sqlite_template: Path, events: list[Event], later: list[Event]
) -> None:
    with living(sqlite_template, events) as team:
        zone = ZoneInfo(TEAM.zone)
        morning = team.now.astimezone(zone).date() + timedelta(days=1)
        moment = datetime.combine(morning, time(), zone).astimezone(UTC)
        then = everything(team, now=moment)
        team.now = moment
        team.live(later)
        again = everything(team, now=team.now + timedelta(days=1), as_of=morning)
        for key, report in then.items():
            assert again[key] == report, key


@RULES
@given(events=EVENTS, number=st.integers(0, 9), stage=st.integers(0, 6))
def test_undoing_a_stage_change_restores_every_report(
    sqlite_template: Path, events: list[Event], number: int, stage: int
) -> None:
    with living(sqlite_template, events) as team:
        now = team.now + timedelta(days=2)
        before = everything(team, now=now)
        with team.house.work(team.now + timedelta(hours=1)) as work:
            deal = team.deal(work.session, number)
            if deal is None:
                return
            query = select(Stage.id).where(Stage.pipeline_id == deal.pipeline_id).order_by(Stage.position)
            operation = move(work, team.owner(work), deal.id, work.session.scalars(query).all()[stage])
        if operation is None:
            return
        with team.house.work(team.now + timedelta(hours=2)) as work:
            take_back(work, team.owner(work), work.session.get_one(Operation, operation))
        after = everything(team, now=now)
        for key, report in before.items():
            assert after[key] == report, key


@RULES
@given(events=EVENTS)
def test_a_quarter_is_the_sum_of_its_months(sqlite_template: Path, events: list[Event]) -> None:
    with living(sqlite_template, events) as team:
        for name, columns in SPLIT.items():
            whole = ask(team, name).totals
            parts = [ask(team, name, span).totals for span in MONTHS]
            for column in columns:
                assert sum(part[column] or 0 for part in parts) == (whole[column] or 0), (name, column)


SPLIT = {
    "forecast": ("won", "floor", "best_case", "weighted"),
    "funnel": ("won_count", "won_value", "lost_count"),
    "leads": ("entered",),
    "effort": ("contacts", "minutes", "minutes_measured"),
    "cost": ("contacts", "minutes", "won_count", "new_customers"),
    "customers": ("new",),
}


@RULES
@given(
    amounts=st.lists(
        st.tuples(st.decimals("0.01", "99999.99", places=2), st.sampled_from(("USD", "GBP", "PLN")))
    )
)
def test_money_is_converted_to_the_cent(sqlite_template: Path, amounts: list[tuple[Decimal, str]]) -> None:
    with living(sqlite_template, []) as team:
        team.live(
            [
                ("begin", ("Mantas", "Pardavimai", "Derybos", amount, currency, 30))
                for amount, currency in amounts
            ]
        )
        rates = {rate.currency: rate.rate for rate in TEAM.rates}
        exact = sum(
            ((amount * rates[currency]).quantize(Decimal("0.01")) for amount, currency in amounts), Decimal()
        )
        standing = sum(_standing(ask(team, "funnel", year_of(QUARTER.start))).values(), Decimal())
        assert standing == exact
