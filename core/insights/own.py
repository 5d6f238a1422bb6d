"""How well a salesperson's own dates hold."""

from collections.abc import Iterable
from datetime import date
from statistics import median


def days_late(dates: Iterable[tuple[date, date]]) -> tuple[int, float | None]:
    """How many (said, won) pairs there are, and the median of days by which they were won later than said."""
    late = [(won - said).days for said, won in dates]
    return len(late), float(median(late)) if late else None
