"""What a snapshot holds: the forecasts of a moment for all periods that matter, and the deals behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.actions.reports.facts import Facts
from core.actions.reports.forecast import figures_of
from core.actions.reports.scopes import Holdings, Part
from core.actions.reports.shape import money
from core.history import DealRow
from core.insights.alternatives import counted_once
from core.insights.closing import Closing, closings
from core.insights.period import Span, month_of, quarter_of, year_of

Row = dict[str, Any]
"""The columns of a frozen record by name."""


@dataclass(frozen=True, slots=True)
class Periods:
    """The month, quarter and year that a day is in, and the quarter after it, which is forecast before it
    begins."""

    month: Span
    quarter: Span
    year: Span
    following: Span

    @classmethod
    def of(cls, day: date) -> "Periods":
        quarter = quarter_of(day)
        return cls(month_of(day), quarter, year_of(day), quarter_of(quarter.end))

    def __iter__(self) -> Iterator[Span]:
        return iter((self.month, self.quarter, self.year, self.following))


def forecasts(facts: Facts) -> Iterator[Row]:
    """The forecasts of everybody, each pipeline, each team and each salesperson, for each period; one by one,
    as each takes its time."""
    holdings, _ = Holdings(facts), (facts.chances, facts.begun)  # read once for all periods
    spans = [facts.over(span) for span in Periods.of(facts.today)]
    for part in holdings.parts():
        deals = part.deals_of(holdings)
        for asked in spans:
            yield _forecast(asked, part, deals, holdings)


def _forecast(asked: Facts, part: Part, deals: Sequence[DealRow], holdings: Holdings) -> Row:
    figures, without = figures_of(asked, deals, part.orders_of(holdings))
    about = {"scope": part.scope, "scope_id": part.id}
    about |= {"starts_on": asked.span.start, "ends_on": asked.span.end}
    return about | figures | {"target": money(part.target(asked)), "without_amount": without}


def frozen_deals(facts: Facts) -> Iterator[Row]:
    """The deals that are open, and those won since the year began."""
    periods = Periods.of(facts.today)
    counted = {deal.id for deal in counted_once(facts.deals, facts.processes)}
    ahead: dict[int, Row] = {}
    if not facts.chances.is_thin:
        known = closings(facts.deals, facts.now, facts.today, facts.chances, facts.processes)
        ahead = {each.deal.id: _ahead(facts, each, periods) for each in known}
    for deal in facts.deals:
        won = facts.processes.is_won(deal) and deal.closed_on in periods.year
        if facts.processes.is_open(deal) or won:
            yield _deal(facts, deal) | {"counted": deal.id in counted} | ahead.get(deal.id, NOT_KNOWN)


NOT_KNOWN: Row = dict.fromkeys(("chance", "median_on", "in_month", "in_quarter", "in_year", "next_quarter"))


def _ahead(facts: Facts, found: Closing, periods: Periods) -> Row:
    """The chance of ever being won, and of being won in each period."""
    month, quarter, year, following = (
        facts.chances.between(found.deal, facts.now, facts.midnight(span.start), facts.midnight(span.end))
        for span in periods
    )
    of_periods = {"in_month": month, "in_quarter": quarter, "in_year": year, "next_quarter": following}
    return {"chance": found.chance, "median_on": found.median} | of_periods


def _deal(facts: Facts, deal: DealRow) -> Row:
    on = deal.closed_on or facts.today
    return {
        "deal_id": deal.id,
        "owner_id": deal.owner_id,
        "pipeline_id": deal.pipeline_id,
        "stage_id": deal.stage_id,
        "amount": money(deal.units),
        "currency": deal.currency,
        "worth": money(facts.worth.units(deal.units, deal.currency, on)),
        "category": facts.processes.category(deal),
        "contract_on": deal.contract_on,
        "closed_on": deal.closed_on,
        "probability": facts.processes.probability(deal),
    }
