"""Taps on the day's and the week's work, on promises, and in the tidy."""

from bot.buttons.agenda import Done, ShowAgenda, ShowHeld, ShowPromises, ShowWeek, TidyFrom, TidyLost
from bot.handlers.taps.tap import Taps
from core.actions import agenda, budget, places, promises, steps, tidy
from core.actions.again import show_again, show_done
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Member

ON_A_CARD = "card"
"""The place of a tick on the card that answers a message, which stays the card that it is."""


def _today(work: Work, member: Member, button: ShowAgenda, chat_id: int, message_id: int) -> None:
    agenda.show_today(work, member, chat_id, page=button.page, edits=message_id)


def _held(work: Work, member: Member, button: ShowHeld, chat_id: int, message_id: int) -> None:
    if not budget.open_until(work, member, button.last_id, chat_id):
        raise NoLongerApplies()
    show_again(work, member, chat_id, message_id)


def _week(work: Work, member: Member, _button: ShowWeek, chat_id: int, message_id: int) -> None:
    agenda.show_week(work, member, chat_id, edits=message_id)


def _done(work: Work, member: Member, button: Done, chat_id: int, message_id: int) -> None:
    try:
        deed = steps.done(work, member, button.step_id)
    except NoLongerApplies:
        work.toast = "toast-already-done"
        show_again(work, member, chat_id, message_id)
        return
    work.toast = "toast-done"
    if button.place != ON_A_CARD:
        places.show(work, member, button.place, button.step_id, chat_id, message_id, deed)
    elif not show_done(work, member, chat_id, message_id, deed):
        places.show(work, member, "", button.step_id, chat_id, None, deed)


def _promises(work: Work, member: Member, button: ShowPromises, chat_id: int, message_id: int) -> None:
    promises.show_promises(work, member, button.side, button.page, chat_id, edits=message_id)


def _tidy(work: Work, member: Member, button: TidyFrom, chat_id: int, message_id: int) -> None:
    edits = message_id if button.deal_id else None
    tidy.show_tidy(work, member, button.deal_id, chat_id, edits=edits)


def _lost(work: Work, member: Member, button: TidyLost, chat_id: int, message_id: int) -> None:
    if not button.reason:
        tidy.ask_reason(work, member, button.deal_id, chat_id, message_id)
        return
    deed = tidy.lose(work, member, button.deal_id, button.reason)
    tidy.show_tidy(work, member, button.deal_id, chat_id, edits=message_id, deed=deed)
    work.toast = "toast-saved"


TAPS: Taps = {
    ShowAgenda: _today,
    ShowHeld: _held,
    ShowWeek: _week,
    Done: _done,
    ShowPromises: _promises,
    TidyFrom: _tidy,
    TidyLost: _lost,
}
