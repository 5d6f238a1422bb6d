"""For whom a list of commands is: scopes and languages, and which list a person gets."""

from typing import Any

from .bots import Bot
from .chats import Chat
from .errors import bad_request
from .jsontypes import Json

_PLAIN = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_OF_CHAT = ("chat", "chat_administrators", "chat_member")


def scope_key(value: Any) -> str:
    """A BotCommandScope as one string, e.g. `chat_member/7001/7002`; refuses in Telegram's words."""
    if value is None:
        return "default"

    def wrong(words: str) -> Exception:
        return bad_request(f"can't parse BotCommandScope: {words}")

    if not isinstance(value, dict):
        raise wrong("BotCommandScope must be an Object")
    if "type" not in value:
        raise wrong('Can\'t find field "type"')
    kind = value["type"]
    if kind in _PLAIN:
        return str(kind)
    if kind not in _OF_CHAT:
        raise wrong("Unsupported type specified")
    if not value.get("chat_id"):
        raise wrong('Can\'t find field "chat_id"' if "chat_id" not in value else "Empty chat_id specified")
    if kind != "chat_member":
        return f"{kind}/{value['chat_id']}"
    if "user_id" not in value:
        raise wrong('Can\'t find field "user_id"')
    return f"{kind}/{value['chat_id']}/{value['user_id']}"


def scopes_for(chat: Chat, person_id: int) -> list[str]:
    """The scopes that reach a person in a chat, the narrowest first, as Telegram looks for commands."""
    if chat.private:
        return [f"chat/{chat.id}", "all_private_chats", "default"]
    return [
        f"chat_member/{chat.id}/{person_id}",
        *([f"chat_administrators/{chat.id}"] if chat.members[:1] == [person_id] else []),
        f"chat/{chat.id}",
        *(["all_chat_administrators"] if chat.members[:1] == [person_id] else []),
        "all_group_chats",
        "default",
    ]


def commands_for(bot: Bot, chat: Chat, person_id: int, language: str) -> list[Json]:
    """The commands that the person sees: the first scope that has any, in their language or else in none."""
    for scope in scopes_for(chat, person_id):
        for code in dict.fromkeys((language[:2].lower(), "")):
            if found := bot.commands.get(f"{scope}|{code}"):
                return found
    return []
