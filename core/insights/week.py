"""What a week changed: contract dates that slipped, deals that moved on, and why another sum is expected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.history import DealRow
from core.insights.chances import Chances
from core.insights.forecast import hopes, in_cents
from core.insights.period import Span
from core.insights.process import Processes, reached
from core.insights.worth import Worth

MOST_OF_IT = 1 / 3
"""A deal explains a change when it makes at least this part of it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """An open deal as it is now, and the contract date that it had before."""

    deal: DealRow
    before: date


def slipped(then: Mapping[int, DealRow], now: Iterable[DealRow], processes: Processes) -> list[Slip]:
    """Deals open then and now whose contract date is a later one now; the largest first.

    `then`: the deals at the beginning, by id.
    """
    found = []
    for deal in now:
        before = then.get(deal.id)
        if before is None or not processes.is_open(deal) or not processes.is_open(before):
            continue
        if before.contract_on and deal.contract_on and deal.contract_on > before.contract_on:
            found.append(Slip(deal, before.contract_on))
    return sorted(found, key=lambda slip: (-(slip.deal.units or 0), slip.deal.id))


def moved_on(then: Mapping[int, DealRow], now: Iterable[DealRow], processes: Processes) -> list[DealRow]:
    """Deals open then and now that have come further along their pipeline than they ever had."""
    return [
        deal
        for deal in now
        if deal.id in then
        and processes.is_open(deal)
        and processes.is_open(then[deal.id])
        and _furthest(deal, processes) > _furthest(then[deal.id], processes)
    ]


def _furthest(deal: DealRow, processes: Processes) -> int:
    return max(reached(deal, processes), default=-1)


def part_in_expected(
    deals: Iterable[DealRow],
    now: float,
    seconds: tuple[float, float],
    span: Span,
    today: date,
    chances: Chances,
    processes: Processes,
    worth: Worth,
) -> dict[int, int]:
    """What each deal adds to what is expected of the period, in 1/10 000 of the team's currency.

    Won in it: its amount; open: its amount times the chance of being won in it (with too thin a history by
    its stage, if its contract date is in it). `seconds`: the period in seconds since 1970.
    """
    deals = list(deals)
    if chances.is_thin:
        found = {
            deal.id: in_cents(units * processes.probability(deal) / 100)
            for deal in deals
            if processes.is_open(deal) and deal.contract_on in span
            if (units := worth.units(deal.units, deal.currency, today)) is not None
        }
    else:
        ahead = hopes(deals, now, seconds, today, chances, processes, worth)
        found = {hope.deal.id: hope.part for hope in ahead}
    for deal in deals:
        if processes.is_won(deal) and deal.closed_on in span:
            found[deal.id] = worth.units(deal.units, deal.currency, deal.closed_on or today) or 0
    return found


def because_of(then: Mapping[int, int], now: Mapping[int, int]) -> int | None:
    """The deal that made most of the change in what is expected; None where no deal made a third of it."""
    change = sum(now.values()) - sum(then.values())
    made = {key: now.get(key, 0) - then.get(key, 0) for key in now.keys() | then.keys()}
    if not change or not made:
        return None
    most = max(made, key=lambda key: (made[key] * (1 if change > 0 else -1), -key))
    return most if made[most] / change >= MOST_OF_IT else None


def largest(deals: Sequence[DealRow], worth: Worth, today: date) -> list[DealRow]:
    """The deals by what they are worth, those without an amount last."""

    def units(deal: DealRow) -> int:
        return worth.units(deal.units, deal.currency, deal.closed_on or today) or 0

    return sorted(deals, key=lambda deal: (-units(deal), deal.id))
