"""Taps that pick a day and a time, each for what its purpose says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.buttons.packing import UnknownButton
from bot.buttons.picking import Nothing, PickDay, PickMoment, ShowMonth, ShowPicks
from bot.handlers.taps import deals
from bot.handlers.taps.tap import Taps
from core.actions import picking, places, planning, steps, tidy
from core.actions.again import standing
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Member
from core.notices import DealCard, MonthPicks, Notice, Reminder, StepPicks, Tidy, TimePicks
from core.notices.purpose import Purpose, is_deal

FROM_TODAY = (StepPicks, Tidy, Reminder)
"""Screens whose days are told from the one on which they were shown: tomorrow, in two weeks."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What a day is picked for: `show` offers the quick picks, `take` takes the day that was picked."""

    show: Callable[[Work, Member, Purpose, int, int], None]
    take: Callable[[Work, Member, Purpose, date, time | None, int, int], None]


def _picks(work: Work, member: Member, button: ShowPicks, chat_id: int, message_id: int) -> None:
    purpose, verb = _read(button.purpose)
    verb.show(work, member, purpose, chat_id, message_id)


def _month(work: Work, member: Member, button: ShowMonth, chat_id: int, message_id: int) -> None:
    purpose, _ = _read(button.purpose)
    month = _moment(f"{button.month}01").date() if button.month else work.today(member)
    shown = standing(work, member, chat_id, message_id)
    chosen = shown.step.on if isinstance(shown, StepPicks) else None
    chosen = shown.chosen if isinstance(shown, MonthPicks) else chosen
    picking.show_month(work, member, month, purpose, chat_id, message_id, chosen)


def _day(work: Work, member: Member, button: PickDay, chat_id: int, message_id: int) -> None:
    purpose, _ = _read(button.purpose)
    picking.show_times(work, member, _moment(button.day).date(), purpose, chat_id, message_id)


def _take(work: Work, member: Member, button: PickMoment, chat_id: int, message_id: int) -> None:
    """Takes the day, as long as the screen still offers it: a second tap finds another screen there."""
    purpose, verb = _read(button.purpose)
    shown = standing(work, member, chat_id, message_id)
    if not _offers(shown, purpose):
        raise NoLongerApplies()
    if isinstance(shown, FROM_TODAY):
        picking.still_the_day(work, member, shown.today)
    moment = _moment(button.moment)
    at = moment.time() if "T" in button.moment else None
    verb.take(work, member, purpose, moment.date(), at, chat_id, message_id)
    work.toast = "toast-saved"


def _offers(shown: Notice | None, purpose: Purpose) -> bool:
    """Whether the screen is one from which a day can be picked for this."""
    if isinstance(shown, StepPicks | MonthPicks | TimePicks):
        return shown.purpose == str(purpose)
    if isinstance(shown, Reminder):
        subjects = [str(step.id) for step in shown.steps]
        return purpose.verb == "move" and not purpose.place and purpose.subject in subjects
    if isinstance(shown, Tidy) and shown.deal is not None:
        return purpose.place == "tidy" and purpose.subject in (str(shown.deal.id), f"d{shown.deal.id}")
    if isinstance(shown, DealCard):
        return shown.menu == "dates" and purpose.subject == str(shown.deal.id)
    return False


def _nothing(_work: Work, _member: Member, _button: Nothing, _chat_id: int, _message_id: int) -> None:
    """Headings are not for tapping."""


def _read(packed: str) -> tuple[Purpose, Verb]:
    purpose = Purpose.read(packed)
    verb = VERBS.get(purpose.verb)
    if verb is None:
        raise UnknownButton(packed)
    return purpose, verb


def _moment(packed: str) -> datetime:
    try:
        return datetime.fromisoformat(packed)
    except ValueError as error:
        raise UnknownButton(packed) from error


def _moved(
    work: Work, member: Member, purpose: Purpose, on: date, at: time | None, chat_id: int, card_id: int
) -> None:
    deed = steps.move(work, member, purpose.subject_id, on, at)
    places.show(work, member, purpose.place, purpose.subject_id, chat_id, card_id, deed)


def _planned(
    work: Work, member: Member, purpose: Purpose, on: date, at: time | None, chat_id: int, card_id: int
) -> None:
    step_id, deed = planning.plan(work, member, purpose, on, at)
    places.show(work, member, purpose.place, step_id, chat_id, card_id, deed)


def _redated(
    work: Work, member: Member, purpose: Purpose, on: date, at: time | None, chat_id: int, card_id: int
) -> None:
    if is_deal(purpose.place):
        deals.set_close(work, member, purpose, on, at, chat_id, card_id)
        return
    deed = tidy.new_date(work, member, purpose.subject_id, on)
    places.show(work, member, purpose.place, purpose.subject_id, chat_id, card_id, deed)


def _show_place(work: Work, member: Member, purpose: Purpose, chat_id: int, card_id: int) -> None:
    """A contract date has its quick picks where it was asked for."""
    if is_deal(purpose.place):
        deals.show_dates(work, member, purpose, chat_id, card_id)
        return
    places.show(work, member, purpose.place, purpose.subject_id, chat_id, card_id, None)


VERBS = {
    "move": Verb(steps.show_move, _moved),
    "plan": Verb(planning.show_plan, _planned),
    "close": Verb(_show_place, _redated),
}

TAPS: Taps = {
    ShowPicks: _picks,
    ShowMonth: _month,
    PickDay: _day,
    PickMoment: _take,
    Nothing: _nothing,
}
