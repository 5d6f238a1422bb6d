"""Sums of money that no number of records can overflow."""

from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, String, cast, func, type_coerce
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

from core.model.base import Amount

PARTS = int(Amount.SCALE)
BETWEEN = ":"


class _Total(TypeDecorator[Decimal]):
    """Whole units and the fractions beside them, summed apart: together they may be beyond 64 bits."""

    impl = String
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        whole, fractions = (Decimal(part) for part in value.split(BETWEEN))
        exact = whole + fractions / Amount.SCALE
        return exact.quantize(Decimal("0.01")) if fractions % 100 == 0 else exact


def sum_of(amount: InstrumentedAttribute[Any]) -> ColumnElement[Decimal]:
    """The exact sum of a column of `Amount`; NULL where there is nothing to sum."""
    units = type_coerce(amount, BigInteger)
    whole, fractions = cast(func.sum(units // PARTS), String), cast(func.sum(units % PARTS), String)
    return type_coerce(whole + BETWEEN + fractions, _Total())
