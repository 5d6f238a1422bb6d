"""What deals not yet created may bring to a period: what such deals brought to comparable periods before."""

from collections.abc import Iterable

from core.history import DealRow, OrderRow
from core.insights.process import Processes
from core.insights.worth import CENT, Worth

MOST = 12
"""So many comparable periods are looked at, the newest."""


def windows(now: float, first: float, end: float) -> int:
    """How many comparable periods the history since `first` has: each as far from its own day as this one."""
    length = end - now
    return min(int((now - first) // length), MOST) if length > 0 else 0


def brought(
    deals: Iterable[DealRow],
    orders: Iterable[tuple[OrderRow, float]],
    now: float,
    start: float,
    end: float,
    count: int,
    processes: Processes,
    worth: Worth,
) -> int | None:
    """The mean over `count` comparable periods, in 1/10 000 of the team's currency; None: there is none.

    Looking back from now by one, two … times the time to the period's end, each has the same part of such a
    time that the period has now; a deal counts where it was created after that day and won in that part, an
    order (with its instant) where it was placed in it. Instants in seconds since 1970.
    """
    if end <= now:
        return 0
    if not count:
        return None
    length, head = end - now, max(start - now, 0.0)
    total = 0
    for deal in deals:
        if deal.closed_on is not None and processes.is_won(deal):
            at = deal.moves[-1].at
            number = int((now - at) // length) + 1
            begin = now - number * length
            if number <= count and deal.created_at >= begin and at >= begin + head:
                total += worth.units(deal.units, deal.currency, deal.closed_on) or 0
    for order, at in orders:
        number = int((now - at) // length) + 1
        if 1 <= number <= count and at >= now - number * length + head:
            total += worth.units(order.units, order.currency, order.ordered_on) or 0
    return round(total / count / CENT) * CENT
