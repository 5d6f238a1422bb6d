"""By how much one period differs from another, learnt from what was expected of past windows and came."""

from collections.abc import Iterator, Sequence
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from core.insights.past_windows import LENGTHS, Window

MEMORY = 0.5 ** (1 / 10)
"""What a week leaves of a window's weight in the level of the last ones."""

LEVEL = 0.2
"""The deviation of levels from 1 that a team may have: one that luck explains as well is believed less."""

LASTS = 0.15
"""How much of a level is left in a window that begins now; what past windows show of it leans on this as if
`TOLD` windows, each a deviation off, had shown that."""

TOLD = 2.0

RECENT = 0.5 ** (1 / 26)
"""What a week leaves of a window's weight in how much they differ."""

USUAL = 0.2
"""By how much periods usually differ, as a deviation of the logarithm; what the windows show leans on it as
if `FEW` more had shown that."""

FEW = 4

SHARED = 0.05
"""By how much they always may."""

MOST = 0.8

NINETY = NormalDist().inv_cdf(0.9)


class Pace(NamedTuple):
    """How many times as much as expected is won in a period of a length, and the deviation of the logarithm
    by which that may differ beyond the luck of single deals."""

    factor: float
    differs: float


USUALLY = Pace(1.0, USUAL)


def paces(windows: Sequence[Sequence[Window]], won: int) -> tuple[Pace, ...]:
    """Of each length; with few windows they lean on what shorter ones show, and on what is usual.

    `windows`: by length, oldest first, one a week; `won`: deals that were learnt from.
    """
    differs = USUAL**2 + 1 / (won + 1)
    found = []
    for length, some in zip(LENGTHS, windows, strict=True):
        levels = list(_levels(some, length // 7))
        lasts = _lasting(some, levels, length)
        differs, count = _differing(some, [lasts * level for level in levels], length, differs)
        factor = 1 + lasts * (levels[-1] if levels else 0.0)
        found.append(Pace(min(max(factor, 0.5), 2.0), min(sqrt(SHARED**2 + differs) * _unsure(count), MOST)))
    return tuple(found)


def _levels(windows: Sequence[Window], lag: int) -> Iterator[float]:
    """At the beginning of each window, and last now, how much more than expected those then over brought.

    An exponentially weighted mean (E. S. Gardner, J. Forecasting 4 (1985) 1-28), shrunk by the share of it
    that is not luck (empirical Bayes: Efron and Morris, J. Am. Stat. Assoc. 70 (1975) 311-319). Windows of
    a length share their deals, so that their luck is that of one in `lag`.
    """
    brought = expected = luck = 0.0
    for number in range(len(windows) + lag if windows else 0):
        if number >= lag:
            window = windows[number - lag]
            brought = brought * MEMORY + window.brought
            expected = expected * MEMORY + window.expected
            luck = luck * MEMORY**2 + window.luck * lag
        if expected:
            yield (brought / expected - 1) * LEVEL**2 / (LEVEL**2 + luck / expected**2)
        else:
            yield 0.0


def _lasting(windows: Sequence[Window], levels: Sequence[float], length: int) -> float:
    """How much of the level a window keeps, 0 to 1: the regression of past windows on the levels before."""
    above = below = 0.0
    for window, level in zip(windows, levels, strict=False):
        if window.expected:
            off = (window.brought - window.expected) / window.expected
            weight = 7 / length / (LEVEL**2 + window.luck / window.expected**2)
            above += weight * level * off
            below += weight * level * level
    return min(max((above + TOLD * LASTS) / (below + TOLD), 0.0), 1.0)


def _differing(
    windows: Sequence[Window], levels: Sequence[float], length: int, usual: float
) -> tuple[float, float]:
    """The variance of the logarithm of what windows bring beyond luck, leaning on what is usual as far as
    they tell little, and how many they are for that.

    The method of moments (D. A. Williams, Applied Statistics 31 (1982) 144-148). A window tells of it as
    much as its variance is not luck: the information of a normal observation on a part of its variance.
    """
    beyond = seen = 0.0
    for window, level in zip(windows, levels, strict=False):
        beyond, seen = beyond * RECENT, seen * RECENT
        expected = window.expected * (1 + level)
        if expected:
            luck = window.luck / expected**2
            tells = (usual / (usual + luck)) ** 2 * 7 / length
            beyond += tells * ((window.brought / expected - 1) ** 2 - luck)
            seen += tells
    return (max(beyond, 0.0) + usual * FEW) / (seen + FEW), seen + FEW


def _unsure(count: float) -> float:
    """How much wider the middle 80 % is where a deviation is estimated from so many: that of Student's
    distribution beside the normal one, to first order (R. A. Fisher, Metron 5 (1925) 90-104)."""
    return 1 + (NINETY**2 + 1) / (4 * count)
