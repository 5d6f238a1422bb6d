"""Who has a share in which deal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from core.model import Deal, DealShare
from core.storage.known_then import changed_since
from core.storage.ledger import CREATED

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


def shares_then(
    session: Session, before: datetime | None, of_member: int | None = None
) -> Mapping[int, Mapping[int, int]]:
    """Of each shared deal, who had how many percent beside its owner, as known before an instant; None: now.

    `of_member`: only of the deals in which the member has a part.
    """
    names = ("deal_id", "member_id", "percent", "deleted_at")
    query = select(DealShare.id, *(getattr(DealShare, name) for name in names)).order_by(DealShare.id)
    if of_member is not None:
        query = query.where(DealShare.deal_id.in_(select(Deal.id).where(has_part_in(of_member))))
    rows = {row["id"]: dict(row) for row in session.execute(query).mappings()}
    if before is not None:
        for key, values in changed_since(session, DealShare, (*names, CREATED), before).items():
            if CREATED in values:
                rows.pop(key, None)
            elif key in rows:
                rows[key].update(values)
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in rows.values():
        if row["deleted_at"] is None:
            found[row["deal_id"]][row["member_id"]] = row["percent"]
    return found


def has_part_in(member_id: int) -> ColumnElement[bool]:
    """The condition that a deal is the member's, wholly or with others."""
    return (Deal.owner_id == member_id) | Deal.id.in_(_shared_with(member_id))


def _shared_with(member_id: int) -> Select[tuple[int]]:
    return select(DealShare.deal_id).where(DealShare.member_id == member_id, DealShare.deleted_at.is_(None))
