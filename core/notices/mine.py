"""What a salesperson gets back: their own week, funnel, month and accuracy, and who sees what of them."""

from datetime import date
from decimal import Decimal

import msgspec

from core.notices.base import Notice
from core.notices.parts import Sum
from core.terms import Role


class StageLine(msgspec.Struct, frozen=True, kw_only=True):
    """One's open deals in a stage."""

    stage: str
    count: int
    sum: Sum


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """One's current month. `is_thin`: too few deals are closed to learn from; else `low` and `high` None:
    the range is too wide to help, as a few deals decide.

    `commission`: what is won by the share that the team pays, where one is set.
    """

    starts_on: date
    won: Sum
    expected: Sum
    low: Sum | None = None
    high: Sum | None = None
    target: Sum | None = None
    commission: Sum | None = None
    commission_percent: Decimal | None = None
    is_thin: bool = False
    without_amount: int = 0


class Mine(Notice, frozen=True, kw_only=True, tag=True):
    """To oneself alone. `week_from`: its Monday; `days_late`: by how much the first said contract dates of
    `dates_count` won deals were too early (negative: too late)."""

    week_from: date
    contacts: int
    minutes: int
    new_deals: int
    won: list[Sum] = []
    won_count: int = 0
    funnel: list[StageLine] = []
    month: Month
    days_late: int | None = None
    dates_count: int = 0


class Watcher(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who sees one's work."""

    name: str
    role: Role


class WhoSees(Notice, frozen=True, kw_only=True, tag=True):
    """Who sees one's deals, contacts and notes, by name; everybody in the team sees the directory."""

    watchers: list[Watcher]
    sees: list[str] = []
    """Names of those whose work the asker sees, for one who manages."""
    sees_count: int = 0
