"""Taps on what is mine or the team's to set."""

from bot.buttons.packing import UnknownButton
from bot.buttons.settings import Forget, SetLanguage, TaughtPage
from bot.handlers.taps.tap import Taps
from core.actions import learning, preferences
from core.actions.work import Work
from core.model import Member


def _language(work: Work, member: Member, button: SetLanguage, chat_id: int, message_id: int) -> None:
    if button.language not in preferences.LANGUAGES:
        raise UnknownButton(button.language)
    preferences.set_language(work, member, button.language, chat_id, message_id)
    work.toast = "toast-language"


def _taught(work: Work, member: Member, button: TaughtPage, chat_id: int, message_id: int) -> None:
    learning.show_taught(work, member, button.page, chat_id, edits=message_id)


def _forget(work: Work, member: Member, button: Forget, chat_id: int, message_id: int) -> None:
    learning.forget(work, member, button.what, button.record_id, button.page, chat_id, message_id)
    work.toast = "toast-forgotten"


TAPS: Taps = {
    SetLanguage: _language,
    TaughtPage: _taught,
    Forget: _forget,
}
