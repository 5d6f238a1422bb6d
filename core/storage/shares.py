"""Who has a share in which deal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from core.model import Deal, DealShare

WHOLE = 100


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


def has_part_in(member_id: int) -> ColumnElement[bool]:
    """The condition that a deal is the member's, wholly or with others."""
    return (Deal.owner_id == member_id) | Deal.id.in_(_shared_with(member_id))


def parts_of(session: Session, member_id: int) -> Mapping[int, int]:
    """The member's part in each shared deal of theirs, in percent; a deal that is not there is all theirs."""
    shares = session.execute(
        select(DealShare.deal_id, Deal.owner_id, DealShare.member_id, DealShare.percent)
        .join(Deal, Deal.id == DealShare.deal_id)
        .where(DealShare.deleted_at.is_(None), has_part_in(member_id))
    )
    parts: dict[int, int] = {}
    for deal_id, owner_id, of_id, percent in shares:
        if owner_id == member_id:
            left = parts.get(deal_id, WHOLE)
            parts[deal_id] = left - (percent if of_id != member_id else 0)
        elif of_id == member_id:
            parts[deal_id] = percent
    return parts


def _shared_with(member_id: int) -> Select[tuple[int]]:
    return select(DealShare.deal_id).where(DealShare.member_id == member_id, DealShare.deleted_at.is_(None))
