"""The year's calendar: working days, holidays of people and customers, slow and busy months."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.working_days import free_day

MONTHS = 14
"""Whole months before the one in which the history ends."""

LEADS = {
    1: 0.85,
    2: 1.0,
    3: 1.15,
    4: 1.2,
    5: 1.1,
    6: 0.95,
    7: 0.5,
    8: 0.8,
    9: 1.2,
    10: 1.2,
    11: 1.05,
    12: 0.7,
}
"""Leads by month, times the usual number."""

JULY_STANDSTILL = 0.6
"""How often a customer cannot be reached in July, and the matter waits."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days from `start` (the first of a month) in the team's zone and country."""

    start: date
    zone: ZoneInfo
    country: str

    def month(self, number: int) -> date:
        """The first day of the month `number` months after the start."""
        index = self.start.month - 1 + number
        return date(self.start.year + index // 12, index % 12 + 1, 1)

    def working(self, day: date, member: int, dice: random.Random | None = None) -> date:
        """The first day from `day` on that the member works; with dice, customers' July too."""
        if dice is not None and day.month == 7 and dice.random() < JULY_STANDSTILL:
            day += timedelta(days=dice.randint(10, 25))
        while free_day(day, self.country) is not None or self._is_away(day, member):
            day += timedelta(days=1)
        return day

    def _is_away(self, day: date, member: int) -> bool:
        """Between Christmas and New Year everybody is, and two weeks each in July or August."""
        if (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 2):
            return True
        leave = date(day.year, 7, 1) + timedelta(weeks=member % 6)
        return leave <= day < leave + timedelta(weeks=2)

    def at(self, day: date, minute: int) -> datetime:
        """The instant of a local minute of the day."""
        return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=self.zone).astimezone(UTC)


def first_month(now: datetime, zone: ZoneInfo) -> date:
    """Where the history that ends at `now` begins: the same day for all days of a month."""
    today = now.astimezone(zone).date()
    index = today.year * 12 + today.month - 1 - MONTHS
    return date(index // 12, index % 12 + 1, 1)
