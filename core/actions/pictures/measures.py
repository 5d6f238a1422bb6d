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


def about(amount: Decimal | None) -> Decimal | None:
    """An estimate to three digits, as a picture is read: a minute later it is drawn the same."""
    if not amount:
        return amount
    return round(amount, 2 - amount.adjusted()) + Decimal(0)


def percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)
