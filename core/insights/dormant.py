"""Dormant customers: those silent for longer than is usual with them."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median

SILENT_DAYS = 60
"""A customer is never dormant before so many days without contact."""

USUAL_GAPS = 3
"""A customer is dormant after so many of their usual gaps."""


def is_dormant(days: Sequence[date], today: date) -> bool:
    """Whether a customer in touch on these days (in order, each once) is silent for long.

    That is for more than the larger of 60 days and three times the median gap between contacts, and not
    with fewer than two contacts. Seasonal breaks are to be left out by who asks.
    """
    if len(days) < 2:
        return False
    usual = median((later - earlier).days for earlier, later in pairwise(days))
    return (today - days[-1]).days > max(SILENT_DAYS, USUAL_GAPS * usual)
