"""What selling costs: of contacts in a period, and of the deals that were closed in it."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from core.history import DealRow, OrderRow
from core.insights.period import Span
from core.insights.process import Processes
from core.insights.worth import Worth

Group = TypeVar("Group", bound=Hashable)


@dataclass(slots=True)
class Closed:
    """Deals closed in the period together, and how many minutes they took in their whole life.

    `minutes` and `spent` on travel and expenses: of won and lost ones; `winning_minutes`, `winning_spent`: of
    the won ones of first-time buyers and of the lost ones. `won_units` and what was spent are in 1/10 000 of
    the team's currency; `without_amount` won deals are in no sum.
    """

    minutes: int = 0
    winning_minutes: int = 0
    spent: int = 0
    winning_spent: int = 0
    won: int = 0
    won_units: int = 0
    without_amount: int = 0
    new_customers: int = 0

    def add(self, other: "Closed") -> None:
        """Counts the others in."""
        self.minutes += other.minutes
        self.winning_minutes += other.winning_minutes
        self.spent += other.spent
        self.winning_spent += other.winning_spent
        self.won += other.won
        self.won_units += other.won_units
        self.without_amount += other.without_amount
        self.new_customers += other.new_customers


def first_bought(
    deals: Iterable[DealRow], orders: Iterable[OrderRow], processes: Processes
) -> Mapping[int, DealRow | OrderRow]:
    """What each company bought first of all: the won deal or the order with the earliest day."""
    found: dict[int, tuple[date, DealRow | OrderRow]] = {}
    bought: list[tuple[date, DealRow | OrderRow]] = [(order.ordered_on, order) for order in orders]
    bought += [(deal.closed_on, deal) for deal in deals if deal.closed_on and processes.is_won(deal)]
    for day, sold in bought:
        if sold.company_id is not None and (sold.company_id not in found or day < found[sold.company_id][0]):
            found[sold.company_id] = (day, sold)
    return {company_id: sold for company_id, (_, sold) in found.items()}


def closed_in(deals: Iterable[DealRow], span: Span, processes: Processes) -> list[DealRow]:
    """The deals won or lost in the period, by closing date."""
    return [deal for deal in deals if deal.closed_on in span and not processes.is_open(deal)]


def closed_by(
    closed: Iterable[DealRow],
    minutes: Mapping[int, int],
    spent: Mapping[int, int],
    first: Mapping[int, DealRow | OrderRow],
    span: Span,
    group: Callable[[DealRow | OrderRow], Group],
    processes: Processes,
    worth: Worth,
) -> dict[Group, Closed]:
    """The closed deals by group; a new customer is counted where what they bought first is.

    `minutes` and `spent`: of each deal in its whole life.
    """
    found: dict[Group, Closed] = {}
    new = {company_id for company_id, sold in first.items() if _day(sold) in span}
    for deal in closed:
        took, paid, won = minutes.get(deal.id, 0), spent.get(deal.id, 0), processes.is_won(deal)
        units = worth.units(deal.units, deal.currency, deal.closed_on or span.start) if won else None
        winning = not won or deal.company_id in new
        part = Closed(
            minutes=took,
            winning_minutes=took if winning else 0,
            spent=paid,
            winning_spent=paid if winning else 0,
            won=int(won),
            won_units=units or 0,
            without_amount=int(won and deal.units is None),
        )
        found.setdefault(group(deal), Closed()).add(part)
    for company_id in new:
        found.setdefault(group(first[company_id]), Closed()).new_customers += 1
    return found


def _day(sold: DealRow | OrderRow) -> date | None:
    return sold.ordered_on if isinstance(sold, OrderRow) else sold.closed_on
