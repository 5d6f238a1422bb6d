"""Orders: what a repeat or framework customer buys without a deal of its own."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from core.actions.work import Work
from core.errors import NotFound
from core.model import Member, Order
from core.storage import records
from core.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class NewOrder:
    """What was ordered. `amount` is without VAT, in the team's currency unless another is given."""

    company_id: int
    ordered_on: date
    amount: Decimal
    currency: str | None = None
    product_id: int | None = None


def record_order(work: Work, by: Member, new: NewOrder) -> int:
    """Records the order as the member's and returns its id. Raises NotFound for an unknown company."""
    if records.company(work.session, new.company_id) is None:
        raise NotFound()
    values = asdict(new) | {
        "currency": new.currency or work.team.currency,
        "owner_id": by.id,
        "created_at": work.now,
    }
    ledger = Ledger.begin(work.session, "order", work.now, by_id=by.id)
    order_id = ledger.create(Order, values)
    ledger.close()
    return order_id
