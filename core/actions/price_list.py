"""The price list: what there is to sell."""

from decimal import Decimal

from sqlalchemy import select

from core.actions.work import Work
from core.errors import NotAllowed
from core.model import Member, Product
from core.storage.ledger import Ledger


def put_product(
    work: Work, by: Member, name: str, price: Decimal | None = None, unit: str | None = None
) -> int:
    """Puts a product on the list, or a new price to one of that name; returns its id. Raises NotAllowed.

    `price` is for one `unit`, without VAT, in the team's currency.
    """
    if not by.manages:
        raise NotAllowed()
    values = {"price": price, "currency": work.team.currency if price is not None else None, "unit": unit}
    known = work.session.scalar(select(Product).where(Product.name == name))
    ledger = Ledger.begin(work.session, "product", work.now, by_id=by.id)
    if known is None:
        product_id = ledger.create(Product, {"name": name[:200]} | values)
    else:
        ledger.change(known, values)
        product_id = known.id
    ledger.close()
    return product_id
