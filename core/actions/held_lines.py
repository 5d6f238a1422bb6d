"""What a held notice is called in a line of a summary."""

from collections.abc import Callable, Mapping
from typing import Any

from core.notices import (
    Commented,
    DealLine,
    DealPassed,
    Digest,
    HeldLine,
    Notice,
    OwnWeek,
    SharedWith,
    StandIn,
    TakenOver,
    Tidy,
)
from core.notices.customers import WhereNow
from core.notices.report_view import Length


def line_of(row_id: int, notice: Notice) -> HeldLine:
    """The line that stands for the notice until it is opened."""
    return HeldLine(id=row_id, **_SAYS[type(notice)](notice))


def _deal(deal: DealLine) -> str:
    return deal.company or deal.title


_SAYS: Mapping[type[Notice], Callable[[Any], dict[str, Any]]] = {
    Commented: lambda told: {"what": told.kind.value, "name": told.by, "about": _deal(told.deal)},
    DealPassed: lambda told: {"what": "deal", "name": told.by, "about": _deal(told.deal)},
    SharedWith: lambda told: {"what": "shared", "name": told.by, "about": told.deal.name},
    TakenOver: lambda told: {"what": "taken-over", "name": told.giver},
    StandIn: lambda told: {"what": "stand-in-over" if told.is_over else "stand-in", "name": told.name},
    Digest: lambda told: {"what": "digest", "start": told.start, "length": told.length},
    OwnWeek: lambda told: {"what": "own-week", "start": told.start, "length": Length.WEEK.value},
    Tidy: lambda told: {"what": "tidy"},
    WhereNow: lambda told: {"what": "tidy"},
}
"""Every kind that can be held."""
