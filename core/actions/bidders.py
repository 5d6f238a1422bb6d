"""One object and several bidders: deals that are alternatives of each other, of which at most one is won."""

from collections.abc import Sequence
from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy import select

from core.actions.deal_list import deal_lines
from core.actions.moving import moved, record_move
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Deal, DealGroup, Member, OutboxMessage
from core.notices import Deed, Named, OthersBid, encode
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.pipeline_stages import stages_of
from core.storage.scope import asking, seen_with, sight_of
from core.terms import LostReason, StageMeaning

COMPARED = 2000
"""So many of the newest open deals are compared with one."""

ALIKE = 60
"""From so much likeness of titles (of 100) on, two deals may well be for one object."""


def alternatives(work: Work, deal: Deal) -> Sequence[Deal]:
    """The other deals for the same object, whoever has them."""
    if deal.group_id is None:
        return ()
    return work.session.scalars(
        select(Deal)
        .where(Deal.group_id == deal.group_id, Deal.id != deal.id, Deal.deleted_at.is_(None))
        .order_by(Deal.id)
    ).all()


def candidates(work: Work, by: Member, deal: Deal, limit: int) -> Sequence[Deal]:
    """Open deals that may be for the same object: like titles and sums first, then the newest."""
    found = work.session.scalars(
        select(Deal)
        .where(Deal.closed_on.is_(None), Deal.deleted_at.is_(None), Deal.id != deal.id)
        .where(seen_with(sight_of(by), Deal))
        .order_by(Deal.id.desc())
        .limit(COMPARED),
        asking(by),
    ).all()
    others = [other for other in found if deal.group_id is None or other.group_id != deal.group_id]
    return sorted(others, key=lambda other: -_likeness(deal, other))[:limit]


def _likeness(deal: Deal, other: Deal) -> float:
    title = fuzz.token_set_ratio(deal.title.casefold(), other.title.casefold())
    if deal.amount and other.amount and deal.currency == other.currency:
        low, high = sorted((deal.amount, other.amount))
        return (title if title >= ALIKE else 0) + 50 * float(low / high)
    return title if title >= ALIKE else 0


def link(work: Work, by: Member, deal: Deal, other_id: int) -> Deed:
    """Makes the two alternatives of each other, and of those that either is one of already.

    Raises NoLongerApplies where they are, NotFound where the member sees no such deal.
    """
    other = records.get(work.session, by, Deal, other_id)
    if other.id == deal.id or (deal.group_id is not None and deal.group_id == other.group_id):
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "link_deals", work.now, by_id=by.id)
    group_id = deal.group_id or other.group_id
    if group_id is None:
        group_id = ledger.create(DealGroup, {"name": deal.title, "created_at": work.now})
    joining = [deal, other, *(alternatives(work, other) if other.group_id != group_id else ())]
    for each in joining:
        ledger.change(each, {"group_id": group_id})
    ledger.close()
    return Deed(what="linked", operation_id=ledger.operation_id, deal=other.title)


def unlink(work: Work, by: Member, deal: Deal) -> Deed:
    """The deal is for an object of its own. Raises NoLongerApplies where it is that already."""
    if deal.group_id is None:
        raise NoLongerApplies()
    left = alternatives(work, deal)
    ledger = Ledger.begin(work.session, "unlink_deal", work.now, by_id=by.id)
    for each in (deal, *(left if len(left) == 1 else ())):
        ledger.change(each, {"group_id": None})
    ledger.close()
    return Deed(what="unlinked", operation_id=ledger.operation_id)


def offer_to_lose_others(work: Work, by: Member, deal: Deal, asked_since: datetime | None = None) -> None:
    """Asks whoever won one of several alternatives about those of the others that they may act on.

    `asked_since`: where just this was asked since then already, it is not asked again.
    """
    others = _still_open(work, by, deal)
    if not others or by.telegram_id is None:
        return
    notice = OthersBid(deal=Named(deal.id, deal.title), others=deal_lines(work, by, others))
    if asked_since is None or not _was_asked(work, by, notice, asked_since):
        work.post(by.telegram_id, notice, to=by)


def _was_asked(work: Work, by: Member, notice: OthersBid, since: datetime) -> bool:
    letters = select(OutboxMessage.id).where(
        OutboxMessage.chat_id == by.telegram_id,
        OutboxMessage.member_id == by.id,
        OutboxMessage.created_at >= since,
        OutboxMessage.notice == OthersBid.__name__,
        OutboxMessage.payload == encode(notice),
    )
    return work.session.scalar(letters.limit(1)) is not None


def lose_others(work: Work, by: Member, deal_id: int, chat_id: int, card_id: int) -> None:
    """Loses the other deals for the object in one operation. Raises NoLongerApplies where none is open."""
    deal = records.get(work.session, by, Deal, deal_id)
    others = _still_open(work, by, deal)
    if not others:
        raise NoLongerApplies()
    ledger = Ledger.begin(work.session, "lose_others", work.now, by_id=by.id, chat_id=chat_id)
    for other in others:
        lost = next(
            stage
            for stage in stages_of(work.session, other.pipeline_id)
            if stage.meaning is StageMeaning.LOST
        )
        record_move(work, ledger, by, other.id, other.stage_id, lost, work.now)
        ledger.change(other, moved(work, by, lost, work.now, LostReason.OTHER))
    ledger.close()
    deed = Deed(what="others-lost", operation_id=ledger.operation_id)
    lines = deal_lines(work, by, others)
    notice = OthersBid(deal=Named(deal.id, deal.title), others=lines, deed=deed)
    work.post(chat_id, notice, to=by, edits=card_id)


def show_others(work: Work, by: Member, deal_id: int, chat_id: int, card_id: int) -> None:
    """Shows the question about the others anew, as it stands."""
    deal = records.get(work.session, by, Deal, deal_id)
    lines = deal_lines(work, by, _still_open(work, by, deal))
    work.post(chat_id, OthersBid(deal=Named(deal.id, deal.title), others=lines), to=by, edits=card_id)


def _still_open(work: Work, by: Member, deal: Deal) -> list[Deal]:
    return [
        other
        for other in alternatives(work, deal)
        if other.is_open and records.find(work.session, by, Deal, other.id) is not None
    ]
