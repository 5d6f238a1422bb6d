"""Orders: what a repeat or framework customer buys without a deal of its own."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from core.actions.customer import Customer
from core.actions.intent import Intent
from core.actions.work import Work
from core.errors import NotFound
from core.model import Deal, Member, Order
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.orders import has_bought


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
    ledger = Ledger.begin(work.session, "order", work.now, by_id=by.id)
    order_id = write(work, ledger, by, new)
    ledger.close()
    return order_id


def write(work: Work, ledger: Ledger, by: Member, new: NewOrder) -> int:
    """Writes the order as a part of an operation; returns its id."""
    values = asdict(new) | {
        "currency": new.currency or work.team.currency,
        "owner_id": by.id,
        "created_at": work.now,
    }
    return ledger.create(Order, values)


def is_likely(work: Work, intent: Intent, customer: Customer, open_deals: Sequence[Deal]) -> bool:
    """Whether what was ordered is rather an order of its own than the end of one of the open deals.

    It is where the customer has bought before and no open deal is of that amount.
    """
    if not intent.ordered or intent.amount is None or customer.company_id is None:
        return False
    if intent.as_order is not None:
        return intent.as_order
    if any(deal.amount == intent.amount.amount for deal in open_deals):
        return False
    return has_bought(work.session, customer.company_id)


def of_intent(work: Work, ledger: Ledger, by: Member, intent: Intent, customer: Customer) -> int | None:
    """Writes what the intent says as an order. None where it names no sum or no company."""
    if intent.amount is None or customer.company_id is None:
        return None
    on = intent.occurred_on or intent.said_at.astimezone(work.zone_of(by)).date()
    new = NewOrder(customer.company_id, on, intent.amount.amount, intent.amount.currency)
    return write(work, ledger, by, new)
