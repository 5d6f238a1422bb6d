"""Commands: the words after a slash."""

from collections.abc import Callable

from bot.handlers.sender import greet_stranger, language_of
from bot.incoming.shapes import User
from bot.zones import DEFAULT, search
from core.actions import (
    absence,
    agenda,
    beginning,
    by_taps,
    deal_board,
    find,
    join,
    learning,
    members,
    mine,
    preferences,
    promises,
    settings,
    tidy,
    tips,
    trips,
    undo,
)
from core.actions.answers import when_of
from core.actions.answers.customers import LOST
from core.actions.answers.showing import answer
from core.actions.digest import keeping, own_week
from core.actions.work import Source, Work
from core.model import Member
from core.notices import Help
from core.notices.report_view import PICTURE, Asked

Command = Callable[[Work, Member, int, str], None]
"""Answers a command in the chat; the last value is what was written after it."""


def run(work: Work, member: Member | None, sender: User, text: str, source: Source) -> None:
    """Runs a command; an unknown one gets the help. Strangers can only start, with an invite."""
    word, _, rest = text.strip().partition(" ")
    name = word[1:].partition("@")[0].lower()
    if name == "start":
        _start(work, member, sender, rest.strip(), source)
    elif member is None:
        greet_stranger(work, sender, source)
    else:
        tips.used(work, member, name if name in COMMANDS else "help")
        COMMANDS.get(name, _help)(work, member, source.chat_id, rest.strip())


def _start(work: Work, member: Member | None, sender: User, payload: str, source: Source) -> None:
    if payload:
        join.join(work, sender.id, sender.full_name, language_of(sender), payload, source.chat_id)
    elif member is not None:
        join.welcome(work, member, source.chat_id, first_time=False)
    else:
        greet_stranger(work, sender, source)


def _help(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    work.post(chat_id, Help(role=member.role), to=member)


def _today(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    agenda.show_today(work, member, chat_id)


def _week(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    agenda.show_week(work, member, chat_id)


def _promises(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    promises.show_promises(work, member, "ours", 0, chat_id)


def _tidy(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    tidy.show_tidy(work, member, 0, chat_id)


def _deals(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    deal_board.show(work, member, deal_board.first_view(member), chat_id)


def _trips(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    trips.show_months(work, member, chat_id)


def _log(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    by_taps.show_kinds(work, member, "", chat_id, None)


def _new(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    beginning.show(work, member, chat_id)


def _undo(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    undo.undo_last(work, member, chat_id)


def _find(work: Work, member: Member, chat_id: int, rest: str) -> None:
    if rest:
        find.show(work, member, rest, chat_id)
    else:
        find.ask(work, member, chat_id)


def _brief(work: Work, member: Member, chat_id: int, rest: str) -> None:
    if rest:
        find.show(work, member, rest, chat_id, brief=True)
    else:
        find.ask(work, member, chat_id, brief=True)


def _me(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    mine.show(work, member, chat_id)


def _who_sees(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    mine.show_who_sees(work, member, chat_id)


def _taught(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    learning.show_taught(work, member, 0, chat_id)


def _language(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    preferences.offer_languages(work, member, chat_id)


def _no_tips(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    tips.turn_off(work, member, chat_id)


def _off(work: Work, member: Member, chat_id: int, rest: str) -> None:
    absence.off(work, member, rest, chat_id)


def _settings(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    settings.show(work, member, "", chat_id)


def _snooze(work: Work, member: Member, chat_id: int, rest: str) -> None:
    settings.snooze_as_said(work, member, rest, chat_id)


def _zone(work: Work, member: Member, chat_id: int, rest: str) -> None:
    zones = search(rest)
    if len(zones) == 1:
        settings.set_zone(work, member, zones[0], chat_id, None)
    else:
        settings.show(work, member, "zone", chat_id, zones=zones or DEFAULT)


def _members(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    members.show(work, member, 0, chat_id)


def _when(work: Work, member: Member, chat_id: int, rest: str) -> None:
    if rest:
        when_of.show(work, member, rest, chat_id)
    else:
        answer(work, member, Asked.WHEN, chat_id)


def _asks(asked: Asked, part: str = "") -> Command:
    """Answers a question of a manager's, or of a salesperson about their own deals."""
    return lambda work, member, chat_id, _rest: answer(work, member, asked, chat_id, part)


def _digest(work: Work, member: Member, chat_id: int, _rest: str) -> None:
    (keeping if member.manages else own_week).answer(work, member, chat_id)


COMMANDS: dict[str, Command] = {
    "help": _help,
    "today": _today,
    "week": _week,
    "promises": _promises,
    "tidy": _tidy,
    "deals": _deals,
    "new": _new,
    "log": _log,
    "trips": _trips,
    "find": _find,
    "brief": _brief,
    "me": _me,
    "whosees": _who_sees,
    "undo": _undo,
    "team": _asks(Asked.TEAM),
    "digest": _digest,
    "off": _off,
    "settings": _settings,
    "snooze": _snooze,
    "zone": _zone,
    "members": _members,
    "taught": _taught,
    "language": _language,
    "notips": _no_tips,
    "funnel": _asks(Asked.FUNNEL, PICTURE),
    "forecast": _asks(Asked.FORECAST, PICTURE),
    "when": _when,
    "effort": _asks(Asked.EFFORT),
    "cost": _asks(Asked.COST),
    "capacity": _asks(Asked.CAPACITY),
    "process": _asks(Asked.PROCESS),
    "customers": _asks(Asked.CUSTOMERS),
    "lost": _asks(Asked.CUSTOMERS, LOST),
    "adoption": _asks(Asked.ADOPTION),
    "accuracy": _asks(Asked.ACCURACY),
}
