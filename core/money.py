"""Exact money: an amount and the currency it is in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` in major units of the ISO 4217 `currency`, without VAT unless the team says otherwise."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite():
            raise ValueError(f"not an amount of money: {self.amount}")

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


def whole(amount: Decimal) -> Decimal:
    """The amount in whole units of its currency, as totals and estimates are told; halves to the even one."""
    return Decimal(round(amount))


@dataclass(frozen=True, slots=True)
class Rate:
    """From `since` on, one of `currency` is worth `rate` of the team's own."""

    currency: str
    since: date
    rate: Decimal
