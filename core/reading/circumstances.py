"""What else of a sale's life a message may tell, as values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Position:
    """So much of something at a price each: 40 t × 95 €/t. `currency` None: the team's own is meant."""

    quantity: Decimal
    unit: str
    price: Decimal
    currency: str | None


class Employment(StrEnum):
    """What a person's job has become."""

    MOVED = "moved"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What was said of these; None, False and empty where nothing was.

    `won_part`: the money of the part that was won; `won_share`: that part as a share of the whole, where no
    money is said. `ordered`: the customer bought by ordering. `tender_on`: the last day of a tender.
    `paused_until`: until then (exclusive) their silence means nothing.
    """

    positions: tuple[Position, ...] = ()
    ordered: bool = False
    won_part: Decimal | None = None
    won_share: Decimal | None = None
    tender_on: date | None = None
    paused_until: date | None = None
    gave_samples: bool = False
    employment: Employment | None = None


NOTHING = Circumstances()
