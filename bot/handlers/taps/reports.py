"""Taps on answers: each shows another one in place."""

from bot.buttons.reports import ShowAnswer
from bot.handlers.taps.tap import Taps
from core.actions.answers import showing
from core.actions.work import Work
from core.model import Member
from core.notices.report_view import ReportView


def _answer(work: Work, member: Member, button: ShowAnswer, chat_id: int, message_id: int) -> None:
    showing.show(work, member, ReportView.read(button.view), chat_id, edits=message_id)


TAPS: Taps = {ShowAnswer: _answer}
