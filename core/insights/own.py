"""How well a salesperson's own dates hold."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from statistics import median

from core.money import whole


def range_tells(low: Decimal | None, expected: Decimal, high: Decimal | None) -> bool:
    """Whether a range around an expected sum of one currency says more than that anything may happen: it is
    no wider than what is expected, which is told inside of it and not as one of its ends, or all three are
    the same. False where there is no range."""
    if low is None or high is None or high - low > expected:
        return False
    return whole(low) < whole(expected) < whole(high) or whole(low) == whole(high)


def days_late(dates: Iterable[tuple[date, date]]) -> tuple[int, float | None]:
    """How many (said, won) pairs there are, and the median of days by which they were won later than said."""
    late = [(won - said).days for said, won in dates]
    return len(late), float(median(late)) if late else None
