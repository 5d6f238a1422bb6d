"""Help for a role, and the commands that it has."""

from telegram import BotCommand

from bot.cards.frame import Rendered, screen
from bot.texts import Html, Language
from core.notices import Help
from core.terms import Role

FOR_STRANGERS = ("start", "help")
_DAILY = ("today", "week", "promises", "log", "deals", "new", "find", "brief", "tidy", "off", "trips")
_OWN = ("me", "whosees", "undo", "language", "help")
FOR_REPS = (*_DAILY, *_OWN)
_ASKED = ("effort", "process", "customers", "lost", "cost", "capacity", "adoption")
FOR_MANAGERS = (*_DAILY, "team", *_ASKED, "members", *_OWN)
FOR_OWNERS = (*_DAILY, "team", *_ASKED, "members", "taught", *_OWN)


def commands_of(role: Role | None) -> tuple[str, ...]:
    """The commands that a role has, in the order of the menu; None: somebody who is not of the team."""
    if role is None:
        return FOR_STRANGERS
    return {Role.REP: FOR_REPS, Role.MANAGER: FOR_MANAGERS, Role.OWNER: FOR_OWNERS}[role]


def menu(role: Role | None, words: Language) -> list[BotCommand]:
    """The commands as Telegram's menu shows them."""
    return [BotCommand(name, words.plain(f"command-{name}")) for name in commands_of(role)]


def help_for(notice: Help, words: Language) -> Rendered:
    """How to write, by example; how to put something right; the commands."""
    examples = words.plain("help-examples").splitlines()
    lines = [words.html("help-write"), *(Html(f"<code>{Html(example)}</code>") for example in examples)]
    lines += [Html(""), words.html("help-correct"), Html("")]
    lines += [
        words.html("command-line", command=f"/{command.command}", what=command.description)
        for command in menu(notice.role, words)
        if command.command != "help"
    ]
    return screen(lines)
