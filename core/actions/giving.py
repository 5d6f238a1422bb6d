"""A deal handed over on its card: whom it concerns is told, and the giver can take it back."""

from sqlalchemy import select

from core.actions import budget, deal_card
from core.actions.agenda import lines
from core.actions.deal_deeds import standing_deal
from core.actions.deal_list import deal_lines
from core.actions.handover import hand_over_one
from core.actions.work import Work
from core.errors import NoLongerApplies, NotFound
from core.model import Change, Deal, Member, NextStep
from core.notices import DealPassed, HandedOver, Named
from core.storage.ledger import decoded
from core.storage.next_steps import open_of_deal


def give(work: Work, by: Member, deal_id: int, taker_id: int, place: str, chat_id: int, card_id: int) -> None:
    """Hands the deal over and tells the colleague; its card gives way to Undo.

    Raises NotFound, NotAllowed, CannotTakeOver, and NoLongerApplies where it is theirs or over already.
    """
    deal, taker = standing_deal(work, by, deal_id), work.session.get(Member, taker_id)
    if taker is None:
        raise NotFound()
    if not deal.is_open or deal.owner_id == taker.id:
        raise NoLongerApplies()
    giver_id = deal.owner_id
    operation_id = hand_over_one(work, by, deal, taker)
    notice = HandedOver(
        deal=Named(deal.id, deal.title), to=taker.name, operation_id=operation_id, place=place
    )
    work.post(chat_id, notice, to=by, edits=card_id)
    _tell(work, by, deal, taker, None)
    giver = work.session.get(Member, giver_id) if giver_id else None
    if giver is not None:
        _tell(work, by, deal, giver, taker.name)


def tell_taken_back(work: Work, by: Member, operation_id: int) -> None:
    """Tells those between whom a hand-over passed deals that it was taken back."""
    passed = select(Change.record_id, Change.old, Change.new).where(
        Change.operation_id == operation_id,
        Change.record == Deal.__tablename__,
        Change.field == "owner_id",
    )
    for deal_id, old, new in work.session.execute(passed.order_by(Change.id)):
        deal = work.session.get_one(Deal, deal_id)
        giver, taker = (
            work.session.get(Member, decoded(Deal, "owner_id", each)) if each else None for each in (old, new)
        )
        if giver is None or taker is None or deal.owner_id != giver.id:
            continue
        _tell(work, by, deal, taker, giver.name, taken_back=True)
        _tell(work, by, deal, giver, None, taken_back=True)


def show_taken_back(work: Work, by: Member, notice: HandedOver, chat_id: int, card_id: int) -> None:
    """The deal's card again, where the member sees the deal."""
    deal_card.show(work, by, notice.deal.id, notice.place, chat_id, edits=card_id)


def _tell(
    work: Work, by: Member, deal: Deal, reader: Member, to: str | None, *, taken_back: bool = False
) -> None:
    """Tells somebody else than who did it, in their own chat. `to`: who has their deal now."""
    if reader.id == by.id or not reader.has_access or reader.telegram_id is None:
        return
    steps: list[NextStep] = [] if to else list(open_of_deal(work.session, deal.id))
    notice = DealPassed(
        deal=deal_lines(work, reader, [deal])[0],
        by=by.name,
        to=to,
        taken_back=taken_back,
        steps=lines(work, reader, steps),
        today=work.today(reader),
    )
    budget.tell(work, reader, notice)
