"""Customers: those that came in a period, those that buy, those that fell silent, and those that left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.history import DealRow, OrderRow
from core.insights.dormant import Silence
from core.insights.period import Span
from core.insights.process import Processes
from core.insights.worth import Worth
from core.terms import LostReason


class State(StrEnum):
    """What a customer is; a new one may be active, and one that buys elsewhere dormant."""

    NEW = "new"
    ACTIVE = "active"
    DORMANT = "dormant"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A customer was said to buy elsewhere, on that day; `competitor` None: it is not known from whom."""

    on: date
    competitor: str | None


@dataclass(frozen=True, slots=True)
class Customer:
    """One company in one state, since a day: of its first purchase, its last one, its last contact, or of its
    leaving. `units`: what it has bought in all, in 1/10 000 of the team's currency."""

    company_id: int
    state: State
    since: date
    units: int
    competitor: str | None = None


@dataclass(slots=True)
class Bought:
    """What a company bought: the first and the last day, and all of it together."""

    first: date
    last: date
    units: int


def purchases(
    deals: Iterable[DealRow], orders: Iterable[OrderRow], processes: Processes, worth: Worth
) -> dict[int, Bought]:
    """Won deals and orders by company; those of no company are nobody's."""
    found: dict[int, Bought] = {}
    sold: list[tuple[int | None, date, int | None]] = [
        (order.company_id, order.ordered_on, worth.units(order.units, order.currency, order.ordered_on))
        for order in orders
    ]
    sold += [
        (deal.company_id, deal.closed_on, worth.units(deal.units, deal.currency, deal.closed_on))
        for deal in deals
        if deal.closed_on is not None and processes.is_won(deal)
    ]
    for company_id, day, units in sold:
        if company_id is None:
            continue
        known = found.get(company_id)
        if known is None:
            found[company_id] = Bought(day, day, units or 0)
        else:
            known.first, known.last = min(known.first, day), max(known.last, day)
            known.units += units or 0
    return found


def losses(
    deals: Iterable[DealRow],
    reasons: Mapping[int, tuple[LostReason | None, str | None]],
    processes: Processes,
) -> dict[int, Elsewhere]:
    """The companies that chose somebody else in the last deal closed with them, and have no open one.

    `reasons`: why each deal was lost, and to whom.
    """
    last: dict[int, tuple[date, int, Elsewhere | None]] = {}
    still_talking = set()
    for deal in deals:
        if deal.company_id is None:
            continue
        if processes.is_open(deal):
            still_talking.add(deal.company_id)
        elif deal.closed_on is not None:
            reason, competitor = reasons.get(deal.id, (None, None))
            left = processes.is_lost(deal) and (competitor or reason is LostReason.COMPETITOR)
            found = Elsewhere(deal.closed_on, competitor) if left else None
            candidate = (deal.closed_on, deal.id, found)
            if deal.company_id not in last or candidate[:2] > last[deal.company_id][:2]:
                last[deal.company_id] = candidate
    return {
        company_id: found
        for company_id, (_, _, found) in last.items()
        if found is not None and company_id not in still_talking
    }


def said_elsewhere(
    silent: Mapping[int, Silence], buys_from: Mapping[int, str], said_on: Mapping[int, date]
) -> dict[int, Elsewhere]:
    """The dormant customers of whom a salesperson said, when asked, from whom they buy now."""
    return {
        company_id: Elsewhere(said_on[company_id], competitor)
        for company_id, competitor in buys_from.items()
        if company_id in silent and company_id in said_on
    }


def customers(
    bought: Mapping[int, Bought],
    silent: Mapping[int, Silence],
    elsewhere: Mapping[int, Elsewhere],
    span: Span,
    today: date,
) -> list[Customer]:
    """Every company in every state that it is in: newest customers first, the longest silent first.

    New: the first won deal or order is in the period. Active: won or ordered in the last 12 months and not
    dormant. Dormant: `silent` by its own measure. Lost: said or recorded to buy elsewhere, and has bought
    nothing since.
    """
    year_ago = _year_before(today)
    found = []
    for company_id, sales in bought.items():
        if sales.first in span:
            found.append(Customer(company_id, State.NEW, sales.first, sales.units))
        if sales.last >= year_ago and company_id not in silent:
            found.append(Customer(company_id, State.ACTIVE, sales.last, sales.units))
    for company_id, silence in silent.items():
        found.append(Customer(company_id, State.DORMANT, silence.since, _units(bought, company_id)))
    for company_id, left in elsewhere.items():
        if company_id in bought and bought[company_id].last > left.on:
            continue
        units = _units(bought, company_id)
        found.append(Customer(company_id, State.LOST, left.on, units, left.competitor))
    order = list(State)
    return sorted(found, key=lambda each: (order.index(each.state), -each.units, each.since, each.company_id))


def _units(bought: Mapping[int, Bought], company_id: int) -> int:
    return bought[company_id].units if company_id in bought else 0


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)
