"""Taps on the day's work."""

from bot.buttons.agenda import Done, ShowAgenda
from bot.handlers.taps.tap import Taps
from core.actions import agenda
from core.actions.work import Work
from core.errors import NoLongerApplies
from core.model import Member


def _done(work: Work, member: Member, button: Done, chat_id: int, message_id: int) -> None:
    try:
        agenda.tick(work, member, button.step_id, button.place, chat_id, message_id)
        work.toast = "toast-done"
    except NoLongerApplies:
        work.toast = "toast-already-done"


def _agenda(work: Work, member: Member, _button: ShowAgenda, chat_id: int, message_id: int) -> None:
    agenda.show_today(work, member, chat_id, edits=message_id)


TAPS: Taps = {
    Done: _done,
    ShowAgenda: _agenda,
}
