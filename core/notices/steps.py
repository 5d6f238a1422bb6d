"""Next steps one by one: a step's card, the picks of a day for it, and the month to pick from."""

from datetime import date

from core.notices.base import Notice
from core.notices.customers import Brief
from core.notices.parts import Deed, Pick, StepLine


class StepCard(Notice, frozen=True, kw_only=True, tag=True):
    """One next step, with what can be done about it. `place`: the screen to go back to, "" for none."""

    step: StepLine
    today: date
    phone: str | None = None
    is_open: bool = True
    place: str = ""
    deed: Deed | None = None


class Reminder(Notice, frozen=True, kw_only=True, tag=True):
    """Next steps whose time has come, by time; of a single one its phone, and before a visit the brief.

    `tomorrow`: the next working day, on which it is put off at a tap.
    """

    steps: list[StepLine]
    today: date
    tomorrow: date
    phone: str | None = None
    brief: Brief | None = None


class StepPicks(Notice, frozen=True, kw_only=True, tag=True):
    """Quick picks of a day. `purpose` says what the day is for, and comes back with the tap.

    `step`: what is to be moved, or is to be planned (its kind alone is chosen yet).
    """

    purpose: str
    step: StepLine
    today: date
    picks: list[Pick]
    is_new: bool = False
    place: str = ""


class MonthPicks(Notice, frozen=True, kw_only=True, tag=True):
    """A month to pick a day from. `free`: its weekends and holidays; `chosen`: the day it is now."""

    purpose: str
    month: date
    today: date
    free: list[date] = []
    chosen: date | None = None


class TimePicks(Notice, frozen=True, kw_only=True, tag=True):
    """A day that was picked, and times to pick. `free_day`: why one might not work on it."""

    purpose: str
    on: date
    today: date
    free_day: str | None = None


class Promises(Notice, frozen=True, kw_only=True, tag=True):
    """A page (from 0) of promises, the oldest first. `side`: ours, what we owe customers, or theirs.

    `counts`: how many there are of each side.
    """

    side: str
    page: int
    pages: int
    steps: list[StepLine]
    counts: dict[str, int]
    today: date
    deed: Deed | None = None
