"""A log by taps, for those who don't write: what took place, with whom, how it went, and what comes next."""

from datetime import datetime
from typing import TypeVar

import msgspec

from core.actions import log, whom
from core.actions.again import standing
from core.actions.answer import retell
from core.actions.card import card
from core.actions.correct import rewrite
from core.actions.customer import resolve
from core.actions.intent import Intent, Plan, decode
from core.actions.picking import quick_picks, still_ahead, still_the_day
from core.actions.planning import About
from core.actions.work import Source, Work
from core.errors import NoLongerApplies
from core.model import Deal, Member, Operation, Stage
from core.notices import LogKinds, LogPicks, LogResults, Notice
from core.storage import records
from core.storage.ledger import Ledger
from core.storage.pipeline_stages import stages_of
from core.terms import ContactKind, StageMeaning, StepKind

Screen = TypeVar("Screen", bound=Notice)

VERB = "log"
RESULTS = ("well", "no-answer", "stage")
SENT = (ContactKind.PROPOSAL, ContactKind.EMAIL, ContactKind.MESSAGE)
"""Kinds after which one calls; nobody answers a letter while it is written."""


def show_kinds(work: Work, by: Member, packed: str, chat_id: int, edits: int | None) -> None:
    """Asks what took place; `packed`: with whom, "" where that is still to be asked."""
    whom_ = whom.of_subject(work, by, packed)[1] if packed else None
    work.post(chat_id, LogKinds(whom=whom_), to=by, edits=edits)


def choose_kind(work: Work, by: Member, kind: str, packed: str, chat_id: int, card_id: int) -> None:
    """Asks with whom it was, or where that is known, how it went."""
    took_place = _kind(kind)
    if not packed:
        whom.show(work, by, f"{VERB}.{took_place.value}", chat_id, edits=card_id)
        return
    about, whom_ = whom.of_subject(work, by, packed)
    following = _next_stage(work, _deal(work, by, about))
    notice = LogResults(kind=took_place, whom=whom_, stage=following.name if following else None)
    work.post(chat_id, notice, to=by, edits=card_id)


def name_customer(work: Work, by: Member, kind: str, said: Intent, chat_id: int) -> None:
    """Goes on with a customer that was named in words; a new one is entered into the directory."""
    ledger = Ledger.begin(work.session, "enter_customer", work.now, by_id=by.id, chat_id=chat_id)
    customer = resolve(work, ledger, said)
    ledger.close()
    packed = whom.packed_from(whom.Candidate(customer.company_id, customer.person_id, said.deal_id))
    about, whom_ = whom.of_subject(work, by, packed)
    following = _next_stage(work, _deal(work, by, about))
    notice = LogResults(kind=_kind(kind), whom=whom_, stage=following.name if following else None)
    work.post(chat_id, notice, to=by)


def record(work: Work, by: Member, kind: str, result: str, packed: str, chat_id: int, card_id: int) -> None:
    """Logs it as a message would have, and asks for the next step on the card. Once for each screen."""
    must_stand(work, by, LogResults, chat_id, card_id)
    if result not in RESULTS:
        raise NoLongerApplies()
    about, _ = whom.of_subject(work, by, packed)
    intent = _intent(work, by, _kind(kind), result, about)
    written = log.write(work, by, intent, Source(chat_id, 0, work.now), 0)
    notice = LogPicks(
        card=card(work, by, written),
        picks=quick_picks(work.today(by), work.team.country),
        today=work.today(by),
    )
    work.post(chat_id, notice, to=by, operation_id=written.operation_id, edits=card_id)


def plan(work: Work, by: Member, operation_id: int, when: str, chat_id: int, card_id: int) -> None:
    """Adds the next step to what was logged, "" for none; the card of a log stands in the end."""
    shown = must_stand(work, by, LogPicks, chat_id, card_id)
    operation = records.get(work.session, by, Operation, operation_id)
    if operation.undone_at is not None or operation.by_id != by.id:
        raise NoLongerApplies()
    if not when:
        retell(work, by, operation, card_id)
        return
    still_the_day(work, by, shown.today)
    intent = decode(operation.intent or "{}")
    planned = msgspec.structs.replace(intent, plans=[*intent.plans, _plan(work, by, intent, when)])
    rewrite(work, by, [operation], [planned], card_id)


def must_stand(work: Work, by: Member, screen: type[Screen], chat_id: int, card_id: int) -> Screen:
    """The screen under the thumb. Raises NoLongerApplies where another stands there: it was tapped before."""
    shown = standing(work, by, chat_id, card_id)
    if not isinstance(shown, screen):
        raise NoLongerApplies()
    return shown


def _intent(work: Work, by: Member, kind: ContactKind, result: str, about: About) -> Intent:
    deal = _deal(work, by, about)
    stage = _next_stage(work, deal) if result == "stage" else None
    sent = StageMeaning.PROPOSAL if kind is ContactKind.PROPOSAL and deal else None
    return Intent(
        text="",
        said_at=work.now,
        kind=kind,
        company_id=about.company_id,
        person_id=about.person_id,
        deal_id=deal.id if deal else None,
        without_deal=deal is None,
        stage=stage.meaning if stage else sent,
        occurred_on=work.today(by),
        no_answer=result == "no-answer",
    )


def _plan(work: Work, by: Member, intent: Intent, when: str) -> Plan:
    """A call, unless it is the same once more because nobody was there."""
    try:
        moment = datetime.fromisoformat(when)
    except ValueError as error:
        raise NoLongerApplies() from error
    still_ahead(work, by, moment.date())
    again = intent.no_answer and intent.kind is not None and intent.kind not in SENT
    kind = StepKind(intent.kind.value) if again and intent.kind else StepKind.CALL
    return Plan(kind=kind, on=moment.date(), at=moment.time() if "T" in when else None)


def _kind(value: str) -> ContactKind:
    try:
        return ContactKind(value)
    except ValueError as error:
        raise NoLongerApplies() from error


def _deal(work: Work, by: Member, about: About) -> Deal | None:
    """The deal that it is about: the one chosen, or the only open one with the customer."""
    if about.deal is not None:
        return about.deal
    person_id = None if about.company_id else about.person_id
    found = records.open_deals_of(work.session, by, company_id=about.company_id, person_id=person_id)
    return found[0] if len(found) == 1 else None


def _next_stage(work: Work, deal: Deal | None) -> Stage | None:
    """Where the deal goes next; None where it is over, or only won and lost are left."""
    if deal is None or deal.closed_on is not None:
        return None
    stages = stages_of(work.session, deal.pipeline_id)
    ahead = next((index for index, stage in enumerate(stages) if stage.id == deal.stage_id), len(stages)) + 1
    following = stages[ahead : ahead + 1]
    return following[0] if following and following[0].meaning.is_open else None
