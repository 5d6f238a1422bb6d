"""What a message means, as plain values: the result of reading."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from core.reading.circumstances import NOTHING, Circumstances
from core.reading.expenses import Expense
from core.terms import ContactKind, LostReason, StageMeaning, StepKind

Key = Hashable
"""Names a company or person of the directory; opaque to reading (a database id, an external id)."""

Span = tuple[int, int]
"""Start (inclusive) and end (exclusive) in code points of the text that was read."""


class Field(StrEnum):
    """The fields of a report about which a question may be needed."""

    PERSON = "person"
    COMPANY = "company"
    AMOUNT = "amount"
    NEXT_DATE = "next.date"
    NEXT_TIME = "next.time"
    CLOSE_DATE = "close_date"
    OCCURRED = "occurred"


Choice = Key | date | time | Decimal


@dataclass(frozen=True, slots=True)
class Question:
    """A field that the words leave ambiguous, with the readings that fit, likeliest first (may be empty)."""

    field: Field
    choices: tuple[Choice, ...] = ()


class AmountRole(StrEnum):
    """A budget only fills an empty amount of a deal; an offer or order replaces it."""

    OFFER = "offer"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Step:
    """Something promised or planned. `on` and `at` are local; `by_customer`: they owe it to us.

    `text` is the part of the message that said it, as written.
    """

    kind: StepKind
    on: date | None = None
    at: time | None = None
    by_customer: bool = False
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """A sum as it was said: `currency` None where none was, so that the team's own is meant."""

    amount: Decimal
    currency: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that a message says about one customer; a field that was not said is None.

    `company` and `person` are keys of the directory, `new_company` and `new_person` names (nominative) that
    are not in it; `called` is what the message calls the company, in the nominative; `phone` is the person's
    number as written. `is_talk`: a call as nothing tells where or over what they talked. `amount` is the
    value of the deal, offer, order or budget. `occurred_on` is set exactly when `kind` is. `steps` are in the
    order of the labelling rules: the first is *the* next step. `spans` says which words gave which field
    (keys are the field names of the labelling rules: "kind", "next.date").
    """

    kind: ContactKind | None = None
    is_talk: bool = False
    no_answer: bool = False
    company: Key | None = None
    new_company: str | None = None
    called: str | None = None
    person: Key | None = None
    new_person: str | None = None
    phone: str | None = None
    duration_min: int | None = None
    amount: Worth | None = None
    amount_role: AmountRole = AmountRole.OFFER
    stage: StageMeaning | None = None
    lost_reason: LostReason | None = None
    competitor: str | None = None
    close_on: date | None = None
    probability: int | None = None
    occurred_on: date | None = None
    steps: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    circumstances: Circumstances = NOTHING
    spans: Mapping[str, Span] = field(default_factory=dict)


class Aside(StrEnum):
    """What a message is when it is not a log."""

    GREETING = "greeting"
    QUESTION = "question"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reading:
    """The reports of one message, first-named customer first; none when it is no log, as `aside` says.

    `unread`: the words that nothing could be made of; they are kept with the log as all words are.
    `expenses`: what the trip cost, which may be all that is told.
    """

    reports: tuple[Report, ...] = ()
    aside: Aside | None = None
    unread: tuple[Span, ...] = ()
    expenses: tuple[Expense, ...] = ()
