"""The three forecasts as a report, beside the weighted figure, new business and the target."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.actions.reports.facts import Facts
from core.actions.reports.shape import Note, Report, money
from core.actions.reports.targets import target_of
from core.history import DAY, DealRow, OrderRow
from core.insights.alternatives import counted_once
from core.insights.forecast import Outlook, hopes, outlook, plain_figures
from core.insights.new_business import brought, windows

COLUMNS = (
    *("group", "won", "floor", "expected", "expected_low", "expected_high", "new_business", "best_case"),
    *("weighted", "target"),
)
ALL = "all"


def forecast(facts: Facts) -> Report:
    """A row for each group, `all` without one; the totals are those of everything the asker sees."""
    by = facts.question.by
    counted = counted_once(facts.deals, facts.processes)
    totals, without = figures_of(facts, facts.in_part(counted), facts.orders)
    totals["target"] = money(target_of(facts, None, ALL))
    rows = [{"group": ALL} | totals]
    if by is not None:
        rows = [_row(facts, group, by, deals, orders) for group, deals, orders in _groups(facts, counted, by)]
    return facts.report("forecast", COLUMNS, rows, totals, [*_notes(facts, totals, without), *facts.notes()])


def _groups(
    facts: Facts, counted: Sequence[DealRow], by: str
) -> Iterator[tuple[str | None, Sequence[DealRow], Sequence[OrderRow]]]:
    group = facts.names.grouping(by, facts.processes)
    deals = facts.grouped(counted, by)
    orders: dict[str | None, list[OrderRow]] = {}
    for order in facts.orders:
        orders.setdefault(group(order), []).append(order)
    for name in sorted(deals.keys() | orders.keys(), key=lambda name: (name is None, name or "")):
        yield name, deals.get(name, []), orders.get(name, [])


def _row(
    facts: Facts, group: str | None, by: str, deals: Sequence[DealRow], orders: Sequence[OrderRow]
) -> dict[str, Any]:
    figures, _ = figures_of(facts, deals, orders)
    return {"group": group} | figures | {"target": money(target_of(facts, by, group))}


def figures_of(
    facts: Facts, deals: Sequence[DealRow], orders: Sequence[OrderRow]
) -> tuple[dict[str, Any], int]:
    """The figures of some deals and orders in the period, and how many of the deals have no amount."""
    plain = plain_figures(deals, orders, facts.span, facts.today, facts.processes, facts.worth)
    ahead = Outlook(plain.weighted)
    if not facts.chances.is_thin:
        found = hopes(
            deals, facts.now, facts.seconds, facts.today, facts.chances, facts.processes, facts.worth
        )
        ahead = outlook(plain.won, found, facts.chances.effect((facts.seconds[1] - facts.now) / DAY))
    return {
        "won": money(plain.won),
        "floor": money(plain.floor),
        "expected": money(ahead.expected),
        "expected_low": money(ahead.low),
        "expected_high": money(ahead.high),
        "new_business": money(_new_business(facts, deals, orders)),
        "best_case": money(plain.best_case),
        "weighted": money(plain.weighted),
    }, plain.without_amount


def _new_business(facts: Facts, deals: Sequence[DealRow], orders: Sequence[OrderRow]) -> int | None:
    start, end = facts.seconds
    count = windows(facts.now, facts.begun, end)
    placed = [(order, facts.midnight(order.ordered_on)) for order in orders]
    return brought(deals, placed, facts.now, start, end, count, facts.processes, facts.worth)


def _notes(facts: Facts, totals: dict[str, Any], without: int) -> list[Note]:
    notes = facts.thin()
    if without:
        notes.append(Note("note-without-amount", {"count": without}))
    if totals["target"] is None:
        notes.append(Note("note-no-target"))
    if totals["expected"] < totals["floor"]:
        notes.append(Note("note-floor-above-expected"))
    if totals["new_business"] is None:
        notes.append(Note("note-no-comparable-period"))
    return notes
