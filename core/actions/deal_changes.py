"""Deals changed without a message: begun in a pipeline of choice, moved to any stage, a field set."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core.actions import bidders
from core.actions.moving import moved, record_move
from core.actions.work import Work
from core.errors import NotFound
from core.model import Deal, Member, Stage
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.pipeline_stages import stages_of
from core.terms import LostReason, StageMeaning

SETTABLE = frozenset(
    {
        "title",
        "amount",
        "currency",
        "expected_close_on",
        "category",
        "probability",
        "product_id",
        "source",
        "competitor",
        "person_id",
    }
)
"""Fields that a member sets directly; stage, end and owner have actions of their own."""


@dataclass(frozen=True, slots=True)
class NewDeal:
    """What is known of a deal when it begins. `amount` without VAT, in the team's currency unless given."""

    title: str
    pipeline_id: int
    company_id: int | None = None
    person_id: int | None = None
    product_id: int | None = None
    source: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    expected_close_on: date | None = None


def begin(work: Work, by: Member, new: NewDeal, *, stage_id: int | None = None) -> Deal:
    """Begins a deal of the member's own, in the pipeline's first stage unless another is named.

    Raises NotFound where the pipeline has no such stage.
    """
    ledger = Ledger.begin(work.session, "begin_deal", work.now, by_id=by.id)
    deal_id = write_new(work, ledger, by, new, stage_id)
    ledger.close()
    return records.get(work.session, by, Deal, deal_id)


def write_new(work: Work, ledger: Ledger, by: Member, new: NewDeal, stage_id: int | None) -> int:
    """Writes the deal as a part of the operation; returns its id. Raises NotFound like `begin`."""
    stage = _stage(work, new.pipeline_id, stage_id)
    values: dict[str, Any] = asdict(new)
    values |= {
        "currency": (new.currency or work.team.currency) if new.amount is not None else None,
        "created_on": work.today(by),
        "created_at": work.now,
        "owner_id": by.id,
        **moved(work, by, stage, work.now, None),
    }
    deal_id = ledger.create(Deal, values)
    record_move(work, ledger, by, deal_id, None, stage, work.now)
    return deal_id


def move(
    work: Work,
    by: Member,
    deal_id: int,
    stage_id: int,
    *,
    at: datetime | None = None,
    lost_reason: LostReason | None = None,
    competitor: str | None = None,
) -> int | None:
    """Moves a deal to any stage of its pipeline, forward, back, or open again; `at`: since when it is so.

    Returns the operation's id, None where the deal was there already.

    Raises NotFound where the member sees no such deal, or its pipeline has no such stage.
    """
    deal = records.get(work.session, by, Deal, deal_id)
    stage = _stage(work, deal.pipeline_id, stage_id)
    if stage.id == deal.stage_id:
        return None
    since = at or work.now
    ledger = Ledger.begin(work.session, "move_deal", work.now, by_id=by.id)
    record_move(work, ledger, by, deal.id, deal.stage_id, stage, since)
    values: dict[str, Any] = {"closed_on": None, "lost_reason": None}
    values |= moved(work, by, stage, since, lost_reason)
    if competitor:
        values["competitor"] = competitor[:200]
    ledger.change(deal, values, valid_at=since)
    ledger.close()
    if stage.meaning is StageMeaning.WON:
        bidders.offer_to_lose_others(work, by, deal)
    return ledger.operation_id


def to_pipeline(work: Work, by: Member, deal_id: int, pipeline_id: int) -> int | None:
    """Puts a deal into the first stage of another pipeline; the operation's id, None if it is there.

    Raises NotFound where the member sees no such deal, or there is no such pipeline.
    """
    deal = records.get(work.session, by, Deal, deal_id)
    if deal.pipeline_id == pipeline_id:
        return None
    stage = _stage(work, pipeline_id, None)
    ledger = Ledger.begin(work.session, "move_deal", work.now, by_id=by.id)
    record_move(work, ledger, by, deal.id, deal.stage_id, stage, work.now)
    ledger.change(deal, {"pipeline_id": pipeline_id, **moved(work, by, stage, work.now, None)})
    ledger.close()
    return ledger.operation_id


def set_fields(work: Work, by: Member, deal_id: int, values: Mapping[str, Any]) -> int | None:
    """Sets fields of a deal (those in SETTABLE). An amount brings a currency.

    Returns the operation's id, None where nothing differed.

    Raises NotFound where the member sees no such deal, ValueError for a field that is not set this way.
    """
    if not SETTABLE.issuperset(values):
        raise ValueError(f"not set directly: {sorted(set(values) - SETTABLE)}")
    deal = records.get(work.session, by, Deal, deal_id)
    wanted = dict(values)
    if "amount" in wanted:
        known = wanted.get("currency") or deal.currency or work.team.currency
        wanted["currency"] = known if wanted["amount"] is not None else None
    ledger = Ledger.begin(work.session, "set_deal", work.now, by_id=by.id)
    changed = ledger.change(deal, wanted)
    ledger.close()
    return ledger.operation_id if changed else None


def _stage(work: Work, pipeline_id: int, stage_id: int | None) -> Stage:
    stages = stages_of(work.session, pipeline_id)
    for stage in stages:
        if stage_id in (None, stage.id):
            return stage
    raise NotFound()
