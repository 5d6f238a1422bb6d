"""Help for a role, and the commands that it has."""

from collections.abc import Mapping

from telegram import BotCommand, InlineKeyboardButton

from bot.buttons.settings import ShowHelp
from bot.cards.frame import Rendered, bold, button, screen
from bot.texts import Html, Language
from core.notices import Help
from core.terms import Role

FOR_STRANGERS = ("start", "help")
_DAILY = ("today", "week", "promises", "log", "deals", "new", "find", "brief", "tidy", "off", "trips")
_AHEAD = ("funnel", "forecast", "when")
_OWN = ("me", "accuracy", "whosees", "settings", "snooze", "zone", "undo", "language", "help")
FOR_REPS = (*_DAILY, *_AHEAD, "digest", *_OWN)
_ASKED = ("effort", "process", "customers", "lost", "cost", "capacity", "adoption")
FOR_MANAGERS = (*_DAILY, "team", "digest", *_AHEAD, *_ASKED, "members", *_OWN)
FOR_OWNERS = (*_DAILY, "team", "digest", *_AHEAD, *_ASKED, "members", "taught", *_OWN)

PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "commands": {
        "day": ("today", "week", "promises", "tidy", "log", "trips"),
        "deals": ("deals", "new", "find", "brief", *_AHEAD),
        "own": ("me", "accuracy", "whosees", "off", "settings", "undo"),
    },
    "team": {"team": ("team", "digest", *_ASKED, "members", "taught")},
}
"""The commands as the help lists them, a screen each, in groups of what they are for."""


def commands_of(role: Role | None) -> tuple[str, ...]:
    """The commands that a role has, in the order of the menu; None: somebody who is not of the team."""
    if role is None:
        return FOR_STRANGERS
    return {Role.REP: FOR_REPS, Role.MANAGER: FOR_MANAGERS, Role.OWNER: FOR_OWNERS}[role]


def menu(role: Role | None, words: Language) -> list[BotCommand]:
    """The commands as Telegram's menu shows them."""
    return [BotCommand(name, words.plain(f"command-{name}")) for name in commands_of(role)]


def help_for(notice: Help, words: Language) -> Rendered:
    """How to write, by example, and how to find; the commands by groups behind a button."""
    listed = {each.command: each.description for each in menu(notice.role, words)}
    parts = {part: _groups(part, listed, words) for part in PARTS}
    if lines := parts.get(notice.part):
        return screen(lines, [[button(words.plain("button-back"), ShowHelp(""))]])
    return screen(_how_to_write(words), [[_part(part, words)] for part, told in parts.items() if told])


def _part(part: str, words: Language) -> InlineKeyboardButton:
    return button(words.plain("help-part", part=part), ShowHelp(part))


def _how_to_write(words: Language) -> list[Html]:
    examples = words.plain("help-examples").splitlines()
    lines = [words.html("help-write"), *(Html(f"<code>{Html(example)}</code>") for example in examples)]
    return [*lines, Html(""), words.html("help-correct"), Html(""), words.html("help-find")]


def _groups(part: str, listed: Mapping[str, str], words: Language) -> list[Html]:
    """The commands of a screen that the reader has, each group under its name."""
    lines: list[Html] = []
    for group, names in PARTS[part].items():
        told = [
            words.html("command-line", command=f"/{name}", what=listed[name])
            for name in names
            if name in listed
        ]
        if told:
            lines += [*([Html("")] if lines else []), bold(words.html("help-group", group=group)), *told]
    return lines
