"""The three forecasts of a period: what is won already, and what open deals add to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from core.history import DealRow, OrderRow
from core.insights.chances import Chances
from core.insights.period import Span
from core.insights.process import Processes
from core.insights.spread import interval
from core.insights.worth import CENT, Worth
from core.terms import Category

Spread = Callable[[Sequence[tuple[int, float]], float], tuple[float, float]]


class Counted(Enum):
    """What a deal is to the plain figures of a period: won in it, or open with a contract date in it."""

    WON = auto()
    COMMIT = auto()
    BEST_CASE = auto()
    OTHER = auto()


BY_CATEGORY = {Category.COMMIT: Counted.COMMIT, Category.BEST_CASE: Counted.BEST_CASE}


def counted_as(deal: DealRow, span: Span, processes: Processes) -> Counted | None:
    """None: it has no part in the period's plain figures."""
    if not processes.is_open(deal):
        return Counted.WON if processes.is_won(deal) and deal.closed_on in span else None
    if deal.contract_on not in span:
        return None
    return BY_CATEGORY.get(processes.category(deal), Counted.OTHER)


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
    sums = dict.fromkeys(Counted, 0)
    sums[Counted.WON] = sum(
        worth.units(order.units, order.currency, order.ordered_on) or 0
        for order in orders
        if order.ordered_on in span
    )
    weighted = without = 0
    for deal in deals:
        is_open, counted = processes.is_open(deal), counted_as(deal, span, processes)
        if not is_open and counted is None:
            continue
        units = worth.units(deal.units, deal.currency, deal.closed_on or today)
        without += deal.units is None
        if units is None or counted is None:
            continue
        sums[counted] += units
        if is_open:
            likely = processes.probability(deal)
            weighted += _percent(deal.taken + units, likely) - _percent(deal.taken, likely)
    won, commit, best = (sums[each] for each in (Counted.WON, Counted.COMMIT, Counted.BEST_CASE))
    return Plain(won, won + commit, won + commit + best, won + weighted, without)


def _percent(units: int, percent: int) -> int:
    return round(units * percent / 100)


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


@dataclass(frozen=True, slots=True)
class Hope:
    """An open deal, what it is worth in 1/10 000 of the team's currency, and its chance of being won in the
    period."""

    deal: DealRow
    units: int
    chance: float

    @property
    def part(self) -> int:
        """What it brings to what is expected, in whole cents, so that sums add up; what the parts of a shared
        deal bring is what all of it does."""
        before = self.deal.taken
        return in_cents((before + self.units) * self.chance) - in_cents(before * self.chance)


def in_cents(units: float) -> int:
    """Rounded to whole cents."""
    return round(units / CENT) * CENT


def hopes(
    deals: Iterable[DealRow],
    now: float,
    span: tuple[float, float],
    today: date,
    chances: Chances,
    processes: Processes,
    worth: Worth,
) -> list[Hope]:
    """The open deals with an amount. `span` and `now` in seconds since 1970."""
    found = []
    for deal in deals:
        if processes.is_open(deal):
            units = worth.units(deal.units, deal.currency, today)
            if units is not None:
                found.append(Hope(deal, units, chances.between(deal, now, *span)))
    return found


def outlook(won: int, open_deals: Sequence[Hope], effect: float, spread: Spread = interval) -> Outlook:
    """What is expected in all, with its interval."""
    expected = sum(each.part for each in open_deals)
    draws = [(each.units, each.chance) for each in open_deals]
    low, high = range_around(expected, draws, effect, spread)
    return Outlook(won + expected, won + low, won + high)


def range_around(
    expected: int, draws: Sequence[tuple[int, float]], effect: float, spread: Spread = interval
) -> tuple[int, int]:
    """The ends of what open deals bring, each told by its worth and its chance; `expected` is within them."""
    low, high = map(in_cents, spread(draws, effect) if draws else (0.0, 0.0))
    return min(low, expected), max(high, expected)
