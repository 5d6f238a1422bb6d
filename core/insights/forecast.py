"""The three forecasts of a period: what is won already, and what open deals add to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.history import DealRow, OrderRow
from core.insights.chances import Chances
from core.insights.period import Span
from core.insights.process import Processes
from core.insights.spread import interval
from core.insights.worth import CENT, Worth
from core.terms import Category

Prospect = tuple[int, float]
"""What an open deal is worth and its chance of being won in the period."""

Spread = Callable[[Sequence[Prospect], float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Plain:
    """Sums in 1/10 000 of the team's currency: what is won, and what the salespeople's dates and words say.

    `floor` (commit) and `best_case` add open deals of these categories with a contract date in the period,
    `weighted` open deals with such a date by their stage's probability. `without_amount`: how many open
    deals and deals won in the period have no amount, and so are in none of the sums.
    """

    won: int = 0
    floor: int = 0
    best_case: int = 0
    weighted: int = 0
    without_amount: int = 0


def plain_figures(
    deals: Iterable[DealRow],
    orders: Iterable[OrderRow],
    span: Span,
    today: date,
    processes: Processes,
    worth: Worth,
) -> Plain:
    """The figures that need no history. An open deal is valued by `today`'s rate, a won one by its day's."""
    won = sum(
        worth.units(order.units, order.currency, order.ordered_on) or 0
        for order in orders
        if order.ordered_on in span
    )
    commit = best = weighted = without = 0
    for deal in deals:
        if not processes.is_open(deal):
            if processes.is_won(deal) and deal.closed_on in span:
                units = worth.units(deal.units, deal.currency, deal.closed_on or today)
                won += units or 0
                without += deal.units is None
            continue
        units = worth.units(deal.units, deal.currency, today)
        without += deal.units is None
        if units is None or deal.contract_on not in span:
            continue
        weighted += round(units * processes.probability(deal) / 100)
        category = processes.category(deal)
        commit += units if category is Category.COMMIT else 0
        best += units if category is Category.BEST_CASE else 0
    return Plain(won, won + commit, won + commit + best, won + weighted, without)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What open deals are expected to add by the team's own history, in 1/10 000 of its currency.

    `expected` contains what is won; `low` and `high` are the middle 80 %, and `expected` is between them: of
    one big deal with a small chance the middle is nothing, while a part of it is expected. All None: the
    history is too thin.
    """

    expected: int | None = None
    low: int | None = None
    high: int | None = None


def prospects(
    deals: Iterable[DealRow],
    now: float,
    span: tuple[float, float],
    today: date,
    chances: Chances,
    processes: Processes,
    worth: Worth,
) -> list[Prospect]:
    """Open deals with an amount: what each is worth and its chance of being won in the period.

    `span` and `now` in seconds since 1970.
    """
    found = []
    for deal in deals:
        if processes.is_open(deal):
            units = worth.units(deal.units, deal.currency, today)
            if units is not None:
                found.append((units, chances.between(deal, now, *span)))
    return found


def outlook(won: int, open_deals: Sequence[Prospect], effect: float, spread: Spread = interval) -> Outlook:
    """What is expected in all, with its interval. Each deal's part is in whole cents, so that sums add up."""
    expected = sum(round(units * chance / CENT) * CENT for units, chance in open_deals)
    ends = spread(open_deals, effect) if open_deals else (0.0, 0.0)
    low, high = (round(end / CENT) * CENT for end in ends)
    return Outlook(won + expected, won + min(low, expected), won + max(high, expected))
