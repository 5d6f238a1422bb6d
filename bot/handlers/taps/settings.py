"""Taps on what is mine or the team's to set."""

from bot.buttons.packing import UnknownButton
from bot.buttons.settings import Forget, SetLanguage, ShowHelp, SkipPractice, TaughtPage, TryPractice
from bot.handlers.taps.tap import Taps
from core.actions import learning, practice, preferences
from core.actions.asking import forget_ask
from core.actions.work import Source, Work
from core.model import Member
from core.notices import Help


def _language(work: Work, member: Member, button: SetLanguage, chat_id: int, message_id: int) -> None:
    if button.language not in preferences.LANGUAGES:
        raise UnknownButton(button.language)
    preferences.set_language(work, member, button.language, chat_id, message_id)
    work.toast = "toast-language"


def _help(work: Work, member: Member, button: ShowHelp, chat_id: int, message_id: int) -> None:
    work.post(chat_id, Help(role=member.role, part=button.part), to=member, edits=message_id)


def _taught(work: Work, member: Member, button: TaughtPage, chat_id: int, message_id: int) -> None:
    learning.show_taught(work, member, button.page, chat_id, edits=message_id)


def _forget(work: Work, member: Member, button: Forget, chat_id: int, message_id: int) -> None:
    learning.forget(work, member, button.what, button.record_id, button.page, chat_id, message_id)
    work.toast = "toast-forgotten"


def _try_practice(work: Work, member: Member, _button: TryPractice, chat_id: int, message_id: int) -> None:
    practice.play(work, member, Source(chat_id, message_id, work.now), edits=message_id)


def _skip_practice(work: Work, member: Member, _button: SkipPractice, chat_id: int, message_id: int) -> None:
    forget_ask(work, member)
    preferences.say_language(work, member, chat_id, message_id)


TAPS: Taps = {
    TryPractice: _try_practice,
    SkipPractice: _skip_practice,
    SetLanguage: _language,
    ShowHelp: _help,
    TaughtPage: _taught,
    Forget: _forget,
}
