"""The notices: what the bot has to tell somebody, each kind with a screen of its own in `bot.cards`."""

from datetime import date

import msgspec

from core.notices.parts import (
    Asked,
    ContactLine,
    DealLine,
    MemberDay,
    Named,
    Option,
    StepLine,
    Sum,
    TaughtLine,
)
from core.terms import ContactKind, LostReason, Role, StageMeaning


class Notice(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Something to tell. Each kind has its screen in `bot.cards`."""


class Stranger(Notice, frozen=True, kw_only=True, tag=True):
    """To somebody who is not of the team: one polite sentence, and nothing about anybody."""


class Refusal(Notice, frozen=True, kw_only=True, tag=True):
    """A request that is refused: the key of the sentence and what fills its gaps."""

    key: str
    fields: dict[str, str | int] = {}


class Fault(Notice, frozen=True, kw_only=True, tag=True):
    """Something went wrong on our side; nothing is lost and `reference` finds it in the log."""

    reference: str


class Logged(Notice, frozen=True, kw_only=True, tag=True):
    """The answer to a message: what was understood and written, one customer.

    `moved` and `amount_before` speak of the deal. `question` asks for what the words left open.
    """

    operation_id: int
    contact_id: int | None = None
    kind: ContactKind | None = None
    no_answer: bool = False
    duration_min: int | None = None
    occurred_on: date | None = None
    today: date
    company: Named | None = None
    company_is_new: bool = False
    person: Named | None = None
    person_is_new: bool = False
    deal: Named | None = None
    deal_is_new: bool = False
    amount: Sum | None = None
    amount_before: Sum | None = None
    stage: str | None = None
    stage_meaning: StageMeaning | None = None
    lost_reason: LostReason | None = None
    competitor: str | None = None
    close_on: date | None = None
    probability: int | None = None
    steps: list[StepLine] = []
    question: Asked | None = None
    guess: Asked | None = None
    """The field that the day so far decided, with what it may be instead."""
    learnt: str | None = None
    """What the correction has taught: this is from now on the company, or the day, that was chosen."""
    corrected: bool = False
    """True where this replaces an earlier card after an edit or a correction."""
    kept: list[str] = []
    """Fields that an edit could not take back because something newer stands there."""


class Undone(Notice, frozen=True, kw_only=True, tag=True):
    """An operation was taken back; `kept` names the fields where something newer stands."""

    operation_id: int
    kind: ContactKind | None = None
    company: str | None = None
    kept: list[str] = []


class LoggedTogether(Notice, frozen=True, kw_only=True, tag=True):
    """The answer to a message about several customers: one card, a line and an Undo for each."""

    parts: list[Logged | Undone]


class CorrectMenu(Notice, frozen=True, kw_only=True, tag=True):
    """What can be corrected in an operation's record; `choosing` is the field whose choices are shown."""

    operation_id: int
    today: date
    card: Logged | None = None
    """What is corrected, to be shown above the choices."""
    choosing: str | None = None
    """None (the menu itself), company, deal, kind or date."""
    choices: list[Option] = []
    has_contact: bool = True
    has_plan: bool = False


class AskInWords(Notice, frozen=True, kw_only=True, tag=True):
    """Asks the person to answer this message in their own words (the "other" of a question or correction)."""

    operation_id: int
    field: str


class NotALog(Notice, frozen=True, kw_only=True, tag=True):
    """The message was no log: `aside` is greeting, question or other. Nothing was written."""

    aside: str
    name: str = ""


class Unreadable(Notice, frozen=True, kw_only=True, tag=True):
    """A kind of message that the bot does not read yet (a sticker, an empty message …)."""

    what: str


class Welcome(Notice, frozen=True, kw_only=True, tag=True):
    """First words to a new member, and the choice of language."""

    name: str
    role: Role
    team: str | None = None
    first_time: bool = True


class LanguageChoice(Notice, frozen=True, kw_only=True, tag=True):
    """The choice of language alone."""


class LanguageSet(Notice, frozen=True, kw_only=True, tag=True):
    """The language was chosen; what to do first."""

    name: str
    role: Role


class Help(Notice, frozen=True, kw_only=True, tag=True):
    """What the bot can do for somebody of this role."""

    role: Role


class Agenda(Notice, frozen=True, kw_only=True, tag=True):
    """A day's next steps: overdue first, then by time."""

    on: date
    overdue: list[StepLine] = []
    due: list[StepLine] = []
    done_today: int = 0
    hidden: int = 0
    """How many further steps there are than are shown."""


class DealList(Notice, frozen=True, kw_only=True, tag=True):
    """One page of open deals (`page` from 0) and what they come to, per currency."""

    page: int
    pages: int
    count: int
    without_amount: int
    totals: list[Sum]
    deals: list[DealLine]
    today: date | None = None


class DealCard(Notice, frozen=True, kw_only=True, tag=True):
    """One deal and what is known of it."""

    deal: DealLine
    pipeline: str
    stages: list[str]
    stage_index: int
    page: int = 0
    person: str | None = None
    phone: str | None = None
    steps: list[StepLine] = []
    contacts: list[ContactLine] = []
    today: date


class TeamDay(Notice, frozen=True, kw_only=True, tag=True):
    """The team's activity of a day, for its manager."""

    on: date
    members: list[MemberDay]
    quiet: list[str] = []
    """Members without a logged contact on that day."""


class StepDone(Notice, frozen=True, kw_only=True, tag=True):
    """A next step was done, and can be undone."""

    operation_id: int
    step: StepLine


class Taught(Notice, frozen=True, kw_only=True, tag=True):
    """One page of what corrections have taught (`page` from 0), for the owner."""

    page: int
    pages: int
    count: int
    lines: list[TaughtLine]
