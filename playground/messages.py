"""Messages: how they come to be, who is told, what they look like to a bot and to a person."""

from typing import Any

from .bots import Bot
from .chats import Chat
from .jsontypes import Json
from .world import World

CONTENT = (
    "text", "entities", "caption", "caption_entities", "photo", "document", "voice", "audio", "video",
    "video_note", "animation", "sticker", "contact", "location", "venue", "dice", "link_preview_options",
    "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip
MEDIA = ("photo", "document", "voice", "audio", "video", "video_note", "animation", "sticker")


def chat_json(world: World, chat: Chat) -> Json:
    """The Bot API's Chat."""
    if not chat.private:
        return {"id": chat.id, "type": chat.kind, "title": chat.title}
    user: Json = world.people.user(chat.id) or {"first_name": "Deleted Account"}
    names: Json = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
    return {"id": chat.id, "type": "private", **names}


def render(world: World, chat: Chat, message: Json, *, nested: bool = False) -> Json:
    """The Message as the Bot API shows it now, the one it answers in full (but without its own)."""
    shown = {name: value for name, value in message.items() if not name.startswith("_")}
    shown["chat"] = chat_json(world, chat)
    answered = world.chats.message(chat, message.get("_reply_to", 0))
    if answered and not nested:
        shown["reply_to_message"] = render(world, chat, answered, nested=True)
    if nested:
        shown.pop("quote", None)
    return shown


def render_for_person(world: World, chat: Chat, message: Json) -> Json:
    """The Message as the person's side shows it: with its reactions."""
    shown = render(world, chat, message)
    reactions = message.get("_reactions")
    return shown | {"reactions": reactions} if reactions else shown


def post(world: World, chat: Chat, sender: Json, content: Json, **more: Any) -> Json:
    """Adds a message and shows it to the people of the chat; `more` are stored fields such as `_reply_to`."""
    fields = {name: value for name, value in more.items() if value}
    stored = {"from": sender, "date": world.clock.unix(), **fields, **content}
    message = world.chats.add_message(chat, stored)
    world.tell(chat, "message", {"message": render_for_person(world, chat, message)})
    return message


def changed(world: World, chat: Chat, message: Json) -> None:
    """Keeps a changed message and shows it."""
    world.chats.save_message(chat, message)
    world.tell(chat, "edited", {"message": render_for_person(world, chat, message)})


def delete(world: World, chat: Chat, ids: list[int]) -> list[int]:
    """Removes messages for everyone; the ids of those that were there."""
    if gone := world.chats.drop_messages(chat, ids):
        world.tell(chat, "deleted", {"message_ids": gone})
    return gone


def tell_bots(world: World, chat: Chat, message: Json, kind: str = "message") -> None:
    """Gives a person's message to the bots that Telegram would give it to."""
    for bot_id in [chat.bot_id] if chat.private else chat.bots:
        if chat.private or _reaches(world, chat, message, world.bots.by_id[bot_id]):
            world.updates(bot_id).push(kind, render(world, chat, message), f"chat {chat.id}")


def _reaches(world: World, chat: Chat, message: Json, bot: Bot) -> bool:
    """Privacy mode: commands, replies to the bot, its own inline results and service messages get through."""
    if not bot.privacy or not any(name in message for name in CONTENT):
        return True
    answered = world.chats.message(chat, message.get("_reply_to", 0)) or {}
    if answered.get("from", {}).get("id") == bot.id or message.get("via_bot", {}).get("id") == bot.id:
        return True
    text = message.get("text", "")
    first = text.split(maxsplit=1)[0] if text.split() else ""
    if not first.startswith("/"):
        return f"@{bot.username}".lower() in text.lower()
    _, _, addressed = first.partition("@")
    return not addressed or addressed.lower() == bot.username.lower()


def content_of(message: Json) -> Json:
    """What a message says, without who, when and where."""
    return {name: message[name] for name in CONTENT if name in message}
