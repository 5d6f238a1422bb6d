"""What of a deal its chance depends on, kept before a message changes it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from core.model import Deal


@dataclass(frozen=True, slots=True)
class DealState:
    """Stage, amount and end of a deal at a moment."""

    stage_id: int
    stage_entered_at: datetime
    amount: Decimal | None
    currency: str | None
    closed_on: date | None

    @classmethod
    def of(cls, deal: Deal) -> "DealState":
        return cls(deal.stage_id, deal.stage_entered_at, deal.amount, deal.currency, deal.closed_on)
