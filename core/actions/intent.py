"""What one customer's part of a message was understood to want, kept with the operation that wrote it."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any, Protocol

import msgspec

from core.actions.work import Source, as_id
from core.model.base import Amount
from core.notices import Option, Position, Spent, Sum
from core.reading.circumstances import Employment
from core.reading.circumstances import Position as SaidPosition
from core.reading.intent import AmountRole, Field, Question, Report, Step, Worth
from core.reading.names.legal import with_form
from core.reading.tokens import folded
from core.terms import ContactKind, LostReason, StageMeaning, StepKind

NEW_DEAL = 0
"""In place of a deal's id: begin a new one."""

ORDER = "order"
"""In place of a deal among the choices: it is an order of its own."""

MOST_CHOICES = 3


class Rest(StrEnum):
    """What becomes of the part of a deal that was not won."""

    OPEN = "open"
    LOST = "lost"


class StepsLeft(StrEnum):
    """What becomes of the open steps with somebody who works elsewhere now."""

    KEEP = "keep"
    DROP = "drop"


class Names(Protocol):
    """What to call the companies and people that a question offers; `currency`: of sums that name none."""

    @property
    def currency(self) -> str: ...

    def company(self, company_id: int) -> str: ...

    def person(self, person_id: int) -> tuple[str, str | None]: ...


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A step that was promised or planned; `on` and `at` are local to the salesperson."""

    kind: StepKind
    on: date | None = None
    at: time | None = None
    by_customer: bool = False
    text: str = ""


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A field that the words leave open, with what it may be."""

    field: str
    options: list[Option] = []


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """A report on its way into the records. Ids are those of records; `text` is the whole message.

    `positions` gave the amount where they come to it. `as_order`: whether what was ordered is an order of its
    own, None lets the rules choose. `rest`: what becomes of what was not won, `steps_left` of the steps with
    a person who works elsewhere now; None: not said yet. `employment`: what the person has done.

    `deal_id`: None lets the rules choose, `NEW_DEAL` begins one. `pipeline_id`: where it begins, None in the
    first. `guess`: what the day so far decided, with what it may be instead. `unread`: words that nothing
    could be made of. `corrected`: edited or corrected.
    `answers`: who it is about was told by the card or step that it answers. `step_id`: the next step that it
    tells how it went. `expenses`: what the trip cost.
    """

    text: str
    said_at: datetime
    kind: ContactKind | None = None
    no_answer: bool = False
    company_id: int | None = None
    new_company: str | None = None
    called: str | None = None
    person_id: int | None = None
    new_person: str | None = None
    phone: str | None = None
    deal_id: int | None = None
    pipeline_id: int | None = None
    without_deal: bool = False
    duration_min: int | None = None
    amount: Sum | None = None
    is_budget: bool = False
    stage: StageMeaning | None = None
    lost_reason: LostReason | None = None
    competitor: str | None = None
    close_on: date | None = None
    probability: int | None = None
    occurred_on: date | None = None
    plans: list[Plan] = []
    positions: list[Position] = []
    ordered: bool = False
    as_order: bool | None = None
    won_part: Decimal | None = None
    won_share: Decimal | None = None
    rest: Rest | None = None
    tender_on: date | None = None
    paused_until: date | None = None
    gave_samples: bool = False
    employment: Employment | None = None
    steps_left: StepsLeft | None = None
    questions: list[OpenQuestion] = []
    guess: OpenQuestion | None = None
    unread: list[str] = []
    corrected: bool = False
    answers: bool = False
    expenses: list[Spent] = []
    step_id: int | None = None
    visit_id: int | None = None

    @property
    def touches_deal(self) -> bool:
        """Whether it says something that only a deal can hold."""
        return any(
            value is not None
            for value in (
                *(self.stage, self.amount, self.close_on, self.probability),
                *(self.deal_id, self.tender_on),
            )
        )

    @property
    def asked(self) -> OpenQuestion | None:
        return self.questions[0] if self.questions else None


def from_report(
    report: Report, text: str, source: Source, names: Names, *, guess: Question | None = None
) -> Intent:
    """The intent of a report; `names` tells what to call the records that a question is about."""
    life = report.circumstances
    positions = [_position(position, names) for position in life.positions]
    return Intent(
        text=text,
        said_at=source.said_at,
        kind=report.kind,
        no_answer=report.no_answer,
        company_id=None if report.company is None else as_id(report.company),
        new_company=_new_company(report, text),
        called=report.called,
        person_id=None if report.person is None else as_id(report.person),
        new_person=report.new_person,
        phone=report.phone,
        duration_min=report.duration_min,
        amount=_sum(report.amount, names) if report.amount is not None else computed(positions),
        is_budget=report.amount_role is AmountRole.BUDGET,
        stage=report.stage,
        lost_reason=report.lost_reason,
        competitor=report.competitor,
        close_on=report.close_on,
        probability=report.probability,
        occurred_on=report.occurred_on,
        plans=[_plan(step) for step in report.steps],
        positions=positions,
        ordered=life.ordered,
        won_part=life.won_part,
        won_share=life.won_share,
        tender_on=life.tender_on,
        paused_until=life.paused_until,
        gave_samples=life.gave_samples,
        employment=life.employment,
        questions=[open_question(question, names) for question in report.questions],
        guess=open_question(guess, names) if guess else None,
    )


def _new_company(report: Report, text: str) -> str | None:
    """Its name with the legal form beside it; without one where the words read were not quite the text."""
    start, end = report.spans.get("new_company", (0, 0))
    name = report.new_company
    if name is None or folded(text[start:end])[:3] != folded(name)[:3]:
        return name
    return with_form(text, start, end, name)


def computed(positions: Sequence[Position]) -> Sum | None:
    """What the positions come to, to the cent; None where there are none, or their currencies differ."""
    currencies = {position.price.currency for position in positions}
    if len(currencies) != 1:
        return None
    total = sum((position.quantity * position.price.amount for position in positions), Decimal(0))
    if total >= Amount.LIMIT:
        return None
    return Sum(total.quantize(Decimal("0.01"), ROUND_HALF_UP), currencies.pop())


def _position(said: SaidPosition, names: Names) -> Position:
    return Position(said.quantity, said.unit, Sum(said.price, said.currency or names.currency))


def _plan(step: Step) -> Plan:
    return Plan(kind=step.kind, on=step.on, at=step.at, by_customer=step.by_customer, text=step.text)


def _sum(worth: Worth, names: Names) -> Sum:
    return Sum(worth.amount, worth.currency or names.currency)


def open_question(question: Question, names: Names) -> OpenQuestion:
    """A question of reading with its choices called by their names."""
    options = [_option(question.field, choice, names) for choice in question.choices[:MOST_CHOICES]]
    return OpenQuestion(field=question.field.value, options=options)


def _option(field: Field, choice: Any, names: Names) -> Option:
    if field is Field.COMPANY:
        return Option(value=str(choice), name=names.company(as_id(choice)))
    if field is Field.PERSON:
        name, company = names.person(as_id(choice))
        return Option(value=str(choice), name=name, detail=company)
    if isinstance(choice, Decimal):
        return Option(value=str(choice), sum=Sum(choice, names.currency))
    if isinstance(choice, date):
        return Option(value=choice.isoformat(), on=choice)
    return Option(value=choice.strftime("%H:%M"), at=choice)


def answered(intent: Intent, field: str, changes: dict[str, Any]) -> Intent:
    """The intent with an answer in it and the question gone."""
    left: Sequence[OpenQuestion] = [question for question in intent.questions if question.field != field]
    guess = intent.guess if intent.guess and intent.guess.field != field else None
    return msgspec.structs.replace(intent, questions=list(left), guess=guess, **changes)


_decoder = msgspec.json.Decoder(Intent)


def encode(intent: Intent) -> str:
    """The intent as JSON."""
    return msgspec.json.encode(intent).decode()


def decode(text: str) -> Intent:
    """The intent from its JSON."""
    return _decoder.decode(text)
