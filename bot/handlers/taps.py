"""Taps on buttons: each is one use case; the card under the thumb is edited in place."""

from collections.abc import Callable
from typing import Any

from bot.buttons import (
    Answer,
    Back,
    Choose,
    Correct,
    DealsPage,
    Done,
    Forget,
    OpenDeal,
    SetLanguage,
    ShowAgenda,
    TaughtPage,
    Undo,
    UnknownButton,
    unpack,
)
from core.actions import agenda, correct, deal_list, learning, preferences, undo
from core.actions.choices import OTHER
from core.actions.work import Work
from core.errors import NoLongerApplies, NotAllowed, NotFound, NothingToUndo
from core.model import Member

Tap = Callable[[Work, Member, Any, int, int], None]


def run(work: Work, member: Member, packed: str, chat_id: int, message_id: int) -> None:
    """Does what the button says; one that no longer applies is answered kindly, with a toast."""
    try:
        button = unpack(packed)
        with work.attempt():
            TAPS[type(button)](work, member, button, chat_id, message_id)
    except (UnknownButton, NoLongerApplies, NotAllowed, NotFound, NothingToUndo):
        work.toast = "toast-no-longer"


def _undo(work: Work, member: Member, button: Undo, _chat_id: int, message_id: int) -> None:
    undo.undo(work, member, button.operation_id, message_id)
    work.toast = "toast-undone"


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


def _done(work: Work, member: Member, button: Done, chat_id: int, message_id: int) -> None:
    try:
        agenda.tick(work, member, button.step_id, button.place, chat_id, message_id)
        work.toast = "toast-done"
    except NoLongerApplies:
        work.toast = "toast-already-done"


def _language(work: Work, member: Member, button: SetLanguage, chat_id: int, message_id: int) -> None:
    if button.language not in preferences.LANGUAGES:
        raise UnknownButton(button.language)
    preferences.set_language(work, member, button.language, chat_id, message_id)
    work.toast = "toast-language"


def _page(work: Work, member: Member, button: DealsPage, chat_id: int, message_id: int) -> None:
    deal_list.show_page(work, member, button.page, chat_id, edits=message_id)


def _deal(work: Work, member: Member, button: OpenDeal, chat_id: int, message_id: int) -> None:
    deal_list.show_card(work, member, button.deal_id, button.page, chat_id, message_id)


def _agenda(work: Work, member: Member, _button: ShowAgenda, chat_id: int, message_id: int) -> None:
    agenda.show_today(work, member, chat_id, edits=message_id)


def _taught(work: Work, member: Member, button: TaughtPage, chat_id: int, message_id: int) -> None:
    learning.show_taught(work, member, button.page, chat_id, edits=message_id)


def _forget(work: Work, member: Member, button: Forget, chat_id: int, message_id: int) -> None:
    learning.forget(work, member, button.what, button.record_id, button.page, chat_id, message_id)
    work.toast = "toast-forgotten"


TAPS: dict[type[Any], Tap] = {
    Undo: _undo,
    Correct: _correct,
    Choose: _choose,
    Back: _back,
    Answer: _answer,
    Done: _done,
    SetLanguage: _language,
    DealsPage: _page,
    OpenDeal: _deal,
    ShowAgenda: _agenda,
    TaughtPage: _taught,
    Forget: _forget,
}
