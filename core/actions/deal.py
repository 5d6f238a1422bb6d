"""What a message does to a deal: which one it means, and the move, sum, date and chance that it says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.actions.customer import Customer
from core.actions.intent import MOST_CHOICES, NEW_DEAL, Intent, OpenQuestion
from core.actions.work import Work
from core.model import Deal, Member, Stage, StageChange
from core.notices import Option, Sum
from core.reading.titles import best_title
from core.storage import records
from core.storage.ledger import Ledger, add
from core.storage.pipeline_stages import first_pipeline, stages_of
from core.terms import LostReason, StageMeaning


@dataclass(frozen=True, slots=True)
class Choice:
    """The deal a message is about: a known one, a new one, several to ask about, or none."""

    deal: Deal | None = None
    begin: bool = False
    among: Sequence[Deal] = ()


@dataclass(slots=True)
class Outcome:
    """What was done to the deal, for the card."""

    deal: Deal | None = None
    is_new: bool = False
    stage: Stage | None = None
    amount_before: Sum | None = None
    written: dict[str, Any] = field(default_factory=dict)


def choose(work: Work, by: Member, intent: Intent, customer: Customer) -> Choice:
    """Which deal is meant. A move is never guessed among several open ones; a new deal needs a customer."""
    if intent.without_deal or (customer.company is None and customer.person is None):
        return Choice()
    if intent.deal_id:
        return Choice(records.find(work.session, by, Deal, intent.deal_id))
    candidates = records.open_deals_of(
        work.session, by, company_id=customer.company_id, person_id=customer.person_id
    )
    if intent.deal_id == NEW_DEAL or not candidates:
        return Choice(begin=intent.touches_deal)
    named = best_title(intent.text, {deal.id: deal.title for deal in candidates})
    if named is not None:
        return Choice(next(deal for deal in candidates if deal.id == named))
    if intent.stage is StageMeaning.LEAD:
        return Choice(begin=True)
    if len(candidates) == 1:
        return Choice(candidates[0])
    return Choice(among=candidates if intent.touches_deal else ())


def question(choice: Choice) -> OpenQuestion | None:
    """The question which deal is meant, where there are several."""
    if not choice.among:
        return None
    options = [
        Option(value=str(deal.id), name=deal.title, sum=as_sum(deal)) for deal in choice.among[:MOST_CHOICES]
    ]
    return OpenQuestion(field="deal", options=options)


def apply(
    work: Work, ledger: Ledger, by: Member, intent: Intent, customer: Customer, choice: Choice, at: datetime
) -> Outcome:
    """Writes what the intent says of the deal. `at`: the instant since when it is true."""
    if choice.begin:
        return _begin(work, ledger, by, intent, customer, at)
    if choice.deal is None:
        return Outcome()
    deal = choice.deal
    outcome = Outcome(deal=deal, written=_facts(work, intent, deal))
    if "amount" in outcome.written:
        outcome.amount_before = as_sum(deal)
    target = _target(stages_of(work.session, deal.pipeline_id), deal, intent.stage) if intent.stage else None
    if target is not None:
        outcome.stage = target
        record_move(work, ledger, by, deal.id, deal.stage_id, target, at)
        outcome.written |= moved(work, by, target, at, intent.lost_reason)
    ledger.change(deal, outcome.written, valid_at=at)
    return outcome


def as_sum(deal: Deal) -> Sum | None:
    """The deal's money for a notice."""
    return Sum(deal.amount, deal.currency) if deal.amount is not None and deal.currency else None


def _begin(
    work: Work, ledger: Ledger, by: Member, intent: Intent, customer: Customer, at: datetime
) -> Outcome:
    pipeline = first_pipeline(work.session)
    stages = stages_of(work.session, pipeline.id)
    stage = next((stage for stage in stages if stage.meaning is intent.stage), stages[0])
    named = customer.company or customer.person
    values: dict[str, Any] = {
        "title": named.name[:300] if named else "",
        "pipeline_id": pipeline.id,
        "stage_id": stage.id,
        "created_on": at.astimezone(work.zone_of(by)).date(),
        "created_at": work.now,
        "stage_entered_at": at,
        "company_id": customer.company_id,
        "person_id": customer.person_id,
        "owner_id": by.id,
    }
    values |= _facts(work, intent, None) | moved(work, by, stage, at, intent.lost_reason)
    deal_id = ledger.create(Deal, values, valid_at=at)
    record_move(work, ledger, by, deal_id, None, stage, at)
    return Outcome(records.by_id(work.session, Deal, deal_id), is_new=True, stage=stage, written=values)


def _facts(work: Work, intent: Intent, deal: Deal | None) -> dict[str, Any]:
    """The fields that the words set: an offer replaces the amount, a budget only fills an empty one."""
    values: dict[str, Any] = {}
    if intent.amount and not (intent.is_budget and deal is not None and deal.amount is not None):
        values |= {"amount": intent.amount.amount, "currency": intent.amount.currency}
    if intent.close_on:
        values["expected_close_on"] = intent.close_on
    if intent.probability is not None:
        values["probability"] = intent.probability
    if intent.competitor:
        values["competitor"] = intent.competitor[:200]
    if deal is not None:
        values = {name: value for name, value in values.items() if getattr(deal, name) != value}
    return values


def _target(stages: Sequence[Stage], deal: Deal, meaning: StageMeaning) -> Stage | None:
    """The next stage forward with this meaning; None where the deal is there or past it already."""
    position = next((stage.position for stage in stages if stage.id == deal.stage_id), -1)
    ahead = [stage for stage in stages if stage.meaning is meaning and stage.position > position]
    return ahead[0] if ahead else None


def moved(
    work: Work, by: Member, target: Stage, at: datetime, lost_reason: LostReason | None
) -> dict[str, Any]:
    """The fields of a deal that has come to a stage; a reason is kept only of a lost one."""
    values: dict[str, Any] = {"stage_id": target.id, "stage_entered_at": at}
    if not target.meaning.is_open:
        values["closed_on"] = at.astimezone(work.zone_of(by)).date()
    if target.meaning is StageMeaning.LOST:
        values["lost_reason"] = lost_reason
    return values


def record_move(
    work: Work, ledger: Ledger, by: Member, deal_id: int, from_id: int | None, to: Stage, at: datetime
) -> None:
    """Writes the move into the history of stages."""
    values = {
        "deal_id": deal_id,
        "from_stage_id": from_id,
        "to_stage_id": to.id,
        "entered_at": at,
        "known_at": work.now,
        "by_id": by.id,
        "operation_id": ledger.operation_id,
    }
    add(work.session, StageChange, values)
