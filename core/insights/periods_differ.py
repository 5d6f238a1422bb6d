"""By how much one period differs from another: windows before now, and what was to be expected in each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from core.history import DAY, DealRow
from core.insights.evidence import WEEK, Place, bin_of, places, week_before, weeks_between
from core.insights.process import Processes
from core.insights.rates import Curve, at
from core.insights.rhythm import Rhythm

LENGTHS = (14, 28, 84)
"""Days of a window: whole weeks. One begins each week."""

WINDOWS = 39

RECENT = 13.0
"""Weeks after which a window counts half: what drifts differs more at the end than in the middle."""

AHEAD = 2.0
"""The variance of what is to come beside that of windows from which was learnt what to expect of them."""

SHARED = 0.05
"""By how much periods always may differ, as a deviation of the logarithm."""

USUAL = 0.15
"""By how much more they usually do; what the windows show leans on it as if `FEW` more had shown that."""

FEW = 2

MOST = 0.6


@dataclass(slots=True)
class _Window:
    """What deals open at its beginning should bring, what they did, and how much luck alone may differ."""

    start: float
    length: float
    expected: float = 0.0
    brought: float = 0.0
    variance: float = 0.0


def effects(
    deals: Iterable[DealRow],
    processes: Processes,
    now: float,
    priced_at: Mapping[int, float],
    curves: Mapping[Place, Sequence[Curve]],
    rhythm: Rhythm,
) -> tuple[float, ...]:
    """For each length of a window how much periods differ beyond the luck of single deals: the deviation of
    the logarithm of what they bring. A window counts where two of its length came before it."""
    deals = list(deals)
    begun = min((deal.created_at for deal in deals), default=now)
    windows = [list(_windows(days, now, begun, rhythm)) for days in LENGTHS]
    for deal in deals:
        worth = float(deal.units or 0)
        won_at = deal.moves[-1].at if processes.is_won(deal) else None
        if not worth:
            continue
        for place, entered_at, left_at in places(deal, processes, priced_at):
            weeks = weeks_between(now, entered_at, now if left_at is None else left_at)
            for days, found in zip(LENGTHS, windows, strict=True):
                first = days // 7
                for number in range(max(weeks.start, first), min(weeks.stop, first + len(found))):
                    _count(found[number - first], worth, won_at, days, curves[place], entered_at)
    return tuple(_deviations(windows))


def _windows(days: int, now: float, begun: float, rhythm: Rhythm) -> Iterator[_Window]:
    """Those of one length, the newest first."""
    count = min(max(int((now - begun) // WEEK) - 2 * days // 7, 0), WINDOWS)
    for number in range(days // 7, days // 7 + count):
        start = week_before(now, number)
        yield _Window(start, rhythm.at(start + days * DAY) - rhythm.at(start))


def _count(
    window: _Window,
    worth: float,
    won_at: float | None,
    days: int,
    curves: Sequence[Curve],
    entered_at: float,
) -> None:
    chance = at(curves[bin_of(window.start - entered_at)], window.length)
    window.expected += worth * chance
    window.variance += worth * worth * chance * (1 - chance)
    if won_at is not None and won_at < window.start + days * DAY:
        window.brought += worth


def _deviations(windows: Sequence[Sequence[_Window]]) -> Iterator[float]:
    """Those of each length, leaning on the one before, the shortest on what is usual."""
    usual = USUAL**2
    for days, found in zip(LENGTHS, windows, strict=True):
        weights = [0.5 ** (number / RECENT) for number in range(len(found))]
        beyond = scale = 0.0
        for weight, each in zip(weights, found, strict=True):
            beyond += weight * ((each.brought - each.expected) ** 2 - each.variance)
            scale += weight * each.expected**2
        differ = max(beyond / scale, 0.0) if scale else 0.0
        apart = sum(weights) * 7 / days
        usual = (differ * apart + usual * FEW) / (apart + FEW)
        yield min(sqrt(SHARED**2 + usual * AHEAD), MOST)
