"""Who has a share in which deal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model import DealShare


def shares_of(session: Session, deal_ids: Iterable[int]) -> Mapping[int, Sequence[DealShare]]:
    """The shares in each of the deals, beside its owner's, who has what is left of 100."""
    found = session.scalars(
        select(DealShare)
        .where(DealShare.deal_id.in_(list(deal_ids)), DealShare.deleted_at.is_(None))
        .order_by(DealShare.id)
    )
    by_deal: defaultdict[int, list[DealShare]] = defaultdict(list)
    for share in found:
        by_deal[share.deal_id].append(share)
    return by_deal
