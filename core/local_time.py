"""Local times as instants, also in the nights when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def instant_of(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant (UTC) when the clocks of `zone` show that local date and time.

    A time that comes twice is the first one; one that a clock change skips is the next that exists, which is
    the moment of the change.
    """
    first, second = (datetime.combine(on, at.replace(fold=fold), zone) for fold in (0, 1))
    before, after = first.utcoffset() or timedelta(), second.utcoffset() or timedelta()
    if after <= before:
        return first.astimezone(UTC)
    return _change_between(second.astimezone(UTC), first.astimezone(UTC), zone)


def _change_between(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """The first whole second after `early` whose offset is that of `late`."""
    offset = late.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        early, late = (early, middle) if middle.astimezone(zone).utcoffset() == offset else (middle, late)
    return late
