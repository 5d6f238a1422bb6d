"""A partial win: the won part is won; what is left lives on as a deal of its own, or is lost."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from core.actions.intent import Intent, OpenQuestion, Rest
from core.actions.moving import moved, record_move
from core.actions.work import Work
from core.model import Deal, Member, Stage
from core.notices import Option, Sum
from core.storage.ledger import Ledger
from core.storage.pipeline_stages import stages_of
from core.terms import StageMeaning

CARRIED_OVER = (
    *("title", "pipeline_id", "company_id", "person_id", "owner_id", "product_id", "currency", "source"),
    *("expected_close_on", "category", "created_on", "stage_id", "stage_entered_at", "group_id"),
)
"""What the rest has from the deal that it was split from: it has been in the pipeline just as long."""


@dataclass(frozen=True, slots=True)
class Split:
    """The money of a deal of which a part is won."""

    won: Sum
    rest: Sum


def split_of(intent: Intent, deal: Deal) -> Split | None:
    """How the deal is split; None where it is won whole, or what it comes to is not known."""
    if intent.stage is not StageMeaning.WON or (intent.won_part is None and intent.won_share is None):
        return None
    said = intent.amount if intent.amount and intent.won_part else None
    known = Sum(deal.amount, deal.currency) if deal.amount is not None and deal.currency else intent.amount
    whole = said or known
    if whole is None:
        return None
    part = intent.won_part if intent.won_part is not None else _share(whole.amount, intent.won_share)
    if not 0 < part < whole.amount:
        return None
    return Split(Sum(part, whole.currency), Sum(whole.amount - part, whole.currency))


def question(split: Split) -> OpenQuestion:
    """What becomes of the rest, with its sum on the answers."""
    return OpenQuestion(field="rest", options=[Option(value=rest.value, sum=split.rest) for rest in Rest])


def before(deal: Deal) -> dict[str, Any]:
    """What a deal was before its part was won, for `keep_rest`."""
    return {name: getattr(deal, name) for name in CARRIED_OVER}


def keep_rest(
    work: Work,
    ledger: Ledger,
    by: Member,
    deal: Deal,
    was: dict[str, Any],
    rest: Sum,
    what: Rest,
    at: datetime,
) -> int:
    """Begins the deal of the rest where the whole stood, or loses it there; returns its id."""
    stages = stages_of(work.session, deal.pipeline_id)
    stood = next((stage for stage in stages if stage.id == was["stage_id"]), stages[0])
    values = was | {"amount": rest.amount, "currency": rest.currency, "split_from_id": deal.id}
    lost = _lost(stages) if what is Rest.LOST else None
    if lost is not None:
        values |= moved(work, by, lost, at, None)
    rest_id = ledger.create(Deal, values | {"created_at": work.now}, valid_at=at)
    record_move(work, ledger, by, rest_id, None, stood, was["stage_entered_at"])
    if lost is not None:
        record_move(work, ledger, by, rest_id, stood.id, lost, at)
    return rest_id


def _lost(stages: Any) -> Stage | None:
    return next((stage for stage in stages if stage.meaning is StageMeaning.LOST), None)


def _share(whole: Decimal, share: Decimal | None) -> Decimal:
    return (whole * (share or 0)).quantize(Decimal("0.01"), ROUND_HALF_UP)
