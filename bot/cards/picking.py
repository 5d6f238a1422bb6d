"""Picking a day and a time: quick picks, a month, and the times of a day."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from telegram import InlineKeyboardButton

from bot.buttons.packing import Button
from bot.buttons.picking import Nothing, PickDay, PickMoment, ShowMonth, ShowPicks
from bot.buttons.steps import OpenStep
from bot.cards.frame import HALF_LABEL, THIRD_LABEL, Rendered, Row, bold, button, in_rows, screen
from bot.cards.names import customer, icon
from bot.cards.step_card import back, card_of
from bot.cards.steps import card_line
from bot.texts import Html, Language, dates, join, upper_first
from core.notices import MonthPicks, Pick, StepPicks, TimePicks
from core.notices.purpose import Purpose
from core.terms import StepKind

KINDS = (
    StepKind.CALL,
    StepKind.MEETING,
    StepKind.VISIT,
    StepKind.EMAIL,
    StepKind.PROPOSAL,
    StepKind.TASK,
)
"""Kinds that are offered for a new step, each by its icon."""

TIMES = (8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
ROUND = {("fortnight", 14): "pick-fortnight", ("month", 30): "pick-in-a-month"}
"""Picks that are called by how far off they are, where no free day has put them off further."""

GAP = "·"
TIMED = ("move", "plan")
"""Verbs for which a time of the day is of use."""


def step_picks(notice: StepPicks, words: Language) -> Rendered:
    """The step, its kinds where it is new, and the quick picks."""
    step = notice.step
    who = customer(step.person, step.company, words)
    lines = [words.html("plan-heading") if notice.is_new else words.html("move-heading")]
    lines.append(join(" – ", [part for part in (card_line(step, notice.today, words), who) if part]))
    rows = [_kinds(notice)] if notice.is_new else []
    rows += pick_rows(notice.picks, notice.purpose, notice.today, words)
    return screen([*lines, words.html("pick-day")], [*rows, _back(notice, words)])


def _kinds(notice: StepPicks) -> Row:
    purpose = Purpose.read(notice.purpose)
    return [
        button(
            f"• {icon(kind)}" if kind is notice.step.kind else icon(kind),
            ShowPicks(str(Purpose(purpose.verb, purpose.subject, kind.value, purpose.place))),
        )
        for kind in KINDS
    ]


def _back(notice: StepPicks, words: Language) -> Row:
    """To where the picks were opened, else to the step that is to be moved."""
    step, place = notice.step, notice.place
    itself = None if notice.is_new else OpenStep(step.id, place)
    return back(place, words, card_of(place, step.deal_id, step.company_id, step.person_id) or itself)


def pick_rows(picks: Sequence[Pick], purpose: str, today: date, words: Language) -> list[Row]:
    """The quick picks, and the way to the month."""
    quick = [
        button(pick_label(pick, today, words), moment(pick.on, pick.at, purpose), HALF_LABEL)
        for pick in picks
    ]
    return in_rows([*quick, button(words.plain("pick-month"), ShowMonth("", purpose), HALF_LABEL)])


def moment(on: date, at: time | None, purpose: str) -> PickMoment:
    """The button's value for a day, and a time if there is one."""
    clock = f"T{at.hour:02}{at.minute:02}" if at else ""
    return PickMoment(f"{on:%Y%m%d}{clock}", purpose)


def pick_label(pick: Pick, today: date, words: Language) -> str:
    """ "Rytoj 9:00", "Penktadienį", "Kitą penktadienį", "Po 2 savaičių"; the date where that is not so."""
    ahead = (pick.on - today).days
    if (pick.name, ahead) in ROUND:
        said = words.plain(ROUND[pick.name, ahead])
    elif pick.name == "friday" and ahead > dates.NEAR_DAYS and pick.on.weekday() == 4:
        said = words.plain("pick-next-friday")
    elif ahead > dates.NEAR_DAYS:
        said = dates.short(pick.on, today, words)
    else:
        said = dates.soon(pick.on, today, words)
    said = f"{said} {dates.clock(pick.at, words)}" if pick.at else said
    return upper_first(said)


def month_picks(notice: MonthPicks, words: Language) -> Rendered:
    """The month as a grid of days, weekends and holidays in brackets, with the way to other months."""
    first = notice.month
    name = words.html("pick-month-name", month=first.month, year=str(first.year))
    week = [_inert(words.plain("weekday-short", weekday=day)) for day in range(7)]
    foot = [
        _turn("‹", first - timedelta(days=1), notice) if first > notice.today else _inert(GAP),
        button(words.plain("button-return"), ShowPicks(notice.purpose)),
        _turn("›", _next_month(first), notice),
    ]
    lines = [bold(name), words.html("pick-day"), words.html("pick-free-days")]
    return screen(lines, [week, *in_rows(_cells(notice), 7), foot])


def _cells(notice: MonthPicks) -> list[InlineKeyboardButton]:
    """Whole weeks of the month, those that are over left out."""
    first = notice.month
    begin = max(first, min(notice.today, _next_month(first) - timedelta(days=1)))
    day = begin - timedelta(days=begin.weekday())
    end = _next_month(first)
    cells = []
    while day < end or day.weekday():
        cells.append(_cell(day, notice) if day.month == first.month else _inert(GAP))
        day += timedelta(days=1)
    return cells


def _cell(day: date, notice: MonthPicks) -> InlineKeyboardButton:
    if day < notice.today:
        return _inert(GAP)
    label = f"({day.day})" if day in notice.free else str(day.day)
    if day == notice.chosen:
        label = f"•{label}"
    return button(label, day_says(day, notice.purpose))


def _next_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def day_says(day: date, purpose: str) -> Button:
    """What a tap on a day says: where a time is of use, it is asked for next."""
    if Purpose.read(purpose).verb in TIMED:
        return PickDay(f"{day:%Y%m%d}", purpose)
    return moment(day, None, purpose)


def _turn(label: str, to: date, notice: MonthPicks) -> InlineKeyboardButton:
    return button(label, ShowMonth(f"{to:%Y%m}", notice.purpose))


def _inert(label: str) -> InlineKeyboardButton:
    return button(label, Nothing())


def time_picks(notice: TimePicks, words: Language) -> Rendered:
    """The day, with a warning where it is free, and times to pick or none."""
    lines = [Html(upper_first(dates.on_day(notice.on, notice.today, words)))]
    if notice.free_day:
        lines.append(words.html("step-free-day", day=notice.free_day))
    lines.append(words.html("pick-time"))
    times: Sequence[InlineKeyboardButton] = [
        button(dates.clock(time(hour), words), moment(notice.on, time(hour), notice.purpose), THIRD_LABEL)
        for hour in TIMES
    ]
    none = button(words.plain("pick-no-time"), moment(notice.on, None, notice.purpose))
    foot = [button(words.plain("button-back"), ShowMonth(f"{notice.on:%Y%m}", notice.purpose))]
    return screen(lines, [*in_rows(times, 5), [none], foot])
