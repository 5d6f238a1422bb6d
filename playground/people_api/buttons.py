"""Pressing buttons, and what came of a press."""

from typing import Any

from aiohttp import web

from ..chats import Chat
from ..errors import PersonError
from ..jsontypes import Json
from ..messages import render
from ..people import Person
from ..world import World
from .http import answer, body, message_of, person_of, whole, world_of


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    return [
        web.post("/api/people/{person}/chats/{chat}/messages/{message}/press", press),
        web.get("/api/people/{person}/queries/{query}", answered),
    ]


def _button(message: Json, said: Json) -> Json:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if "data" in said:
        found = [button for row in rows for button in row if button.get("callback_data") == said["data"]]
    else:
        row, column = whole(said.get("row"), "row"), whole(said.get("column"), "column")
        found = rows[row][column : column + 1] if 0 <= row < len(rows) and column >= 0 else []
    if not found:
        raise PersonError(409, "The message has no such button now.")
    button: Json = found[0]
    return button


async def press(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/chats/{chat}/messages/{message}/press`"""
    world, person, chat, message = message_of(request)
    said = await body(request)
    if said.get("force"):
        return answer({"query_id": ask(world, person, chat, message, said.get("data"))}, 202)
    if chat.blocked:
        raise PersonError(409, "The bot is blocked; unblock it first.")
    button = _button(message, said)
    if "callback_data" in button:
        return answer({"query_id": ask(world, person, chat, message, button["callback_data"])}, 202)
    return answer({"open": {name: value for name, value in button.items() if name != "text"}})


def ask(world: World, person: Person, chat: Chat, message: Json, data: Any) -> str:
    """Sends the press to the bot whose message it is; the id of the query."""
    author: Json = message.get("via_bot") or message["from"]
    bot_id = author["id"]
    if bot_id not in world.bots.by_id:
        raise PersonError(409, "This is not a bot's message.")
    about = {"chat": chat.seen_as(), "message_id": message["message_id"]}
    query = world.queries.ask("callback", bot_id, person.id, about)
    update: Json = {"id": query.id, "from": person.user(), "chat_instance": str(7_000_000_000 + abs(chat.id))}
    if message.get("_inline_id"):
        update["inline_message_id"] = message["_inline_id"]
    else:
        update["message"] = render(world, chat, message)
    world.updates(bot_id).push("callback_query", update | {"data": str(data)}, f"callback {person.id}")
    return query.id


async def answered(request: web.Request) -> web.Response:
    """`GET /api/people/{person}/queries/{query}`"""
    world, person = world_of(request), person_of(request)
    query = world.queries.of_person("callback", person.id, request.match_info["query"])
    shown = query.answer or {"text": "", "show_alert": False, "url": None}
    expired = query.answer is None and world.queries.expired(query)
    return answer({"answered": query.answer is not None, **shown, "expired": expired})
