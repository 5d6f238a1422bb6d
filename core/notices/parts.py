"""What notices are made of: sums, names, and lines for steps, deals and contacts."""

from datetime import date, datetime, time
from decimal import Decimal

import msgspec

from core.terms import ContactKind, ExpenseKind, StepKind, StepReason


class Sum(msgspec.Struct, frozen=True):
    """Money on its way to a reader."""

    amount: Decimal
    currency: str


class Position(msgspec.Struct, frozen=True):
    """So much of something at a price for one of it: 40 t × 95 €/t."""

    quantity: Decimal
    unit: str
    price: Sum


class Named(msgspec.Struct, frozen=True):
    """A record that can be tapped: its id and what to call it."""

    id: int
    name: str


class StepLine(msgspec.Struct, frozen=True, kw_only=True):
    """A next step as a line of a card or agenda. The ids of its records are for buttons that open them."""

    id: int
    kind: StepKind
    on: date | None = None
    at: time | None = None
    remind_on: date | None = None
    by_customer: bool = False
    text: str | None = None
    company: str | None = None
    person: str | None = None
    deal: str | None = None
    company_id: int | None = None
    person_id: int | None = None
    deal_id: int | None = None
    owner: str | None = None
    """Whose it is, where it is somebody else's than the reader's."""
    reason: StepReason | None = None
    """Why the rules added it."""
    free_day: str | None = None
    """Name of the public holiday on that day, or "weekend"."""


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """A day offered at one tap, working days all of them. `name`: soonest, friday or fortnight."""

    name: str
    on: date
    at: time | None = None


class Spent(msgspec.Struct, frozen=True, kw_only=True):
    """An expense of a trip: a sum, or a way in kilometres."""

    kind: ExpenseKind
    sum: Sum | None = None
    kilometres: Decimal | None = None


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """What has just been done, to stand on top of the screen it was done on, with its Undo.

    `what`: done, moved, dropped, planned … (see the text `deed`); `step`, `deal` or `company`: what it was
    done to; `on`: the day that it got; `rival`: who has that customer now. `operation_id`: what Undo takes
    back. `asks`: whether it is asked how it went.
    """

    what: str
    operation_id: int
    step: StepLine | None = None
    deal: str | None = None
    company: str | None = None
    rival: str | None = None
    on: date | None = None
    asks: bool = False


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Something worth doing. `reason`: no-step (of a deal), date-passed (`on`), silent (for `days`).

    `on_the_way`: close to a place where the reader is going that day; `region`: where that is, if known.
    """

    reason: str
    deal: Named | None = None
    company: Named | None = None
    sum: Sum | None = None
    on: date | None = None
    days: int = 0
    on_the_way: bool = False
    region: str | None = None


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One choice: what a tap on it sends back (`value`), and its name or value to show."""

    value: str
    name: str | None = None
    detail: str | None = None
    on: date | None = None
    at: time | None = None
    sum: Sum | None = None


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question with at most three answers; "other" is always offered beside them.

    `question_id` is the operation whose intent it would complete.
    """

    question_id: int
    field: str
    """person, company, deal, amount, next.date, next.time, close_date or occurred."""
    options: list[Option] = []


class DealLine(msgspec.Struct, frozen=True, kw_only=True):
    """A deal as a line of a list. `title` "": it has none of its own, beside its customer's name."""

    id: int
    title: str
    company: str | None
    sum: Sum | None
    stage: str
    close_on: date | None = None
    owner: str | None = None
    days: int | None = None
    """In its stage, where that is of interest."""


class ContactLine(msgspec.Struct, frozen=True, kw_only=True):
    """A logged contact as a line."""

    kind: ContactKind
    at: datetime
    on: date
    by: str
    company: str | None = None
    person: str | None = None
    no_answer: bool = False
    duration_min: int | None = None
    deal: str | None = None
    stage: str | None = None
    sum: Sum | None = None


class HeldLine(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for its reader beside a summary. `id`: of the held notice; `what`: the kind of it.

    `name`: of the colleague whom it is from; `about`: the customer or deal. `start`, `length`: the period
    of a digest, as reports have it.
    """

    id: int
    what: str
    name: str = ""
    about: str = ""
    start: date | None = None
    length: str = ""


class MemberDay(msgspec.Struct, frozen=True, kw_only=True):
    """What one salesperson did on a day."""

    name: str
    contacts: list[ContactLine]
    count: int
    minutes: int


class UsefulLine(msgspec.Struct, frozen=True, kw_only=True):
    """What is worth knowing now. `kind`: promise-due or step-late (`step`), expected (`sum`, by how much the
    month has moved, signed), or silent (`days`)."""

    kind: str
    step: StepLine | None = None
    sum: Sum | None = None
    days: int = 0


class TaughtLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was taught: `said` means `meant`. `what`: "name" of a company or person, or "word".

    `by`: whose word it is; a name is everybody's.
    """

    what: str
    id: int
    said: str
    meant: str
    by: str | None = None
