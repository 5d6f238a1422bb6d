"""The members of the sample team as they come and go, and who holds a deal when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.demo.year.calendar import Calendar
from bot.demo.year.tables import table
from core.terms import Role

OWNER, DIRECTOR = 1006, 1005


@dataclass(frozen=True, slots=True)
class Seller:
    """A salesperson with their habits. `tidy` from 0 to 1; `heirs` take over on `leaves_on`."""

    id: int
    pace: float
    dealers: float
    skill: float
    tidy: float
    team: str
    joins_on: date
    leaves_on: date | None
    heirs: tuple[int, ...]

    def is_there(self, day: date) -> bool:
        return self.joins_on <= day and (self.leaves_on is None or day < self.leaves_on)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who sells."""

    sellers: Mapping[int, Seller]

    def holder(self, seller: int, key: int, day: date) -> Seller:
        """Who has the seller's deal or customer `key` on that day."""
        found = self.sellers[seller]
        if found.leaves_on is None or day < found.leaves_on:
            return found
        return self.holder(found.heirs[key % len(found.heirs)], key, day)


def cast(calendar: Calendar) -> Cast:
    """The salespeople of the table, with the days on which they come and go."""
    rows = (row for row in table("team")["members"] if Role(row["role"]) is Role.REP)
    return Cast({row["id"]: _seller(row, calendar) for row in rows})


def _seller(row: Mapping[str, Any], calendar: Calendar) -> Seller:
    leaves = row.get("leaves")
    return Seller(
        id=row["id"],
        team=row["team"],
        joins_on=calendar.working(calendar.month(row.get("joins", 0)), row["id"]),
        leaves_on=None if leaves is None else calendar.working(calendar.month(leaves), row["id"]),
        heirs=tuple(row.get("heirs", ())),
        **row["habits"],
    )
