"""Who the bot is: getMe, its name, its descriptions."""

import re

from ..errors import bad_request, too_many_requests
from ..jsontypes import Json
from ..registry import Call, method


@method("getMe")
def get_me(call: Call) -> Json:
    """The bot, with what it may do."""
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": not call.bot.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
@method("close")
def leave(call: Call) -> None:
    """Refused: there is no other server to move to."""
    raise too_many_requests(600)


def language_of(call: Call) -> str:
    """The `language_code` parameter: two small letters or nothing."""
    code = call.params.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language_code specified")
    return code


def _set(call: Call, texts: dict[str, str], text: str, most: int, words: str) -> bool:
    if len(text) > most:
        raise bad_request(words)
    code = language_of(call)
    texts.pop(code, None)
    if text:
        texts[code] = text
    call.world.bots.save(call.bot)
    call.world.live.publish_all("chat", {"chat": call.bot.id})
    return True


@method("setMyName", "name language_code")
def set_my_name(call: Call) -> bool:
    """The name shown, per language; empty takes it back."""
    return _set(call, call.bot.names, call.params.text("name"), 64, "BOT_TITLE_INVALID")


@method("getMyName", "language_code")
def get_my_name(call: Call) -> Json:
    """The name shown in a language."""
    return {"name": call.bot.name(language_of(call))}


@method("setMyDescription", "description language_code")
def set_my_description(call: Call) -> bool:
    """What an empty chat shows."""
    text = call.params.text("description")
    return _set(call, call.bot.descriptions, text, 512, "DESCRIPTION_TOO_LONG")


@method("getMyDescription", "language_code")
def get_my_description(call: Call) -> Json:
    """The description in exactly this language."""
    return {"description": call.bot.descriptions.get(language_of(call), "")}


@method("setMyShortDescription", "short_description language_code")
def set_my_short_description(call: Call) -> bool:
    """What the bot's profile shows."""
    text = call.params.text("short_description")
    return _set(call, call.bot.short_descriptions, text, 120, "ABOUT_TOO_LONG")


@method("getMyShortDescription", "language_code")
def get_my_short_description(call: Call) -> Json:
    """The short description in exactly this language."""
    return {"short_description": call.bot.short_descriptions.get(language_of(call), "")}
