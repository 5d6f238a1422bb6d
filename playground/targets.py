"""Where a bot may write and which message it means; refuses in Telegram's words."""

from typing import Any

from . import utf16
from .chats import Chat
from .errors import bad_request, forbidden, upgraded
from .formatted import formatted
from .jsontypes import Json
from .registry import Call
from .world import World


def find_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat that a parameter names: 400 when there is none, or the bot never met it."""
    said = call.params.text(name).strip()
    if not said:
        raise bad_request(f"{name} is empty")
    chat = _chat(call, said)
    if chat is None:
        raise bad_request("chat not found")
    if chat.moved_to:
        raise upgraded(chat.moved_to)
    return chat


def _chat(call: Call, said: str) -> Chat | None:
    if not said.removeprefix("-").isdigit():
        return None
    chat_id = int(said)
    if chat_id < 0:
        return call.world.chats.group(chat_id)
    return call.world.chats.private(chat_id, call.bot.id) if chat_id in call.world.people.by_id else None


def writable_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat, when the bot may write there; 403 when the person blocked or never started it."""
    chat = find_chat(call, name)
    check_writable(call, chat)
    return chat


def check_writable(call: Call, chat: Chat) -> None:
    """403 when the bot may not write in the chat."""
    if not chat.private:
        if call.bot.id not in chat.bots:
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
    elif chat.blocked:
        raise forbidden("bot was blocked by the user")
    elif not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def find_message(call: Call, chat: Chat, what: str, name: str = "message_id") -> Json:
    """A message of the chat; `what` names it in the refusal: `message to edit not found`."""
    number = call.params.integer(name)
    if number <= 0:
        raise bad_request("message identifier is not specified")
    message = call.world.chats.message(chat, number)
    if message is None:
        raise bad_request(f"{what} not found")
    return message


def inline_message(world: World, bot_id: int, inline_id: str) -> tuple[Chat, Json]:
    """The message that a person sent by an inline result of this bot."""
    if not inline_id:
        raise bad_request("message identifier is not specified")
    for key, messages in world.chats.messages.items():
        for message in messages.values():
            if message.get("_inline_id") == inline_id and message.get("via_bot", {}).get("id") == bot_id:
                return world.chats.by_key[key], message
    raise bad_request("MESSAGE_ID_INVALID")


def reply_fields(call: Call, chat: Chat) -> Json:
    """`_reply_to` and `quote` from `reply_parameters` (or the older `reply_to_message_id`)."""
    asked = call.params.json("reply_parameters", "reply parameters")
    if asked is None:
        number = call.params.integer("reply_to_message_id")
        lenient = call.params.flag("allow_sending_without_reply")
        asked = {"message_id": number, "allow_sending_without_reply": lenient} if number > 0 else {}
    if not isinstance(asked, dict):
        raise bad_request("ReplyParameters must be an Object")
    if not asked:
        return {}
    if "message_id" not in asked:
        raise bad_request('Can\'t find field "message_id"')
    answered = call.world.chats.message(chat, int(asked["message_id"]))
    if answered is None:
        if asked.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"_reply_to": answered["message_id"]} | _quote(call, asked, answered)


def _quote(call: Call, asked: Json, answered: Json) -> Json:
    if not asked.get("quote"):
        return {}
    find_user = call.world.people.user
    entities: Any = asked.get("quote_entities")
    part = formatted(
        str(asked["quote"]), asked.get("quote_parse_mode", ""), entities, find_user, detect=False
    )
    quote = quote_of(answered, part.text, asked.get("quote_position", 0))
    if quote is None:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"quote": quote | ({"entities": part.entities} if part.entities else {})}


def quote_of(answered: Json, part: str, near: int = 0) -> Json | None:
    """The TextQuote of a part of a message's text; None when the text does not have it."""
    whole = str(answered.get("text") or answered.get("caption") or "")
    places = [at for at in range(len(whole)) if whole.startswith(part, at)] if part else []
    if not places:
        return None
    units = [utf16.length(whole[:at]) for at in places]
    return {"text": part, "position": min(units, key=lambda unit: abs(unit - near)), "is_manual": True}
