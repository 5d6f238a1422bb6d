"""Deals for one object: of several bidders at most one is won, so a forecast counts the likeliest once."""

from collections.abc import Iterable, Sequence

from core.history import DealRow
from core.insights.process import Processes


def counted_once(deals: Iterable[DealRow], processes: Processes) -> Sequence[DealRow]:
    """The deals without those open ones whose object another one is likelier to bring, or has brought.

    The likeliest is the one nearest to being won by its probability, then the larger, then the elder. Won and
    lost deals all stay.
    """
    deals = list(deals)
    best: dict[int, DealRow] = {}
    for deal in deals:
        if deal.group_id is None or processes.is_lost(deal):
            continue
        standing = best.get(deal.group_id)
        if standing is None or _likelihood(deal, processes) > _likelihood(standing, processes):
            best[deal.group_id] = deal
    if not best:
        return deals
    return [
        deal
        for deal in deals
        if deal.group_id is None or not processes.is_open(deal) or best[deal.group_id] is deal
    ]


def _likelihood(deal: DealRow, processes: Processes) -> tuple[bool, int, int, int]:
    return (processes.is_won(deal), processes.probability(deal), deal.units or 0, -deal.id)
