"""Who wrote and from where, as far as it is the same for every kind of message."""

from bot.incoming.shapes import Message, User
from core.actions.join import join_as_owner
from core.actions.preferences import LANGUAGES
from core.actions.work import Source, Work
from core.notices import Stranger


def greet_stranger(work: Work, sender: User, source: Source) -> None:
    """One polite sentence, unless it is the owner that the configuration names."""
    if work.team.owner_id == sender.id:
        join_as_owner(work, sender.id, sender.full_name, language_of(sender), source.chat_id)
        return
    work.post(source.chat_id, Stranger())


def source_of(message: Message) -> Source:
    """Where a message comes from. An edit has its original's date, so relative days stay what they were."""
    reply = message.reply_to_message
    return Source(message.chat.id, message.message_id, message.sent_at, reply.message_id if reply else None)


def words_of(message: Message) -> str:
    """The text or caption, without the NUL characters that PostgreSQL cannot keep."""
    return (message.text or message.caption or "").replace("\x00", "")


def language_of(sender: User) -> str | None:
    """The member's language by their Telegram, where it is one we speak."""
    code = (sender.language_code or "")[:2].lower()
    return code if code in LANGUAGES else None
