"""Effort: contacts with customers, the minutes they took, and what these cost."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TypeVar

from core.history import UNITS, Worked, as_amount
from core.terms import ContactKind

Group = TypeVar("Group", bound=Hashable)

MINUTES = 60
"""Of an hour."""


@dataclass(slots=True)
class Part:
    """The contacts of one kind."""

    contacts: int = 0
    minutes: int = 0


@dataclass(slots=True)
class Effort:
    """Contacts and minutes together: `measured` minutes were logged, the others are usual for their kind."""

    contacts: int = 0
    minutes: int = 0
    measured: int = 0
    by_kind: dict[ContactKind, Part] = field(default_factory=dict)

    def add(self, row: Worked, usual: Mapping[ContactKind, int]) -> None:
        """Effort minutes of a contact: its logged duration, else the configured usual one of its kind."""
        minutes = row.minutes + (row.contacts - row.measured) * usual.get(row.kind, 0)
        self.contacts += row.contacts
        self.minutes += minutes
        self.measured += row.minutes
        part = self.by_kind.setdefault(row.kind, Part())
        part.contacts += row.contacts
        part.minutes += minutes

    @property
    def measured_share(self) -> float | None:
        return self.measured / self.minutes if self.minutes else None


def effort_of(rows: Iterable[Worked], usual: Mapping[ContactKind, int]) -> Effort:
    """All of the rows together."""
    found = Effort()
    for row in rows:
        found.add(row, usual)
    return found


def effort_by(
    rows: Iterable[Worked], group: Callable[[Worked], Group], usual: Mapping[ContactKind, int]
) -> dict[Group, Effort]:
    """The rows by group; groups add up to all of them together."""
    found: dict[Group, Effort] = defaultdict(Effort)
    for row in rows:
        found[group(row)].add(row, usual)
    return dict(found)


def cost(minutes: int, hourly: Decimal | None, spent: int = 0) -> Decimal | None:
    """Minutes × hourly cost and what was spent (in 1/10 000), to 1/10 000; None where nobody has said what an
    hour costs."""
    if hourly is None:
        return None
    return (minutes * hourly / MINUTES).quantize(Decimal(1) / UNITS, ROUND_HALF_EVEN) + as_amount(spent)
