"""What travel and expenses come to: money by the rate of its day, kilometres by what one costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from core.history import UNITS, SpentRow
from core.insights.worth import Worth

METRES = 1_000
"""Of a kilometre."""


@dataclass(slots=True)
class Travel:
    """Expenses together: `units` in 1/10 000 of the team's currency; `unpriced_metres`: of ways that are not
    in it, as nobody has said what a kilometre costs."""

    units: int = 0
    unpriced_metres: int = 0

    def add(self, other: "Travel") -> None:
        """Counts the others in."""
        self.units += other.units
        self.unpriced_metres += other.unpriced_metres


def travel(rows: Iterable[SpentRow], worth: Worth, per_kilometre: Decimal | None) -> Travel:
    """All of the rows together. A sum whose rate is not known is left out, and `worth` says so."""
    found = Travel()
    for row in rows:
        if row.metres is None:
            found.units += worth.units(row.units, row.currency, row.on) or 0
        elif per_kilometre is None:
            found.unpriced_metres += row.metres
        else:
            way = row.metres * per_kilometre * UNITS / METRES
            found.units += int(way.quantize(Decimal(1), ROUND_HALF_EVEN))
    return found
