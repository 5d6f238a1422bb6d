"""Picking a day by taps: quick picks that are working days, a month, and times of the day."""

import calendar
from datetime import date, time, timedelta

from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Member
from core.notices import MonthPicks, Pick, TimePicks
from core.notices.purpose import Purpose
from core.working_days import add_working_days, free_day, on_or_after

MORNING = time(9)
FRIDAY = 4
FORTNIGHT = timedelta(days=14)
FARTHEST = timedelta(days=2 * 366)
"""How far ahead the months can be turned."""


def quick_picks(today: date, country: str) -> list[Pick]:
    """The next working day at nine, the Friday after it, in two weeks; a free day gives way to the next."""
    soonest = add_working_days(today, 1, country)
    friday = soonest + timedelta(days=(FRIDAY - soonest.weekday()) % 7 or 7)
    return [
        Pick(name="soonest", on=soonest, at=MORNING),
        Pick(name="friday", on=on_or_after(friday, country)),
        Pick(name="fortnight", on=on_or_after(today + FORTNIGHT, country)),
    ]


def show_month(
    work: Work, by: Member, month: date, purpose: Purpose, chat_id: int, card_id: int, chosen: date | None
) -> None:
    """Shows the days of a month to pick one, weekends and holidays marked; of one that is over, this one."""
    today = work.today(by)
    first = min(max(month, today), today + FARTHEST).replace(day=1)
    length = calendar.monthrange(first.year, first.month)[1]
    days = [first.replace(day=number) for number in range(1, length + 1)]
    free = [day for day in days if free_day(day, work.team.country)]
    notice = MonthPicks(purpose=str(purpose), month=first, today=today, free=free, chosen=chosen)
    work.post(chat_id, notice, to=by, edits=card_id)


def show_times(work: Work, by: Member, on: date, purpose: Purpose, chat_id: int, card_id: int) -> None:
    """Shows times for a picked day, and whether it is a free one: a named day is warned of, never moved."""
    still_ahead(work, by, on)
    language = by.language or work.team.language
    notice = TimePicks(
        purpose=str(purpose),
        on=on,
        today=work.today(by),
        free_day=free_day(on, work.team.country, language),
    )
    work.post(chat_id, notice, to=by, edits=card_id)


def still_ahead(work: Work, by: Member, on: date) -> None:
    """Raises NoLongerApplies for a day that is over: the picks are from an older screen."""
    if on < work.today(by):
        raise NoLongerApplies()


def still_the_day(work: Work, by: Member, shown_on: date) -> None:
    """Raises NoLongerApplies for picks that were shown on another day: "tomorrow" is another one by now."""
    if shown_on != work.today(by):
        raise NoLongerApplies()
