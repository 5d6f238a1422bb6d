"""Small figures about one salesperson's own deals."""

from collections.abc import Iterable
from datetime import date
from statistics import median

from core.history import DAY, DealRow
from core.insights.process import Processes, visits


def days_late(dates: Iterable[tuple[date, date]]) -> tuple[int, float | None]:
    """How many (said, won) pairs there are, and the median of days by which they were won later than said."""
    late = [(won - said).days for said, won in dates]
    return len(late), float(median(late)) if late else None


def stays(
    deals: Iterable[DealRow], processes: Processes, stage_id: int, now: float
) -> list[tuple[float, bool]]:
    """The stays of deals in a stage: days, and whether the deal has left it (else it was seen till `now`)."""
    found = []
    for deal in deals:
        for visit in visits(deal, processes):
            if visit.stage_id == stage_id:
                until = visit.left_at if visit.left_at is not None else now
                found.append(((until - visit.entered_at) / DAY, visit.left_at is not None))
    return found
