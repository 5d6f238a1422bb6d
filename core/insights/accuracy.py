"""How right forecasts were: what was said on past days about the deals then open, and what came of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

EXPECTED, WEIGHTED, NAIVE = "expected", "weighted", "naive"
METHODS = (EXPECTED, WEIGHTED, NAIVE)

Ends = Callable[[Sequence[tuple[int, float]]], tuple[float, float]]
"""The ends of the 80 % interval of deals: what each is worth and its chance."""


@dataclass(frozen=True, slots=True)
class Stood:
    """An open deal as it stood on a past day; sums in 1/10 000 of the team's currency.

    `chance`: ours of winning it in the period, `weighted`: what the weighted figure made of it there, both
    0 to 1. `counted`: it was in the sums (of alternatives one is); `promised`: in the period's floor.
    `came`: what it brought in the period, None: it was not won in it.
    """

    deal_id: int
    owner_id: int | None
    units: int
    chance: float
    weighted: float
    counted: bool
    promised: bool
    came: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What was said on `as_of` of the deals open then, for a period up to `end`, and what they brought.

    `said` and `squares` by method: the sum, and the squared errors of the chances of the `deals`, of which
    `won` were won. `low` and `high`: our interval. Of the `promised` deals `kept` were won.
    """

    as_of: date
    end: date
    said: Mapping[str, float]
    squares: Mapping[str, float]
    low: float
    high: float
    came: int
    deals: int
    won: int
    promised: int
    kept: int


@dataclass(frozen=True, slots=True)
class Score:
    """WAPE = Σ|error| / Σ came, bias = Σ error / Σ came, both pooled over periods; None where nothing came.

    `coverage`: the share of periods within the interval, None: the method has none; `brier`: the mean squared
    error of the chances (G. W. Brier, Monthly Weather Review 78 (1950) 1–3).
    """

    periods: int
    wape: float | None
    bias: float | None
    coverage: float | None
    brier: float | None


def look_back(stood: Iterable[tuple[Stood, int]], as_of: date, end: date, ends: Ends) -> Seen:
    """What was said and came of deals, of each so many percent."""
    deals = [(each, percent) for each, percent in stood]
    pairs = [(each.units * percent // 100, each.chance) for each, percent in deals if each.counted]
    low, high = ends(pairs)
    weighted = sum(each.units * percent / 100 * each.weighted for each, percent in deals if each.counted)
    chances = {EXPECTED: [each.chance for each, _ in deals], WEIGHTED: [each.weighted for each, _ in deals]}
    won = [each.came is not None for each, _ in deals]
    return Seen(
        as_of,
        end,
        {EXPECTED: sum(units * chance for units, chance in pairs), WEIGHTED: weighted},
        {
            method: sum((chance - was) ** 2 for chance, was in zip(of_method, won, strict=True))
            for method, of_method in chances.items()
        },
        low,
        high,
        sum((each.came or 0) * percent // 100 for each, percent in deals),
        len(deals),
        sum(won),
        sum(each.promised for each, _ in deals),
        sum(each.promised and each.came is not None for each, _ in deals),
    )


def scores(seen: Sequence[Seen]) -> Mapping[str, Score]:
    """The score of each method; the naive one says what the deals of the periods before brought on average,
    and has none where there was none before."""
    naive = [found for each in seen if (found := _naive(each, seen)) is not None]
    within = [each.low <= each.came <= each.high for each in seen]
    coverage = fmean(within) if within else None
    return {
        EXPECTED: _score([(each, each.said[EXPECTED], each.squares[EXPECTED]) for each in seen], coverage),
        WEIGHTED: _score([(each, each.said[WEIGHTED], each.squares[WEIGHTED]) for each in seen], None),
        NAIVE: _score(naive, None),
    }


def commit_hit_rate(seen: Sequence[Seen]) -> float | None:
    """How many of the promised deals were won in their period; None: none was promised."""
    promised = sum(each.promised for each in seen)
    return sum(each.kept for each in seen) / promised if promised else None


def _naive(of: Seen, seen: Sequence[Seen]) -> tuple[Seen, float, float] | None:
    """What periods that were over by then brought on average, with the chance that a deal then had."""
    before = [each for each in seen if each.end <= of.as_of]
    if not before:
        return None
    deals = sum(each.deals for each in before)
    rate = sum(each.won for each in before) / deals if deals else 0.0
    squares = of.won * (1 - rate) ** 2 + (of.deals - of.won) * rate**2
    return of, fmean(each.came for each in before), squares


def _score(told: Sequence[tuple[Seen, float, float]], coverage: float | None) -> Score:
    came = sum(each.came for each, _, _ in told)
    errors = [said - each.came for each, said, _ in told]
    deals = sum(each.deals for each, _, _ in told)
    return Score(
        len(told),
        sum(map(abs, errors)) / came if came else None,
        sum(errors) / came if came else None,
        coverage,
        sum(squares for _, _, squares in told) / deals if deals else None,
    )
