"""Answers to people's presses and inline queries, and reactions to their messages."""

from typing import Any

from ..errors import bad_request
from ..formatted import message_text
from ..jsontypes import Json
from ..markup import inline_keyboard
from ..messages import changed
from ..registry import Call, method
from ..targets import find_chat, find_message
from ..world import World

_REACTIONS = (
    " ❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 "
    "💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 "
    "🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡 "
)


@method("answerCallbackQuery", "callback_query_id text show_alert url cache_time")
def answer_callback_query(call: Call) -> bool:
    """Ends the waiting of a pressed button, perhaps with a note or an alert."""
    text = call.params.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: Json = {
        "text": text,
        "show_alert": call.params.flag("show_alert"),
        "url": call.params.text("url") or None,
    }
    query = call.world.queries.answer("callback", call.bot.id, call.params.text("callback_query_id"), answer)
    shown = {"chat": query.about["chat"], "query_id": query.id, **answer}
    call.world.live.publish(query.person_id, "callback_answer", shown)
    return True


@method(
    "answerInlineQuery",
    "inline_query_id results cache_time is_personal next_offset button switch_pm_text switch_pm_parameter",
)
def answer_inline_query(call: Call) -> bool:
    """What a person who types `@bot …` may choose from, at most fifty."""
    results = call.params.json("results", "inline query results") or []
    if not isinstance(results, list):
        raise bad_request("Expected an Array of inline query results")
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    checked = [_result(call.world, item) for item in results]
    if len({item["id"] for item in checked}) < len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = call.params.json("button", "inline query results button")
    answer = {"results": checked, "next_offset": call.params.text("next_offset"), "button": button}
    query = call.world.queries.answer("inline", call.bot.id, call.params.text("inline_query_id"), answer)
    call.world.live.publish(query.person_id, "inline_results", {"query_id": query.id, **answer})
    return True


def _result(world: World, item: Any) -> Json:
    def wrong(words: str) -> Exception:
        return bad_request(f"can't parse inline query result: {words}")

    if not isinstance(item, dict):
        raise wrong("Inline query result must be an object")
    for name in ("type", "id"):
        if not item.get(name):
            raise wrong(f'Can\'t find field "{name}"')
    if len(str(item["id"]).encode()) > 64:
        raise bad_request("RESULT_ID_INVALID")
    content = item.get("input_message_content")
    if item["type"] == "article":
        if not item.get("title"):
            raise wrong('Can\'t find field "title"')
        if not content:
            raise wrong("Input message content is not specified")
    if content and "message_text" in content:
        message_text(
            content["message_text"],
            content.get("parse_mode") or "",
            content.get("entities"),
            world.people.user,
        )
    markup = inline_keyboard(item["reply_markup"]) if item.get("reply_markup") else None
    kept = {name: value for name, value in item.items() if name != "reply_markup"}
    return kept | ({"reply_markup": markup} if markup else {}) | {"id": str(item["id"])}


@method("setMessageReaction", "chat_id message_id reaction is_big")
def set_message_reaction(call: Call) -> bool:
    """The bot's one reaction to a message; an empty list takes it back."""
    wanted = call.params.json("reaction", "reaction types") or []
    if not isinstance(wanted, list) or len(wanted) > 1:
        raise bad_request(
            "REACTIONS_TOO_MANY" if isinstance(wanted, list) else "Expected an Array of ReactionType"
        )
    emojis = [str(item.get("emoji", "")) for item in wanted]
    if any(f" {emoji.replace(chr(0xFE0F), '')} " not in _REACTIONS for emoji in emojis):
        raise bad_request("REACTION_INVALID")
    chat = find_chat(call)
    message = find_message(call, chat, "message to react")
    others = [given for given in message.get("_reactions", []) if given["by"] != call.bot.id]
    message["_reactions"] = others + [{"by": call.bot.id, "emoji": emoji} for emoji in emojis]
    changed(call.world, chat, message)
    shown = {"message_id": message["message_id"], "reactions": message["_reactions"]}
    call.world.tell(chat, "reaction", shown)
    return True
