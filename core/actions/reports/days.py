"""The local days of many instants, without reckoning each of them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

QUARTER = 900
"""Seconds: no zone is ahead of another by a part of them."""


def day_of(zone: ZoneInfo) -> Callable[[float], date]:
    """Gives the day in which an instant (seconds since 1970) is in the zone."""

    @cache
    def day(number: int) -> date:
        return datetime.fromtimestamp(number * QUARTER, zone).date()

    return lambda at: day(int(at // QUARTER))
