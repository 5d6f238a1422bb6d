"""Dormant customers: those silent for longer than is usual with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

SILENT_DAYS = 60
"""A customer is never dormant before so many days without contact."""

USUAL_GAPS = 3
"""A customer is dormant after so many of their usual gaps."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A dormant customer: the day of the last contact, and the usual days between contacts."""

    since: date
    usual_gap: float


def silence(
    days: Sequence[date],
    today: date,
    silent_days: int = SILENT_DAYS,
    usual_gaps: int = USUAL_GAPS,
    break_until: date | None = None,
) -> Silence | None:
    """How a customer in touch on these days (in order, each once) is dormant; None where they are not.

    That is silent for more than the larger of so many days and so many times the median gap between contacts,
    and never with fewer than two contacts. In a seasonal break silence means nothing, and after it, it counts
    from its end (exclusive).
    """
    if len(days) < 2:
        return None
    counted_from = days[-1] if break_until is None else max(days[-1], break_until)
    if (today - counted_from).days <= silent_days:
        return None
    usual = median((later - earlier).days for earlier, later in pairwise(days))
    if (today - counted_from).days <= usual_gaps * usual:
        return None
    return Silence(days[-1], usual)


def is_dormant(
    days: Sequence[date], today: date, silent_days: int = SILENT_DAYS, usual_gaps: int = USUAL_GAPS
) -> bool:
    """Whether a customer is dormant who is in no seasonal break."""
    return silence(days, today, silent_days, usual_gaps) is not None
