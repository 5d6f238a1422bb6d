"""The answer to a message, its corrections and its end."""

from datetime import date

from core.notices.base import Notice
from core.notices.parts import Asked, Deed, Named, Option, Position, Spent, StepLine, Sum, UsefulLine
from core.terms import ContactKind, LostReason, StageMeaning


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
    positions: list[Position] = []
    """What the amount was computed from."""
    expenses: list[Spent] = []
    is_order: bool = False
    """The amount is an order of its own, without a deal."""
    rest: Sum | None = None
    """What was not won of a deal that was won in part, kept as a deal of its own; `rest_is_lost`: or lost."""
    rest_is_lost: bool = False
    tender_on: date | None = None
    paused_until: date | None = None
    employer_before: str | None = None
    """Where the person worked until now."""
    question: Asked | None = None
    guess: Asked | None = None
    """The field that the day so far decided, with what it may be instead."""
    learnt: str | None = None
    """What the correction has taught: this is from now on the company, or the day, that was chosen."""
    line: UsefulLine | None = None
    tip: str | None = None
    """What a new member may like to know: the name of a feature."""
    corrected: bool = False
    """True where this replaces an earlier card after an edit or a correction."""
    kept: list[str] = []
    """Fields that an edit could not take back because something newer stands there."""
    has_files: bool = False
    deed: Deed | None = None
    """What has just been done on the card to a step of it, which is open no longer."""


class Undone(Notice, frozen=True, kw_only=True, tag=True):
    """An operation was taken back; `kept` names the fields where something newer stands."""

    operation_id: int
    kind: ContactKind | None = None
    what: str | None = None
    """Where nothing took place: won, lost, order, stage or step."""
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
    """None (the menu itself), company, deal, pipeline, kind or date."""
    choices: list[Option] = []
    has_contact: bool = True
    has_plan: bool = False
    has_pipelines: bool = False
    """Whether the deal that was begun may be put into another pipeline."""
    file_id: int | None = None
    """A file that came with the message, which may belong to another customer."""


class AskInWords(Notice, frozen=True, kw_only=True, tag=True):
    """Asks for a value in the person's own words: as a reply to this message, or as the next one.

    `about` names what the value is for ("operation", "deal" …: see `bot.handlers.answers`), `record_id` the
    record of it, `field` the value that is asked for. `place`: where the screen it was asked on leads back;
    `card_id`: the message with that screen, whose button asks.
    """

    about: str
    record_id: int
    field: str
    place: str = ""
    card_id: int | None = None


class Answered(Notice, frozen=True, kw_only=True, tag=True):
    """What was asked for is told: the question goes away."""
