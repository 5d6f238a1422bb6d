"""What figures of reports become in pictures."""

from decimal import Decimal
from typing import Any

from core.actions.reports.shape import Report
from core.notices import Sum

MOST_ROWS = 10
"""So many bars are still read on a phone."""


def length(value: Any) -> float:
    """The length of a bar for a value; none for nothing."""
    return float(value or 0)


def money(amount: Decimal | None, report: Report) -> Sum | None:
    return None if amount is None else Sum(amount, report.currency)


def percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)
