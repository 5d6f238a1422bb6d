"""What amounts are worth in the team's currency, by dated rates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from core.history import UNITS
from core.money import Rate

CENT = UNITS // 100


@dataclass
class Worth:
    """Values amounts in `currency`; `missing` collects (currency, day) for which no rate is known.

    A converted amount is rounded to the cent, half to even; sums are taken after that, so that groups add up.
    """

    currency: str
    rates: Sequence[Rate] = ()
    missing: dict[str, date] = field(default_factory=dict)

    def units(self, units: int | None, currency: str | None, on: date) -> int | None:
        """An amount in 1/10 000 of the team's currency by the rate of a day; None where it is not known."""
        if units is None or currency == self.currency:
            return units
        known = [rate for rate in self.rates if rate.currency == currency and rate.since <= on]
        if not known:
            if currency is not None:
                self.missing[currency] = min(on, self.missing.get(currency, on))
            return None
        rate = max(known, key=lambda each: each.since).rate
        cents = (Decimal(units) * rate / CENT).to_integral_value(ROUND_HALF_EVEN)
        return int(cents) * CENT
