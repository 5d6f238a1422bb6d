"""What holds of every funnel and every forecast, whatever the deals did."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.history import DAY, DealRow, Move
from core.insights.forecast import Hope, outlook, plain_figures
from core.insights.funnel import closings, stage_flows
from core.insights.leads import source_flows
from core.insights.period import Span
from core.insights.spread import quick_interval
from core.insights.worth import Worth
from core.money import Rate
from core.terms import Category
from tests.core.insights.funnels import BEGIN, LOST, PROCESSES, WON

TODAY = date(1970, 1, 1) + timedelta(days=BEGIN // DAY + 200)
NOW = BEGIN + 200 * DAY
SPAN = Span(TODAY - timedelta(days=90), TODAY + timedelta(days=30))
MONTHS = [Span(SPAN.start + timedelta(30 * n), SPAN.start + timedelta(30 * n + 30)) for n in range(4)]
SECONDS = (NOW - 90 * DAY, NOW + 30 * DAY)


@st.composite
def deals(draw: st.DrawFn) -> DealRow:
    """A deal that went any way through the stages, closed and reopened, with or without amount and date."""
    days = sorted(draw(st.lists(st.integers(0, 199), min_size=1, max_size=8)))
    stages = [draw(st.integers(1, 6)) for _ in days]
    moves = tuple(Move(stage, BEGIN + day * DAY) for stage, day in zip(stages, days, strict=True))
    units = draw(st.none() | st.integers(1, 10**9))
    closed = date(1970, 1, 1) + timedelta(days=int(moves[-1].at // DAY))
    return DealRow(
        draw(st.integers(1, 10**6)),
        "deal",
        1,
        stages[-1],
        closed - timedelta(days=days[-1] - days[0]),
        moves[0].at,
        moves,
        owner_id=draw(st.integers(1, 3)),
        source=draw(st.sampled_from([None, "fair", "web"])),
        units=units,
        currency=None if units is None else draw(st.sampled_from(["EUR", "USD"])),
        contract_on=draw(st.none() | st.dates(SPAN.start - timedelta(30), SPAN.end + timedelta(30))),
        category=draw(st.none() | st.sampled_from(Category)),
        closed_on=closed if stages[-1] in (WON, LOST) else None,
    )


DEAL = DealRow(1, "deal", 1, 1, TODAY, BEGIN, (Move(1, BEGIN),))
RATES = (Rate("USD", date(1970, 1, 1), Decimal("0.92")),)
SOME = st.lists(deals(), max_size=12)


def worth() -> Worth:
    return Worth("EUR", RATES)


@given(SOME)
def test_what_came_into_a_stage_advanced_or_was_lost_or_is_there(rows: Sequence[DealRow]) -> None:
    flows = stage_flows(rows, 1, SECONDS, NOW, TODAY, PROCESSES, worth())
    for flow in flows:
        assert flow.entered == flow.advanced + flow.lost + flow.still_here
    assert sum(flow.standing or 0 for flow in flows) == sum(PROCESSES.is_open(row) for row in rows)
    open_flows = [flow for flow in flows if flow.standing is not None]
    everything = (BEGIN, NOW)
    whole = stage_flows(rows, 1, everything, NOW, TODAY, PROCESSES, worth())[: len(open_flows)]
    for before, after in pairwise(whole):
        assert after.entered <= before.entered  # nobody comes to a stage without passing those before
        assert after.entered == before.advanced


@given(SOME)
def test_leads_are_conserved_and_sources_add_up(rows: Sequence[DealRow]) -> None:
    *flows, total = source_flows(rows, SECONDS, NOW, PROCESSES, worth())
    for flow in (*flows, total):
        assert flow.entered == flow.qualified + flow.disqualified + flow.still_here
    assert total.entered == sum(flow.entered for flow in flows)
    assert total.won_units == sum(flow.won_units for flow in flows)


@given(SOME)
def test_the_floor_is_never_above_the_best_case_and_groups_add_up(rows: Sequence[DealRow]) -> None:
    whole = plain_figures(rows, [], SPAN, TODAY, PROCESSES, worth())
    assert whole.won <= whole.floor <= whole.best_case
    assert whole.won <= whole.weighted
    parts = [
        plain_figures([row for row in rows if row.owner_id == owner], [], SPAN, TODAY, PROCESSES, worth())
        for owner in (1, 2, 3)
    ]
    for name in ("won", "floor", "best_case", "weighted", "without_amount"):
        assert sum(getattr(part, name) for part in parts) == getattr(whole, name)


@given(SOME)
def test_a_period_is_the_sum_of_its_months(rows: Sequence[DealRow]) -> None:
    whole = plain_figures(rows, [], SPAN, TODAY, PROCESSES, worth())
    months = [plain_figures(rows, [], part, TODAY, PROCESSES, worth()) for part in MONTHS]
    assert sum(month.won for month in months) == whole.won
    assert sum(month.weighted - month.won for month in months) == whole.weighted - whole.won
    closed = closings(rows, SPAN, PROCESSES, worth())
    of_months = [closings(rows, part, PROCESSES, worth()) for part in MONTHS]
    assert sum(month.won for month in of_months) == closed.won
    assert sum(month.won_units for month in of_months) == closed.won_units


def hopes_of(prospects: list[tuple[int, float]]) -> list[Hope]:
    return [Hope(DEAL, units, chance) for units, chance in prospects]


@given(st.lists(st.tuples(st.integers(1, 10**9), st.floats(0, 1)), max_size=20), st.integers(0, 10**9))
def test_what_is_expected_lies_between_what_is_won_and_all_of_it(
    prospects: list[tuple[int, float]], won: int
) -> None:
    found = outlook(won, hopes_of(prospects), 0.2, lambda deals, effect: (0.0, 0.0))
    most = won + sum(units for units, _ in prospects)
    assert found.expected is not None
    assert won <= found.expected <= most + 50 * len(prospects)


@given(st.lists(st.tuples(st.integers(1, 10**9), st.floats(0, 1)), max_size=20), st.floats(0, 1))
def test_what_is_expected_is_never_outside_its_own_range(
    prospects: list[tuple[int, float]], effect: float
) -> None:
    found = outlook(5, hopes_of(prospects), effect, quick_interval)
    assert found.low is not None
    assert found.expected is not None
    assert found.high is not None
    assert found.low <= found.expected <= found.high


@given(st.integers(0, 10**9))
def test_money_is_exchanged_to_the_cent(cents: int) -> None:
    units = worth().units(cents * 100, "USD", TODAY)
    assert units is not None
    assert units % 100 == 0
    assert abs(units - cents * 92) <= 50
    assert worth().units(cents, "EUR", TODAY) == cents
