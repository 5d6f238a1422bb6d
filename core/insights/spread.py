"""How far what is won may lie from what is expected: draws in which all deals share a good or bad period."""

from collections.abc import Sequence
from math import exp, log1p, sqrt
from random import Random
from statistics import NormalDist
from typing import Any

DRAWS = 10_000
FEW_DRAWS = 400
FEW = 40
ONE_BY_ONE = 256
"""So many deals, those whose outcome matters most, are drawn each by itself; of the others their sum is.
Of one salesperson's so many as `FEW`."""

STEPS = 41

Deal = tuple[int, float]
"""What a deal is worth and the chance that it is won in the period."""


def interval(deals: Sequence[Deal], effect: float, share: float = 0.8) -> tuple[float, float]:
    """The middle `share` of what the deals may bring, from 10,000 draws. The same deals, the same answer.

    In each draw all deals are won faster or slower by one factor, log-normal with deviation `effect` and mean
    1: independent draws would be too sure.
    """
    import numpy as np

    deals = sorted((deal for deal in deals if deal[1] > 0), key=_weight, reverse=True)
    random = np.random.default_rng(len(deals))
    factors = np.exp(random.normal(-(effect**2) / 2, effect, DRAWS))
    total = np.zeros(DRAWS)
    for worth, chance in deals[:ONE_BY_ONE]:
        total += worth * (random.random(DRAWS) < -np.expm1(factors * log1p(-min(chance, 0.999999))))
    rest = deals[ONE_BY_ONE:]
    if rest:
        total += _sums(np, rest, factors, effect, random)
    low, high = np.quantile(total, [(1 - share) / 2, (1 + share) / 2])
    return float(low), float(high)


def quick_interval(deals: Sequence[Deal], effect: float, share: float = 0.8) -> tuple[float, float]:
    """The same from a few hundred draws, for the few deals of one salesperson, without loading numpy."""
    random = Random(len(deals))  # noqa: S311 - no secret, and the same answer each time
    period = NormalDist(-(effect**2) / 2, effect or 1e-9)
    ordered = sorted((deal for deal in deals if deal[1] > 0), key=_weight, reverse=True)
    logs = [(worth, log1p(-min(chance, 0.999999))) for worth, chance in ordered[:FEW]]
    mean = sum(worth * chance for worth, chance in ordered[FEW:])
    deviation = sqrt(sum(map(_weight, ordered[FEW:])))
    totals = []
    for draw in range(FEW_DRAWS):
        factor = exp(period.inv_cdf((draw + 0.5) / FEW_DRAWS))
        rest = factor * mean + random.gauss(0, deviation)
        totals.append(rest + sum(worth for worth, log in logs if random.random() < 1 - exp(factor * log)))
    totals.sort()
    edge = round((1 - share) / 2 * FEW_DRAWS)
    return float(totals[edge]), float(totals[-1 - edge])


def _weight(deal: Deal) -> float:
    worth, chance = deal
    return worth * worth * chance * (1 - chance)


def _sums(np: Any, deals: Sequence[Deal], factors: Any, effect: float, random: Any) -> Any:
    """The sum of very many small deals in each draw: normal, its mean and spread by the draw's factor."""
    worth = np.array([deal[0] for deal in deals], dtype=float)
    logs = np.log1p(-np.minimum([deal[1] for deal in deals], 0.999999))
    grid = np.exp(np.linspace(-4 * effect, 4 * effect, STEPS) - effect**2 / 2)
    means, spreads = [], []
    for factor in grid:
        chances = -np.expm1(factor * logs)
        means.append(worth @ chances)
        spreads.append(np.sqrt((worth * worth) @ (chances * (1 - chances))))
    drawn = random.normal(size=len(factors)) * np.interp(factors, grid, spreads)
    return np.interp(factors, grid, means) + drawn
