"""Deals as lists and cards."""

from datetime import date

from core.notices.base import Notice
from core.notices.parts import ContactLine, DealLine, Deed, Pick, StepLine, Sum


class DealList(Notice, frozen=True, kw_only=True, tag=True):
    """One page of open deals (`page` from 0) and what they come to, per currency."""

    page: int
    pages: int
    count: int
    without_amount: int
    totals: list[Sum]
    deals: list[DealLine]
    today: date | None = None


class Tidy(Notice, frozen=True, kw_only=True, tag=True):
    """One deal of the Friday tidy, and how many are left with it; None: that was all.

    `reason`: no-step or date-passed. `start`: deals with a lower id have been gone through.
    """

    today: date
    deal: DealLine | None = None
    reason: str = ""
    picks: list[Pick] = []
    start: int = 0
    left: int = 0
    deed: Deed | None = None


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
