"""What is said where something was refused, could not be read, or went wrong."""

from core.notices.base import Notice


class Refusal(Notice, frozen=True, kw_only=True, tag=True):
    """A request that is refused: the key of the sentence and what fills its gaps."""

    key: str
    fields: dict[str, str | int] = {}


class Fault(Notice, frozen=True, kw_only=True, tag=True):
    """Something went wrong on our side; nothing is lost and `reference` finds it in the log."""

    reference: str


class NotALog(Notice, frozen=True, kw_only=True, tag=True):
    """The message was no log: `aside` is greeting, question or other. Nothing was written."""

    aside: str
    name: str = ""


class Unreadable(Notice, frozen=True, kw_only=True, tag=True):
    """A kind of message that the bot does not read yet (a sticker, an empty message …)."""

    what: str
