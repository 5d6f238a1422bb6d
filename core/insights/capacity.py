"""Capacity: how many salespeople a target takes, by what their work has brought so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

DRAWS = 1_000
LOW, HIGH = 0.1, 0.9
ENOUGH_MONTHS = 3
"""With fewer months of history there is no range."""

RAMP = 6
"""Months in which somebody new becomes as good as they will be."""

LEVEL = 12
"""Up to this month after they came, from that after the ramp, somebody's level is measured."""


@dataclass(frozen=True, slots=True)
class Month:
    """What a month took and brought: selling minutes, won deals, and the sum of those with an amount."""

    minutes: float = 0.0
    won: int = 0
    units: int = 0
    priced: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of business: its months, those of all parts, and what is still to be won, None: no target."""

    months: Sequence[Month]
    gap: int | None


@dataclass(frozen=True, slots=True)
class Need:
    """What the target takes. `low` and `high`: the middle 80 % of what other months would have shown.

    `wavers`: what the range comes from mostly, "minutes_per_won" or "mean_won_value"; None: no range.
    """

    minutes: float | None = None
    people: float | None = None
    low: float | None = None
    high: float | None = None
    wavers: str | None = None


def need(parts: Sequence[Part], minutes_per_person: float | None) -> Need:
    """People needed = minutes needed / selling minutes available per person.

    Minutes needed = all selling minutes per won deal in history × (target − won) / mean won value, added up
    over the parts. The range is by drawing months anew with replacement, the same for all parts (the
    percentile bootstrap: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
    None where a part has no target, has won nothing yet, or nobody's minutes are known.
    """
    minutes = _minutes(parts)
    if minutes is None:
        return Need()
    if not minutes_per_person:
        return Need(minutes)
    low, high = _range(parts, minutes_per_person)
    wavers = _wavers(parts) if low is not None and high is not None and high > low else None
    return Need(minutes, minutes / minutes_per_person, low, high, wavers)


def minutes_per_won(months: Sequence[Month]) -> float | None:
    """All selling minutes, those spent on lost deals too, per won deal."""
    won = sum(month.won for month in months)
    return sum(month.minutes for month in months) / won if won else None


def mean_won(months: Sequence[Month]) -> float | None:
    """The mean value of won deals that have an amount, in 1/10 000."""
    priced = sum(month.priced for month in months)
    return sum(month.units for month in months) / priced if priced else None


def ramp(won: Sequence[Mapping[int, int]]) -> list[float] | None:
    """How good newcomers are in each of their first months, as a share of their later level.

    `won`: of each newcomer what they won in the first, second, … month after they came (from 1), who stayed
    for the months by which the level is measured. All together, so that one lucky start does not count for
    all; never more than all of it, and never less than the month before. None where there is nobody.
    """
    later = range(RAMP + 1, LEVEL + 1)
    level = sum(person.get(month, 0) for person in won for month in later) / len(later)
    if not level:
        return None
    found, best = [], 0.0
    for month in range(1, RAMP + 1):
        share = sum(person.get(month, 0) for person in won) / level
        best = min(max(best, share), 1.0)
        found.append(best)
    return found


def newcomers(missing: float, months: float, shares: Sequence[float]) -> float:
    """How many new people make up for so many who are missing, in the months that are left."""
    whole = [*shares, *[1.0] * max(int(months) + 1 - len(shares), 0)]
    full, rest = int(months), months - int(months)
    done = sum(whole[:full]) + rest * whole[full]
    return missing * months / done if done else missing


def month_numbers(since: date, until: date) -> int:
    """How many months later `until` is, by the calendar."""
    return (until.year - since.year) * 12 + until.month - since.month


def _minutes(parts: Sequence[Part]) -> float | None:
    found = 0.0
    for part in parts:
        if part.gap is None:
            return None
        if part.gap > 0:
            each, mean = minutes_per_won(part.months), mean_won(part.months)
            if each is None or not mean:
                return None
            found += each * part.gap / mean
    return found if parts else None


def _range(parts: Sequence[Part], per_person: float) -> tuple[float | None, float | None]:
    drawn = _drawn(parts, _minutes)
    if not drawn:
        return None, None
    return drawn[int(len(drawn) * LOW)] / per_person, drawn[int(len(drawn) * HIGH)] / per_person


def _wavers(parts: Sequence[Part]) -> str:
    """Of the two factors that with the relatively wider range."""
    together = [Part(pooled(parts), 0)]
    each = _width(_drawn(together, lambda some: minutes_per_won(some[0].months)))
    mean = _width(_drawn(together, lambda some: mean_won(some[0].months)))
    return "minutes_per_won" if each >= mean else "mean_won_value"


def _width(drawn: Sequence[float]) -> float:
    if not drawn:
        return 0.0
    middle = drawn[len(drawn) // 2]
    return (drawn[int(len(drawn) * HIGH)] - drawn[int(len(drawn) * LOW)]) / middle if middle else 0.0


def pooled(parts: Sequence[Part]) -> list[Month]:
    """The months of all parts together."""
    return [
        Month(
            sum(month.minutes for month in months),
            sum(month.won for month in months),
            sum(month.units for month in months),
            sum(month.priced for month in months),
        )
        for months in zip(*(part.months for part in parts), strict=True)
    ]


def _drawn(parts: Sequence[Part], figure: Callable[[Sequence[Part]], float | None]) -> list[float]:
    """The figure of drawn histories, in order; the draws are the same each time it is asked."""
    count = len(parts[0].months)
    if count < ENOUGH_MONTHS:
        return []
    random, found = Random(count), list[float]()  # noqa: S311 - draws, no secrets
    for _ in range(DRAWS):
        chosen = random.choices(range(count), k=count)
        value = figure([Part([part.months[index] for index in chosen], part.gap) for part in parts])
        if value is not None:
            found.append(value)
    return sorted(found)
