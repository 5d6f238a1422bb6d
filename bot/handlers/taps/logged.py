"""Taps on the card that answers a message."""

from bot.buttons.logged import Answer, Back, Choose, Correct, Undo
from bot.handlers.taps.tap import Taps
from core.actions import correct, undo
from core.actions.choices import OTHER
from core.actions.work import Work
from core.model import Member


def _undo(work: Work, member: Member, button: Undo, chat_id: int, message_id: int) -> None:
    kept = undo.undo(work, member, button.operation_id, chat_id, message_id)
    work.toast = "toast-undone-partly" if kept else "toast-undone"


def _correct(work: Work, member: Member, button: Correct, chat_id: int, message_id: int) -> None:
    correct.menu(work, member, button.operation_id, chat_id, message_id, button.field)


def _choose(work: Work, member: Member, button: Choose, chat_id: int, message_id: int) -> None:
    correct.choose(work, member, button.operation_id, button.field, button.value, chat_id, message_id)
    work.toast = "toast-saved" if button.value != OTHER else None


def _back(work: Work, member: Member, button: Back, _chat_id: int, message_id: int) -> None:
    correct.back(work, member, button.operation_id, message_id)


def _answer(work: Work, member: Member, button: Answer, chat_id: int, message_id: int) -> None:
    correct.answer(work, member, button.question_id, button.value, chat_id, message_id)
    work.toast = "toast-saved" if button.value != OTHER else None


TAPS: Taps = {
    Undo: _undo,
    Correct: _correct,
    Choose: _choose,
    Back: _back,
    Answer: _answer,
}
