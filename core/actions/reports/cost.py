"""Cost as a report: money per contact, per won deal, per new customer, and as a share of what was won."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from core.actions.reports.effort import PER, contacts_of, measured_notes
from core.actions.reports.facts import Facts
from core.actions.reports.grouping import ALL, Key, of_contacts, of_sold
from core.actions.reports.shape import Note, Report, rounded
from core.actions.reports.travel import travel_by, travel_notes, travel_of
from core.history import DealRow, as_amount
from core.insights.cost import Closed, closed_by, closed_in, first_bought
from core.insights.effort import Effort, cost, effort_by, effort_of
from core.insights.expenses import Travel
from core.storage.contact_rows import minutes_of_deals

COLUMNS = (
    *("group", "minutes", "cost", "closing_cost", "contacts", "cost_per_contact", "won_count"),
    *("cost_per_won", "new_customers", "cost_per_new_customer", "share_of_won"),
)
CENT = Decimal("0.01")


def cost_report(facts: Facts) -> Report:
    """A row for each group, `all` without one, the dearest first.

    Minutes, contacts and cost are of the contacts in the period, with its travel and expenses; the closing
    cost, and what is per won deal and new customer, of the whole life of the deals that were closed in it.
    Won money is that of the deals: an order costs no deal's minutes, so its money is no part of the share.
    """
    by = facts.question.by
    spent = contacts_of(facts, PER[by], facts.span)
    total = effort_of(spent, facts.team.habits.minutes)
    efforts: Mapping[Key, Effort] = {(None, ALL): total}
    if by is not None:
        efforts = effort_by(spent, of_contacts(facts, by), facts.team.habits.minutes)
    closed, trips = _closed(facts, by), travel_by(facts, by, PER[by], facts.span)
    keys = sorted(efforts.keys() | closed.keys() | trips.keys(), key=lambda key: _order(efforts, closed, key))
    together = Closed()
    for part in closed.values():
        together.add(part)
    rows = [
        _row(facts, key[1], efforts.get(key, Effort()), closed.get(key, Closed()), trips.get(key, Travel()))
        for key in keys
    ]
    spent_in_all = sum(each.units for each in trips.values())
    totals = _row(facts, None, total, together, Travel(spent_in_all))
    del totals["group"]
    return facts.report(
        "cost", COLUMNS, rows, totals, [*_notes(facts, total, together), *travel_notes(facts, trips.values())]
    )


def minutes_of(facts: Facts, deals: Iterable[DealRow]) -> Mapping[int, int]:
    """The minutes that these deals took in their whole life until the moment asked about."""
    ids = {deal.id for deal in deals}
    return minutes_of_deals(facts.session, ids, facts.team.habits.minutes, facts.before)


def _closed(facts: Facts, by: str | None) -> Mapping[Key, Closed]:
    closed = closed_in(facts.endings, facts.span, facts.processes)
    first = first_bought(facts.all_endings, facts.all_orders, facts.processes)
    if not facts.sees_all:
        seen = {deal.id for deal in facts.endings}
        orders = {order.id for order in facts.orders}
        first = {
            company_id: sold
            for company_id, sold in first.items()
            if sold.id in (seen if isinstance(sold, DealRow) else orders)
        }
    minutes = minutes_of(facts, closed)
    spent = {deal_id: each.units for deal_id, each in travel_of(facts, closed).items()}
    group = of_sold(facts, by)
    return closed_by(closed, minutes, spent, first, facts.span, group, facts.processes, facts.worth)


def _order(efforts: Mapping[Key, Effort], closed: Mapping[Key, Closed], key: Key) -> tuple[int, str]:
    return -efforts.get(key, Effort()).minutes - closed.get(key, Closed()).minutes, key[1] or ""


def _row(facts: Facts, group: str | None, spent: Effort, closed: Closed, trips: Travel) -> dict[str, Any]:
    hourly = facts.team.habits.hourly_cost
    money = cost(spent.minutes, hourly, trips.units)
    closing = cost(closed.minutes, hourly, closed.spent)
    winning = cost(closed.winning_minutes, hourly, closed.winning_spent)
    won = as_amount(closed.won_units)
    return {
        "group": group,
        "minutes": spent.minutes,
        "cost": _plain(money),
        "closing_cost": _plain(closing),
        "contacts": spent.contacts,
        "cost_per_contact": _per(money, spent.contacts),
        "won_count": closed.won,
        "cost_per_won": _per(closing, closed.won),
        "new_customers": closed.new_customers,
        "cost_per_new_customer": _per(winning, closed.new_customers),
        "share_of_won": None if closing is None or not won else rounded(float(closing / won)),
    }


def _plain(money: Decimal | None) -> Decimal | None:
    """With two decimals where it has no more."""
    if money is None or money != round(money, 2):
        return money
    return money.quantize(CENT)


def _per(money: Decimal | None, count: int) -> Decimal | None:
    if money is None or not count:
        return None
    return (money / count).quantize(CENT, ROUND_HALF_EVEN)


def _notes(facts: Facts, spent: Effort, closed: Closed) -> list[Note]:
    notes = measured_notes(spent)
    if facts.team.habits.hourly_cost is None:
        notes.insert(0, Note("note-no-hourly-cost"))
    if closed.without_amount:
        notes.append(Note("note-without-amount", {"count": closed.without_amount}))
    return [*notes, *facts.notes()]
