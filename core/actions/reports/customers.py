"""Customers as a report: new, active, dormant, and lost to whom."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from core.actions.reports.facts import Facts
from core.actions.reports.names import Sold
from core.actions.reports.shape import Report, money
from core.history import DealRow
from core.insights.customers import (
    Customer,
    Elsewhere,
    State,
    customers,
    losses,
    purchases,
    said_elsewhere,
)
from core.insights.dormant import Silence, silence
from core.model import Company, Deal
from core.storage import customer_rows, known_then

COLUMNS = ("state", "company", "rep", "since", "silent_days", "usual_gap_days", "won_value", "competitor")


def customers_report(facts: Facts) -> Report:
    """A row for each customer in each state, of those that the asker's people have dealt with.

    New is said of the period, the other states of the moment asked about.
    """
    found, silent = customers_of(facts)
    people = _whose(facts)
    counts = Counter(customer.state for customer in found)
    return facts.report(
        "customers",
        COLUMNS,
        [_row(facts, customer, silent, people) for customer in found],
        {state.value: counts[state] for state in State},
        facts.notes(),
    )


def customers_of(facts: Facts) -> tuple[list[Customer], Mapping[int, Silence]]:
    """The customers by state, and how those that are dormant are silent."""
    circle = _circle(facts)
    gone = known_then.set_then(facts.session, Company, "deleted_at", facts.before)
    bought = purchases(facts.all_endings, facts.all_orders, facts.processes, facts.worth)
    elsewhere = losses(facts.all_endings, _reasons(facts), facts.processes)
    silent = _silent(facts, circle)
    elsewhere |= _said(facts, silent)
    found = [
        customer
        for customer in customers(bought, silent, elsewhere, facts.span, facts.today)
        if customer.company_id not in gone and (circle is None or customer.company_id in circle)
    ]
    return found, silent


def _circle(facts: Facts) -> set[int] | None:
    """The companies that are asked about; None: all."""
    if facts.sees_all:
        return None
    found = {deal.company_id for deal in facts.endings} | {order.company_id for order in facts.orders}
    if facts.pipeline_id is None:
        found |= customer_rows.met_by(facts.session, facts.asker)
    return {company_id for company_id in found if company_id is not None}


def _silent(facts: Facts, circle: set[int] | None) -> Mapping[int, Silence]:
    habits = facts.team.habits
    longest = facts.today - timedelta(days=habits.silent_days)
    ids = customer_rows.maybe_silent(facts.session, longest, facts.before)
    if circle is not None:
        ids &= circle
    companies = {deal.id: deal.company_id for deal in facts.all_endings}
    breaks = customer_rows.breaks(facts.session, companies, facts.before)
    found = {}
    for company_id, days in customer_rows.contact_days(facts.session, ids, facts.before):
        until = breaks.get(company_id)
        quiet = silence(days, facts.today, habits.silent_days, habits.silent_gaps, until)
        if quiet is not None:
            found[company_id] = quiet
    return found


def _said(facts: Facts, silent: Mapping[int, Silence]) -> dict[int, Elsewhere]:
    """Where dormant customers buy now, as it was known then."""
    buys_from = known_then.set_then(facts.session, Company, "buys_from", facts.before)
    said_on = known_then.set_then(facts.session, Company, "where_said_on", facts.before)
    return said_elsewhere(silent, buys_from, said_on)


def _reasons(facts: Facts) -> Mapping[int, Any]:
    """Why each deal was lost and to whom, as it was known then."""
    reasons = known_then.set_then(facts.session, Deal, "lost_reason", facts.before)
    competitors = known_then.set_then(facts.session, Deal, "competitor", facts.before)
    return {
        deal_id: (reasons.get(deal_id), competitors.get(deal_id))
        for deal_id in reasons.keys() | competitors.keys()
    }


def _whose(facts: Facts) -> Mapping[int, int | None]:
    """Who had the newest deal or order with each company."""
    found: dict[int, tuple[date, int | None]] = {}
    everything: list[Sold] = [*facts.endings, *facts.orders]
    for sold in everything:
        day = sold.created_on if isinstance(sold, DealRow) else sold.ordered_on
        if sold.company_id is not None and day >= found.get(sold.company_id, (day, None))[0]:
            found[sold.company_id] = (day, sold.owner_id)
    return {company_id: owner_id for company_id, (_, owner_id) in found.items()}


def _row(
    facts: Facts, customer: Customer, silent: Mapping[int, Silence], people: Mapping[int, int | None]
) -> dict[str, Any]:
    quiet = silent[customer.company_id] if customer.state is State.DORMANT else None
    return {
        "state": customer.state.value,
        "company": facts.names.companies.get(customer.company_id),
        "rep": facts.names.members.get(people.get(customer.company_id) or 0),
        "since": customer.since,
        "silent_days": None if quiet is None else (facts.today - quiet.since).days,
        "usual_gap_days": None if quiet is None else quiet.usual_gap,
        "won_value": money(customer.units),
        "competitor": customer.competitor,
    }
