"""How right forecasts were: what was said at a past day about the deals then open, and what came of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Trial:
    """One method's word on one period. `said` and `came` in the same units, of the deals open at the time.

    `low`, `high`: its 80 % interval, None: it has none. `chances`: for each of these deals the chance of
    being won in the period and whether it was.
    """

    said: float
    came: float
    low: float | None = None
    high: float | None = None
    chances: Sequence[tuple[float, bool]] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """WAPE = Σ|error| / Σ came, bias = Σ error / Σ came, both pooled over periods; None where nothing came.

    `coverage`: the share of periods within the interval; `brier`: the mean squared error of the chances
    (G. W. Brier, Monthly Weather Review 78 (1950) 1–3).
    """

    periods: int
    wape: float | None
    bias: float | None
    coverage: float | None
    brier: float | None


def score(trials: Sequence[Trial]) -> Score:
    """The score of one method over periods."""
    came = sum(trial.came for trial in trials)
    errors = [trial.said - trial.came for trial in trials]
    within = [
        trial.low <= trial.came <= trial.high
        for trial in trials
        if trial.low is not None and trial.high is not None
    ]
    squares = [(chance - won) ** 2 for trial in trials for chance, won in trial.chances]
    return Score(
        len(trials),
        sum(map(abs, errors)) / came if came else None,
        sum(errors) / came if came else None,
        fmean(within) if within else None,
        fmean(squares) if squares else None,
    )
