"""Queries for orders."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import Deal, Member, Order, Stage
from core.storage.scope import asking, belongs_to, sight_of
from core.terms import StageMeaning


def has_bought(session: Session, company_id: int) -> bool:
    """Whether the company has ordered or signed before, from whoever of the team."""
    ordered = select(Order.id).where(Order.company_id == company_id, Order.deleted_at.is_(None))
    if session.scalar(ordered.limit(1)) is not None:
        return True
    won = (
        select(Deal.id)
        .join(Stage, Stage.id == Deal.stage_id)
        .where(Deal.company_id == company_id, Deal.deleted_at.is_(None), Stage.meaning == StageMeaning.WON)
    )
    return session.scalar(won.limit(1)) is not None


def orders_of(session: Session, asker: Member, company_id: int, limit: int) -> Sequence[Order]:
    """The company's newest orders of those that `asker` sees, newest first."""
    return session.scalars(
        select(Order)
        .where(Order.company_id == company_id, Order.deleted_at.is_(None))
        .where(belongs_to(sight_of(asker), Order.owner_id))
        .order_by(Order.ordered_on.desc(), Order.id.desc())
        .limit(limit),
        asking(asker),
    ).all()
