"""Shared deals: parts of salespeople in percent, together 100; the owner has what the others have not."""

from core.actions import budget
from core.actions.work import Work
from core.errors import NoLongerApplies, NotAllowed
from core.model import Deal, DealShare, Member
from core.notices import Deed, Named, SharedWith, ShareLine
from core.storage.ledger import Ledger
from core.storage.members import colleagues_of, is_seen_by, member_by_id
from core.storage.shares import WHOLE, shares_of


def share_lines(work: Work, deal: Deal) -> list[ShareLine]:
    """Everybody's part, the owner's first; empty where nobody has a share."""
    shares = shares_of(work.session, [deal.id]).get(deal.id, ())
    owner = member_by_id(work.session, deal.owner_id)
    if not shares or owner is None:
        return []
    left = WHOLE - sum(share.percent for share in shares)
    lines = [ShareLine(member_id=owner.id, name=owner.name, percent=left)]
    for share in shares:
        member = member_by_id(work.session, share.member_id)
        lines.append(
            ShareLine(member_id=share.member_id, name=member.name if member else "", percent=share.percent)
        )
    return lines


def may_share_with(work: Work, deal: Deal) -> list[Member]:
    """The owner's colleagues, who may have a part of the deal."""
    owner = member_by_id(work.session, deal.owner_id)
    return list(colleagues_of(work.session, owner)) if owner is not None else []


def left_to_give(work: Work, deal: Deal, member_id: int) -> int:
    """The most percent that a member may have, so that the owner keeps one at least."""
    shares = shares_of(work.session, [deal.id]).get(deal.id, ())
    return WHOLE - 1 - sum(share.percent for share in shares if share.member_id != member_id)


def set_share(work: Work, by: Member, deal: Deal, member_id: int, percent: int) -> Deed:
    """Gives a colleague of the owner's so many percent of the deal, 0: none; they are told.

    Raises NotAllowed unless the deal is `by`'s or a managed member's, NoLongerApplies where the parts would
    come to more than 100, nothing would change, or it is no colleague's.
    """
    owner = member_by_id(work.session, deal.owner_id)
    if owner is None or (owner.id != by.id and not (by.manages and is_seen_by(work.session, by, owner))):
        raise NotAllowed()
    shares = shares_of(work.session, [deal.id]).get(deal.id, ())
    standing = next((share for share in shares if share.member_id == member_id), None)
    member = next((each for each in may_share_with(work, deal) if each.id == member_id), None)
    member = member or (member_by_id(work.session, member_id) if standing else None)
    was = standing.percent if standing else 0
    if member is None or percent == was or not 0 <= percent <= left_to_give(work, deal, member_id):
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "share_deal", work.now, by_id=by.id)
    if standing is not None:
        ledger.change(standing, {"percent": percent} if percent else {"deleted_at": work.now})
    else:
        ledger.create(DealShare, {"deal_id": deal.id, "member_id": member_id, "percent": percent})
    ledger.close()
    if member.telegram_id is not None and member.has_access and member.id != by.id:
        notice = SharedWith(by=by.name, deal=Named(deal.id, deal.title), percent=percent)
        budget.tell(work, member, notice)
    return Deed(what="shared" if percent else "unshared", operation_id=ledger.operation_id, deal=member.name)
