"""By how much one period differs from another: windows before now, and what was to be expected in each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from core.history import DAY, DealRow
from core.insights.evidence import Place, places
from core.insights.process import Processes

LENGTHS = (14, 28)
"""Days of a window: whole weeks, so that each has the same weekdays."""

WINDOWS = 10

SHARED = 0.08
"""By how much periods always may differ, as a deviation of the logarithm."""

USUAL = 0.2
"""By how much more they usually do; what the windows show leans on it as if `FEW` more had shown that."""

FEW = 2

MOST = 0.6

Within = Callable[[Place, float, float], float]
"""The chance that a deal in a place, there since some days, is won within some days."""


@dataclass(slots=True)
class _Window:
    """What deals open at its beginning should bring, what they did, and how much luck alone may differ."""

    expected: float = 0.0
    brought: float = 0.0
    variance: float = 0.0


def effects(
    deals: Iterable[DealRow],
    processes: Processes,
    now: float,
    begun: float,
    priced_at: Mapping[int, float],
    within: Within,
) -> tuple[float, ...]:
    """For each length of a window how much periods differ beyond the luck of single deals: the deviation of
    the logarithm of what they bring. A window counts where two of its length came before it."""
    counts = [max(min(int((now - begun) / DAY // days) - 2, WINDOWS), 0) for days in LENGTHS]
    windows = [[_Window() for _ in range(count)] for count in counts]
    for deal in deals:
        worth = float(deal.units or 0)
        won_at = deal.moves[-1].at if processes.is_won(deal) else None
        if not worth:
            continue
        for place, entered_at, left_at in places(deal, processes, priced_at):
            last = now if left_at is None else left_at
            for days, found in zip(LENGTHS, windows, strict=True):
                length = days * DAY
                for number in range(
                    max(int((now - last) // length) + 1, 1),
                    min(int((now - entered_at) // length), len(found)) + 1,
                ):
                    start = now - number * length
                    chance = within(place, (start - entered_at) / DAY, days)
                    window = found[number - 1]
                    window.expected += worth * chance
                    window.variance += worth * worth * chance * (1 - chance)
                    if won_at is not None and start <= won_at < start + length:
                        window.brought += worth
    return tuple(map(_effect, windows))


def _effect(windows: list[_Window]) -> float:
    beyond = sum((each.brought - each.expected) ** 2 - each.variance for each in windows)
    scale = sum(each.expected**2 for each in windows)
    differ = max(beyond / scale, 0.0) if scale else 0.0
    leaning = (differ * len(windows) + USUAL**2 * FEW) / (len(windows) + FEW)
    return min(sqrt(SHARED**2 + leaning), MOST)
