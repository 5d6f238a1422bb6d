"""What is said to somebody who joins, asks for help, or is not of the team."""

from core.notices.base import Notice
from core.notices.logged import AskInWords, Logged
from core.terms import Role


class Stranger(Notice, frozen=True, kw_only=True, tag=True):
    """To somebody who is not of the team: one polite sentence, and nothing about anybody."""


class Welcome(Notice, frozen=True, kw_only=True, tag=True):
    """First words to a new member, and the choice of language."""

    name: str
    role: Role
    team: str | None = None
    first_time: bool = True


class LanguageChoice(Notice, frozen=True, kw_only=True, tag=True):
    """The choice of language alone."""


class Practice(Notice, frozen=True, kw_only=True, tag=True):
    """In the language just chosen: an exercise with a customer who is not there. `message`: to be written."""

    role: Role
    message: str
    ask: AskInWords


class Practised(Notice, frozen=True, kw_only=True, tag=True):
    """The exercise is done: the card as it would have been, and that nothing of it stays."""

    role: Role
    card: Logged | None = None


class TipsOff(Notice, frozen=True, kw_only=True, tag=True):
    """There will be no more tips."""


class LanguageSet(Notice, frozen=True, kw_only=True, tag=True):
    """The language was chosen; what to do first."""

    name: str
    role: Role


class Help(Notice, frozen=True, kw_only=True, tag=True):
    """What the bot can do for somebody of this role.

    `part`: "" how to write, the "commands", or those of a "team".
    """

    role: Role
    part: str = ""
