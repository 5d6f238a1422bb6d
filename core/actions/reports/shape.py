"""What every report is: rows and totals under named columns, and notes as keys with their fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from core.history import as_amount
from core.insights.period import Span

Row = Mapping[str, Any]
"""Column → Decimal (money), date, int, float (a share or days), text, a list of these, or None."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be said beside the figures: a key of the texts and what fills its gaps."""

    key: str
    fields: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """A report's figures: of `period`, by what was known on `as_of`."""

    name: str
    as_of: date
    period: Span
    currency: str
    filters: Mapping[str, str]
    columns: Sequence[str]
    rows: Sequence[Row]
    totals: Row
    notes: Sequence[Note] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `span` None: the current quarter. `as_of` None: now, else the beginning of that day.

    `pipeline`: the name of one; `by`: what rows are grouped by, None: not at all.
    """

    span: Span | None = None
    as_of: date | None = None
    pipeline: str | None = None
    by: str | None = None


def money(units: int | None) -> Decimal | None:
    """An amount of 1/10 000 for a row."""
    return None if units is None else as_amount(units)


def rounded(number: float | None, digits: int = 6) -> float | None:
    """A share or a number of days for a row."""
    return None if number is None else round(number, digits)
