"""What is done to a deal on its card: moved, won, lost and to whom, its category, date, sum and title."""

from datetime import date
from typing import Any

from sqlalchemy import select

from core.actions import deal_changes
from core.actions.deal_names import as_sum
from core.actions.rivals import rival_of
from core.actions.said import amount_said, day_said, title_said
from core.actions.work import Work
from core.errors import NoLongerApplies, NotUnderstood
from core.model import Change, Deal, Member, Operation, Pipeline
from core.notices import DealChange
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.pipeline_stages import known_stage, stages_of
from core.terms import Category, LostReason, StageMeaning

WHAT = {StageMeaning.WON: "won", StageMeaning.LOST: "lost"}


def move(work: Work, by: Member, deal_id: int, from_id: int, to_id: int) -> DealChange:
    """Moves the deal, as long as it is where the button saw it. Raises NotFound and NoLongerApplies."""
    deal = standing_deal(work, by, deal_id)
    was_open = deal.is_open
    if deal.stage_id != from_id:
        raise NoLongerApplies()
    operation_id = deal_changes.move(work, by, deal_id, to_id)
    stage = known_stage(work.session, to_id)
    what = WHAT.get(stage.meaning, "moved" if was_open else "reopened")
    return _change(what, operation_id, name=stage.name, after=as_sum(deal))


def lose(work: Work, by: Member, deal_id: int, reason: LostReason) -> DealChange:
    """The deal is lost, for that reason. Raises NotFound, and NoLongerApplies where it is over already."""
    deal = standing_deal(work, by, deal_id)
    lost = [s for s in stages_of(work.session, deal.pipeline_id) if s.meaning is StageMeaning.LOST]
    if not deal.is_open or not lost:
        raise NoLongerApplies()
    operation_id = deal_changes.move(work, by, deal_id, lost[0].id, lost_reason=reason)
    return _change("lost", operation_id, reason=reason)


def lost_to(work: Work, by: Member, operation_id: int, competitor: str | None) -> tuple[int, DealChange]:
    """Who got the deal that the operation lost, as a part of it; the deal's id, and what was done in all.

    Raises NoLongerApplies where the loss was taken back, or is not the member's own.
    """
    operation = records.get(work.session, by, Operation, operation_id)
    lost = select(Change.record_id).where(
        Change.operation_id == operation.id, Change.record == Deal.__tablename__, Change.field == "closed_on"
    )
    deal_id = work.session.scalar(lost.limit(1))
    if operation.undone_at is not None or operation.by_id != by.id or deal_id is None:
        raise NoLongerApplies()
    deal = standing_deal(work, by, deal_id)
    if known_stage(work.session, deal.stage_id).meaning is not StageMeaning.LOST:
        raise NoLongerApplies()
    if competitor:
        ledger = Ledger.again(work.session, operation.id, work.now)
        ledger.change(deal, {"competitor": competitor[:200]})
        ledger.close()
    change = _change("lost", operation.id, reason=deal.lost_reason, competitor=competitor)
    return deal_id, change


def lost_to_known(work: Work, by: Member, operation_id: int, rival_deal_id: int) -> tuple[int, DealChange]:
    """The same, with the competitor of a deal that the member sees; 0: nobody. Raises NoLongerApplies."""
    name = rival_of(work, by, rival_deal_id) if rival_deal_id else None
    if rival_deal_id and name is None:
        raise NoLongerApplies()
    return lost_to(work, by, operation_id, name)


def set_category(work: Work, by: Member, deal_id: int, category: Category) -> DealChange:
    """Says how sure the deal is. Raises NotFound, and NoLongerApplies where that was said already."""
    _open(work, by, deal_id)
    operation_id = deal_changes.set_fields(work, by, deal_id, {"category": category})
    return _change("category", operation_id, category=category)


def set_close(work: Work, by: Member, deal_id: int, on: date) -> DealChange:
    """Expects the contract on that very day. Raises NotFound and NoLongerApplies."""
    before = _open(work, by, deal_id).expected_close_on
    operation_id = deal_changes.set_fields(work, by, deal_id, {"expected_close_on": on})
    return _change("close", operation_id, on_before=before, on=on)


def set_in_words(work: Work, by: Member, deal_id: int, field: str, text: str) -> DealChange:
    """Sets the amount, the contract date (close_date) or the title to what the words say.

    Raises NotUnderstood where they say nothing of it, NotFound and NoLongerApplies.
    """
    deal = standing_deal(work, by, deal_id)
    if field == "title":
        return _titled(work, by, deal, title_said(text))
    if field == "close_date":
        return set_close(work, by, deal_id, day_said(work, by, text))
    said = amount_said(text)
    if said is None:
        raise NotUnderstood()
    return set_amount(work, by, deal, said.amount, said.currency)


def set_amount(work: Work, by: Member, deal: Deal, amount: Any, currency: str | None) -> DealChange:
    """A new amount; in the currency that the deal had, unless another is named. Raises NoLongerApplies."""
    before = as_sum(deal)
    values = {"amount": amount, **({"currency": currency} if currency else {})}
    operation_id = deal_changes.set_fields(work, by, deal.id, values)
    return _change("amount", operation_id, before=before, after=as_sum(deal))


def to_pipeline(work: Work, by: Member, deal_id: int, pipeline_id: int) -> DealChange:
    """Puts an open deal into another pipeline, at its beginning. Raises NotFound and NoLongerApplies."""
    _open(work, by, deal_id)
    operation_id = deal_changes.to_pipeline(work, by, deal_id, pipeline_id)
    pipeline = work.session.get(Pipeline, pipeline_id)
    return _change("pipeline", operation_id, name=pipeline.name if pipeline else "")


def set_title_and_amount(work: Work, by: Member, deal_id: int, text: str) -> DealChange:
    """What a new deal is about and for how much, as far as the words say. Raises NotUnderstood."""
    deal = standing_deal(work, by, deal_id)
    said = amount_said(text)
    before = as_sum(deal)
    rest = said.rest if said else text
    values: dict[str, Any] = {"title": title_said(rest)} if rest or said is None else {}
    if said is not None:
        values |= {"amount": said.amount, **({"currency": said.currency} if said.currency else {})}
    operation_id = deal_changes.set_fields(work, by, deal.id, values)
    if said is None:
        return _change("title", operation_id)
    return _change("amount", operation_id, before=before, after=as_sum(deal))


def standing_deal(work: Work, by: Member, deal_id: int) -> Deal:
    """The deal, unless it was taken back. Raises NotFound and NoLongerApplies."""
    deal = records.get(work.session, by, Deal, deal_id)
    if deal.deleted_at is not None:
        raise NoLongerApplies()
    return deal


def _titled(work: Work, by: Member, deal: Deal, title: str) -> DealChange:
    operation_id = deal_changes.set_fields(work, by, deal.id, {"title": title})
    return _change("title", operation_id, name=title)


def _open(work: Work, by: Member, deal_id: int) -> Deal:
    deal = standing_deal(work, by, deal_id)
    if not deal.is_open:
        raise NoLongerApplies()
    return deal


def _change(what: str, operation_id: int | None, **more: Any) -> DealChange:
    """What was done. Raises NoLongerApplies where nothing was, for it was so already."""
    if operation_id is None:
        raise NoLongerApplies()
    return DealChange(what=what, operation_id=operation_id, **more)
