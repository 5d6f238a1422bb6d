"""Shared deals in sums: a team counts each once, and each salesperson their part of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from core.history import DealRow
from core.insights.worth import CENT, Worth

Group = TypeVar("Group", bound=Hashable)

Shares = Mapping[int, Mapping[int, int]]
"""Of each shared deal, who has how many percent beside its owner, who has what is left of 100."""


def parts(deal: DealRow, shares: Shares) -> dict[int | None, int | None]:
    """What each salesperson has of the deal's amount: in whole cents, but the owner the rest, so that they
    add up to it."""
    others: dict[int | None, int | None] = {}
    left = deal.units
    for member_id, percent in shares.get(deal.id, {}).items():
        if member_id == deal.owner_id:
            continue
        part = None if deal.units is None else deal.units * percent // 100 // CENT * CENT
        others[member_id] = part
        left = None if left is None or part is None else left - part
    return {deal.owner_id: left} | others


def part_of(deals: Iterable[DealRow], shares: Shares, members: Collection[int] | None) -> Sequence[DealRow]:
    """The deals, of each that is shared what these members have of it together; None: all of it."""
    if members is None:
        return list(deals)
    return [
        replace(deal, units=_sum(units for who, units in parts(deal, shares).items() if who in members))
        if deal.id in shares
        else deal
        for deal in deals
    ]


def grouped(
    deals: Iterable[DealRow],
    shares: Shares,
    members: Collection[int] | None,
    group: Callable[[DealRow], Group],
) -> dict[Group, list[DealRow]]:
    """The deals by group; a shared one is in that of each of these members with what they have of it."""
    found: dict[Group, list[DealRow]] = defaultdict(list)
    for deal in deals:
        if deal.id not in shares:
            found[group(deal)].append(deal)
            continue
        by_group: dict[Group, list[int | None]] = defaultdict(list)
        for who, units in parts(deal, shares).items():
            if members is None or who in members:
                by_group[group(replace(deal, owner_id=who))].append(units)
        taken = 0
        for name, some in by_group.items():
            found[name].append(replace(deal, units=_sum(some), taken=taken))
            taken += _sum(some) or 0
    return found


def valued(deals: Iterable[DealRow], shares: Shares, worth: Worth, today: date) -> Sequence[DealRow]:
    """The deals, those that are shared in the team's currency: parts of what they are worth add up to it,
    parts of another currency would each be rounded by themselves. A rate that is not known leaves it so."""
    found = []
    for deal in deals:
        if deal.id in shares and deal.currency != worth.currency:
            units = worth.units(deal.units, deal.currency, deal.closed_on or today)
            deal = deal if units is None else replace(deal, units=units, currency=worth.currency)
        found.append(deal)
    return found


def _sum(found: Iterable[int | None]) -> int | None:
    known = [units for units in found if units is not None]
    return sum(known) if known else None
