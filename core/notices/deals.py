"""Deals as boards, lists and cards."""

from datetime import date, datetime

import msgspec

from core.notices.base import Notice
from core.notices.deal_life import DealLife
from core.notices.logged import AskInWords
from core.notices.parts import ContactLine, DealLine, Deed, Named, Option, Pick, StepLine, Sum
from core.terms import Category, LostReason, StageMeaning


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How many open deals there are and what they come to, per currency; the rest is without an amount."""

    count: int = 0
    without_amount: int = 0
    totals: list[Sum] = []


class StageStanding(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of the board and the deals in it."""

    stage: Named
    standing: Standing


class PipelineCount(msgspec.Struct, frozen=True, kw_only=True):
    """A pipeline and how many deals the board would show of it."""

    pipeline: Named
    count: int


class DealBoard(Notice, frozen=True, kw_only=True, tag=True):
    """Open deals of one pipeline by stage. `view`: see `DealView`; `has_team`: others' deals can be shown.

    `pipelines`: all of them, where there are several.
    """

    view: str
    has_team: bool
    standing: Standing
    stages: list[StageStanding]
    pipelines: list[PipelineCount] = []


class DealList(Notice, frozen=True, kw_only=True, tag=True):
    """A page of a stage's open deals, and what all of them come to. `view`: see `DealView`."""

    view: str
    stage: str
    pipeline_id: int
    pages: int
    standing: Standing
    deals: list[DealLine]
    today: date


class Tidy(Notice, frozen=True, kw_only=True, tag=True):
    """One deal of the Friday tidy, and how many are left with it; None: that was all.

    `reason`: no-step or date-passed. `start`: deals with a lower id have been gone through. `asks`: "reason"
    where it is asked why the deal was lost.
    """

    today: date
    deal: DealLine | None = None
    reason: str = ""
    picks: list[Pick] = []
    start: int = 0
    left: int = 0
    deed: Deed | None = None
    asks: str = ""


class DealChange(msgspec.Struct, frozen=True, kw_only=True):
    """What has just been done to the deal, to stand on top of its card with its Undo.

    `what`: moved, reopened, won, lost, amount, close, category, title, begun or given (see the text
    `deal-change`), `operation_id` what Undo takes back. `before` and `after` are of the amount, `on_before`
    and `on` of the contract date; `name` is the stage or colleague.
    """

    what: str
    operation_id: int
    name: str | None = None
    before: Sum | None = None
    after: Sum | None = None
    on_before: date | None = None
    on: date | None = None
    category: Category | None = None
    reason: LostReason | None = None
    competitor: str | None = None


class DealMoves(msgspec.Struct, frozen=True, kw_only=True):
    """Where a deal may go at one tap: the next open stage, won and lost; None: there is no such stage."""

    next: Named | None = None
    won: Named | None = None
    lost: Named | None = None


class DealCard(Notice, frozen=True, kw_only=True, tag=True):
    """One deal and what is known of it. `place`: the screen to go back to, "" for the board.

    `days` in the stage, `usual_days` what is usual there. `is_own_word`: the category is the salesperson's,
    not the stage's. `menu`: which buttons are shown under it ("" for the usual ones), with `choices`.
    """

    deal: DealLine
    pipeline: str
    stage_id: int
    stages: list[str]
    stage_index: int
    meaning: StageMeaning
    place: str = ""
    person: str | None = None
    phone: str | None = None
    company_id: int | None = None
    person_id: int | None = None
    days: int = 0
    usual_days: int | None = None
    category: Category
    is_own_word: bool = False
    probability: int | None = None
    closed_on: date | None = None
    lost_reason: LostReason | None = None
    competitor: str | None = None
    attachments: int = 0
    steps: list[StepLine] = []
    contacts: list[ContactLine] = []
    life: DealLife | None = None
    """Its tender, break, other bidders and shares."""
    today: date
    moves: DealMoves = DealMoves()
    menu: str = ""
    choices: list[Option] = []
    deed: Deed | None = None
    change: DealChange | None = None
    ask: AskInWords | None = None
    """What the next message may say of it."""
    can_comment: bool = False
    """Whether the reader may send its salesperson praise or a question."""


class HistoryValue(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a field as it is to be shown: just one of these."""

    name: str | None = None
    sum: Sum | None = None
    on: date | None = None
    word: str | None = None
    """Of a fixed vocabulary: a category or a reason."""
    percent: int | None = None


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a deal that somebody changed; `old` and `new` are what they are called, None: nothing.

    `what`: created, stage, amount, close, category, chance, title, owner, reason, competitor … (the text
    `field`); or praise, question, reply, with the words as `new`. `at` is in the reader's zone. `undone`: it
    was taken back.
    """

    at: datetime
    by: str | None
    what: str
    old: HistoryValue | None = None
    new: HistoryValue | None = None
    undone: bool = False


class DealHistory(Notice, frozen=True, kw_only=True, tag=True):
    """One page (from 0) of who changed what of a deal, the newest first."""

    deal: Named
    page: int
    pages: int
    lines: list[HistoryLine]
    place: str = ""
    today: date


class HandedOver(Notice, frozen=True, kw_only=True, tag=True):
    """To who handed a deal over, in place of its card: it is `to`'s now. `place`: where the card led back."""

    deal: Named
    to: str
    operation_id: int
    place: str = ""


class DealPassed(Notice, frozen=True, kw_only=True, tag=True):
    """To a salesperson: `by` has handed a deal over to them, or theirs to somebody else (`to`).

    `taken_back`: a hand-over was taken back, and the deal is theirs, or `to`'s, again.
    """

    deal: DealLine
    by: str
    to: str | None = None
    taken_back: bool = False
    steps: list[StepLine] = []
    today: date
