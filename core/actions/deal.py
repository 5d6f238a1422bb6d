"""What a message does to a deal: which one it means, and the move, sum, date and chance that it says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.actions import order, split, tender
from core.actions.customer import Customer
from core.actions.deal_names import as_sum, deal_options
from core.actions.deal_state import DealState
from core.actions.intent import MOST_CHOICES, NEW_DEAL, ORDER, Intent, OpenQuestion
from core.actions.moving import moved, record_move
from core.actions.work import Work
from core.model import Deal, Member, NextStep, Stage
from core.notices import Option, Sum
from core.reading.titles import best_title
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.pipeline_stages import first_pipeline, stages_of
from core.terms import StageMeaning


@dataclass(frozen=True, slots=True)
class Choice:
    """The deal a message is about: a known one, a new one, several to ask about, or none.

    `is_order`: it is an order without a deal, or may be one, where there are deals to ask about.
    """

    deal: Deal | None = None
    begin: bool = False
    among: Sequence[Deal] = ()
    is_order: bool = False


@dataclass(slots=True)
class Outcome:
    """What was done to the deal, for the card."""

    deal: Deal | None = None
    is_new: bool = False
    stage: Stage | None = None
    amount_before: Sum | None = None
    written: dict[str, Any] = field(default_factory=dict)
    before: DealState | None = None
    order_id: int | None = None
    rest: Sum | None = None
    asked: OpenQuestion | None = None
    steps: Sequence[NextStep] = ()


def choose(work: Work, by: Member, intent: Intent, customer: Customer) -> Choice:
    """Which deal is meant. A move is never guessed among several open ones; a new deal needs a customer."""
    if intent.without_deal or (customer.company is None and customer.person is None):
        return Choice()
    if intent.deal_id:
        return Choice(records.find(work.session, by, Deal, intent.deal_id))
    candidates = records.open_deals_of(
        work.session, by, company_id=customer.company_id, person_id=customer.person_id
    )
    if intent.deal_id == NEW_DEAL:
        return Choice(begin=True)
    named = best_title(intent.text, {deal.id: deal.title for deal in candidates})
    if named is not None and not intent.as_order:
        return Choice(next(deal for deal in candidates if deal.id == named))
    if order.is_likely(work, intent, customer, candidates):
        return Choice(among=() if intent.as_order else candidates, is_order=True)
    if not candidates:
        return Choice(begin=intent.touches_deal)
    if intent.stage is StageMeaning.LEAD:
        return Choice(begin=True)
    if len(candidates) == 1:
        return Choice(candidates[0])
    return Choice(among=candidates if intent.touches_deal else ())


def question(work: Work, choice: Choice) -> OpenQuestion | None:
    """The question which deal is meant, where there are several."""
    if not choice.among:
        return None
    options = deal_options(work, choice.among[:MOST_CHOICES])
    if choice.is_order:
        options = [*options[: MOST_CHOICES - 1], Option(value=ORDER)]
    return OpenQuestion(field="deal", options=options)


def apply(
    work: Work, ledger: Ledger, by: Member, intent: Intent, customer: Customer, choice: Choice, at: datetime
) -> Outcome:
    """Writes what the intent says of the deal. `at`: the instant since when it is true."""
    if choice.begin:
        return _begin(work, ledger, by, intent, customer, at)
    if choice.is_order and not choice.among:
        return Outcome(order_id=order.of_intent(work, ledger, by, intent, customer))
    if choice.deal is None:
        return Outcome()
    deal = choice.deal
    outcome = Outcome(deal=deal, written=_facts(work, intent, deal), before=DealState.of(deal))
    target = _target(stages_of(work.session, deal.pipeline_id), deal, intent.stage) if intent.stage else None
    part = split.split_of(intent, deal) if target is not None else None
    if part is not None:
        outcome.written |= {"amount": part.won.amount, "currency": part.won.currency}
    if "amount" in outcome.written:
        outcome.amount_before = as_sum(deal)
    was = split.before(deal) if part is not None else {}
    if target is not None:
        outcome.stage = target
        record_move(work, ledger, by, deal.id, deal.stage_id, target, at)
        outcome.written |= moved(work, by, target, at, intent.lost_reason)
    ledger.change(deal, outcome.written, valid_at=at)
    if part is not None and intent.rest is not None:
        split.keep_rest(work, ledger, by, deal, was, part.rest, intent.rest, at)
        outcome.rest = part.rest
    elif part is not None:
        outcome.asked = split.question(part)
    if intent.tender_on:
        outcome.steps = tender.set_deadline(work, ledger, by, deal, intent.tender_on)
    return outcome


def _begin(
    work: Work, ledger: Ledger, by: Member, intent: Intent, customer: Customer, at: datetime
) -> Outcome:
    pipeline_id = intent.pipeline_id or first_pipeline(work.session).id
    stages = stages_of(work.session, pipeline_id)
    stage = next((stage for stage in stages if stage.meaning is intent.stage), stages[0])
    named = customer.company or customer.person
    values: dict[str, Any] = {
        "title": named.name[:300] if named else "",
        "pipeline_id": pipeline_id,
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
    outcome = Outcome(records.by_id(work.session, Deal, deal_id), is_new=True, stage=stage, written=values)
    if intent.tender_on and outcome.deal is not None:
        outcome.steps = tender.set_deadline(work, ledger, by, outcome.deal, intent.tender_on)
    return outcome


def _facts(work: Work, intent: Intent, deal: Deal | None) -> dict[str, Any]:
    """The fields that the words set: an offer replaces the amount, a budget only fills an empty one."""
    values: dict[str, Any] = {}
    if intent.amount and not (intent.is_budget and deal is not None and deal.amount is not None):
        won = intent.won_part if deal is None else None  # of a deal that nobody knew of, the part is all
        values |= {"amount": won or intent.amount.amount, "currency": intent.amount.currency}
    if intent.close_on and intent.close_on != intent.tender_on:
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
