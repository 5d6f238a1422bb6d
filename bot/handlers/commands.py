"""Commands: the words after a slash."""

from collections.abc import Callable

from telegram import User

from bot.handlers.sender import greet_stranger, language_of
from core.actions import agenda, deal_list, join, learning, preferences, team_day, undo
from core.actions.work import Source, Work
from core.model import Member
from core.notices import Help

Command = Callable[[Work, Member, int], None]


def run(work: Work, member: Member | None, sender: User, text: str, source: Source) -> None:
    """Runs a command; an unknown one gets the help. Strangers can only start, with an invite."""
    word, _, rest = text.strip().partition(" ")
    name = word[1:].partition("@")[0].lower()
    if name == "start":
        _start(work, member, sender, rest.strip(), source)
    elif member is None:
        greet_stranger(work, sender, source)
    else:
        COMMANDS.get(name, _help)(work, member, source.chat_id)


def _start(work: Work, member: Member | None, sender: User, payload: str, source: Source) -> None:
    if payload:
        join.join(work, sender.id, sender.full_name, language_of(sender), payload, source.chat_id)
    elif member is not None:
        join.welcome(work, member, source.chat_id, first_time=False)
    else:
        greet_stranger(work, sender, source)


def _help(work: Work, member: Member, chat_id: int) -> None:
    work.post(chat_id, Help(role=member.role), to=member)


def _deals(work: Work, member: Member, chat_id: int) -> None:
    deal_list.show_page(work, member, 0, chat_id)


def _taught(work: Work, member: Member, chat_id: int) -> None:
    learning.show_taught(work, member, 0, chat_id)


COMMANDS: dict[str, Command] = {
    "help": _help,
    "today": agenda.show_today,
    "deals": _deals,
    "undo": undo.undo_last,
    "team": team_day.show,
    "taught": _taught,
    "language": preferences.offer_languages,
}
