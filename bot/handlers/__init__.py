"""From an update of Telegram's to the use case it asks for, inside the transaction that marks it done."""

from bot.handlers import commands, free_text, inline, media, taps
from bot.handlers.sender import greet_stranger, source_of, words_of
from bot.incoming.shapes import CallbackQuery, Message, Update
from core.actions import contact_card, tips
from core.actions.work import Source, Work
from core.model import Member
from core.notices import Unreadable
from core.storage.ledger import put
from core.storage.members import by_telegram_id


def handle(update: Update, work: Work) -> None:
    """Does everything that one update asks for. Raises SalesError for what is refused."""
    if update.callback_query is not None:
        _tap(update.callback_query, work)
    elif update.message is not None:
        _message(update.message, work)
    elif update.inline_query is not None:
        inline.offer(update.inline_query, work)
    elif update.edited_message is not None:
        _edited(update.edited_message, work)
    elif update.my_chat_member is not None:
        change = update.my_chat_member
        member = by_telegram_id(work.session, change.from_user.id)
        if member is not None and change.chat.type == "private":
            gone = change.new_chat_member.status in ("kicked", "left")
            put(work.session, member, {"blocked_at": work.now if gone else None})


def _message(message: Message, work: Work) -> None:
    sender = message.from_user
    if message.chat.type != "private" or sender is None or sender.is_bot:
        return  # nothing about customers is said or read where others listen
    if message.via_bot is not None:
        return  # a card chosen from an inline query is no message in the sender's own words
    source = source_of(message)
    member = by_telegram_id(work.session, sender.id)
    if member is not None and member.blocked_at is not None:
        put(work.session, member, {"blocked_at": None})  # who writes can be written to
    text = words_of(message)
    if text.startswith("/"):
        commands.run(work, member, sender, text, source)
    elif member is None:
        greet_stranger(work, sender, source)
    elif message.text is None and _is_kept(work, member, message, text, source):
        return
    elif message.forward_origin is not None and message.text:
        media.keep_words(work, member, text, source)
    elif message.forward_origin is not None or not text.strip():
        work.post(source.chat_id, Unreadable(what=_kind_of(message)), to=member, reply_to=source.message_id)
    else:
        free_text.run(work, member, text, source)


def _is_kept(work: Work, member: Member, message: Message, words: str, source: Source) -> bool:
    """Takes what is no text: files, places and people. False where it is none of them."""
    file = media.file_of(message)
    if file is not None:
        media.keep_file(work, member, file, "" if message.forward_origin else words, source)
    elif message.location is not None:
        tips.used(work, member, "location")
        media.place(work, member, message, source)
    elif message.contact is not None:
        tips.used(work, member, "contact")
        contact_card.receive(work, member, media.card_of(message.contact), source.chat_id)
    return any((file, message.location, message.contact))


def _edited(message: Message, work: Work) -> None:
    sender = message.from_user
    if message.chat.type != "private" or sender is None:
        return
    member = by_telegram_id(work.session, sender.id)
    if member is not None:
        free_text.run_edit(work, member, words_of(message), source_of(message))


def _tap(query: CallbackQuery, work: Work) -> None:
    message = query.message
    member = by_telegram_id(work.session, query.from_user.id)
    if member is None or message is None or message.chat.type != "private":
        return
    taps.run(work, member, query.data or "", message.chat.id, message.message_id)


def _kind_of(message: Message) -> str:
    if message.forward_origin is not None:
        return "forward"
    if message.text is not None:
        return "empty"
    return "sticker" if message.sticker is not None else "other"
