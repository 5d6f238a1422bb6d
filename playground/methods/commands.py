"""The bot's commands by scope and language, and the menu button."""

import re
from typing import Any

from ..errors import bad_request
from ..jsontypes import Json
from ..registry import Call, method
from ..scopes import scope_key
from ..targets import find_chat
from .me import language_of


def _key(call: Call) -> str:
    """Under which scope and language; a scope's chat has to exist."""
    scope = call.params.json("scope", "BotCommandScope")
    key = scope_key(scope)
    if isinstance(scope, dict) and "chat_id" in scope:
        call.params.values["_scope_chat"] = scope["chat_id"]
        chat = find_chat(call, "_scope_chat")
        if chat.private and scope["type"] != "chat":
            raise bad_request("can't change commands in private chats of this scope")
    return f"{key}|{language_of(call)}"


def _command(item: Any) -> Json:
    def wrong(words: str) -> Exception:
        return bad_request(f"can't parse BotCommand: {words}")

    if not isinstance(item, dict):
        raise wrong("expected an Object")
    for name in ("command", "description"):
        if name not in item:
            raise wrong(f'Can\'t find field "{name}"')
    command = str(item["command"]).removeprefix("/").strip()
    description = str(item["description"]).strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _changed(call: Call) -> bool:
    call.world.bots.save(call.bot)
    for chat in call.world.bot_chats(call.bot):
        call.world.tell(chat, "chat", {})
    return True


@method("setMyCommands", "commands scope language_code")
def set_my_commands(call: Call) -> bool:
    """The list for a scope and a language; an empty one takes it back."""
    items = call.params.json("commands", "commands")
    if items is not None and not isinstance(items, list):
        raise bad_request("Expected an Array of BotCommand")
    commands = [_command(item) for item in items or []]
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    if commands:
        call.bot.commands[_key(call)] = commands
    else:
        call.bot.commands.pop(_key(call), None)
    return _changed(call)


@method("getMyCommands", "scope language_code")
def get_my_commands(call: Call) -> list[Json]:
    """The list for exactly this scope and language."""
    return call.bot.commands.get(_key(call), [])


@method("deleteMyCommands", "scope language_code")
def delete_my_commands(call: Call) -> bool:
    """Takes the list for this scope and language back."""
    call.bot.commands.pop(_key(call), None)
    return _changed(call)


def _button(value: Any) -> Json:
    def wrong(words: str) -> Exception:
        return bad_request(f"can't parse menu button: {words}")

    if value is None:
        return {"type": "default"}
    if not isinstance(value, dict):
        raise wrong("MenuButton must be an Object")
    if value.get("type") in ("default", "commands"):
        return {"type": value["type"]}
    if value.get("type") != "web_app":
        raise wrong("MenuButton has unsupported type" if "type" in value else 'Can\'t find field "type"')
    if not value.get("text") or not isinstance(value.get("web_app"), dict):
        raise wrong(f'Can\'t find field "{"text" if not value.get("text") else "web_app"}"')
    if not str(value["web_app"].get("url", "")).startswith("https://"):
        raise bad_request("BUTTON_URL_INVALID")
    return {"type": "web_app", "text": value["text"], "web_app": value["web_app"]}


@method("setChatMenuButton", "chat_id menu_button")
def set_chat_menu_button(call: Call) -> bool:
    """The button beside the text field, for one private chat or for all."""
    button = _button(call.params.json("menu_button", "menu button"))
    where = str(find_chat(call).id) if call.params.text("chat_id") else ""
    call.bot.menu_buttons.pop(where, None)
    if button["type"] != "default" or where == "":
        call.bot.menu_buttons[where] = button
    return _changed(call)


@method("getChatMenuButton", "chat_id")
def get_chat_menu_button(call: Call) -> Json:
    """The button of one private chat, or the one for all."""
    where = str(find_chat(call).id) if call.params.text("chat_id") else ""
    return call.bot.menu_buttons.get(where) or call.bot.menu_buttons.get("", {"type": "default"})
