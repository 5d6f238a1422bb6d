"""What the handlers of the person's side share: bodies, lookups, errors as JSON."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from ..bot_api import WORLD
from ..chats import Chat
from ..errors import PersonError, Refusal
from ..jsontypes import Json
from ..people import Person
from ..world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def errors_as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Under /api/ every refusal is `{"error": …}` with a fitting status."""
    if not request.path.startswith("/api/"):
        return await handler(request)
    try:
        _check_origin(request)
        return await handler(request)
    except PersonError as error:
        return answer({"error": error.sentence}, error.status)
    except Refusal as refusal:
        return answer({"error": refusal.description}, 409 if refusal.code == 403 else 400)
    except web.HTTPNotFound:
        return answer({"error": "There is nothing at this address."}, 404)
    except web.HTTPMethodNotAllowed as error:
        return answer({"error": f"Only {', '.join(sorted(error.allowed_methods))} here."}, 405)


def _check_origin(request: web.Request) -> None:
    """403 for a web page from elsewhere: there is no password, so other sites must not reach in."""
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        raise PersonError(403, "Pages from elsewhere are not served.")


def answer(value: Any, status: int = 200) -> web.Response:
    """A JSON answer, not to be cached."""
    return web.json_response(value, status=status, headers={"Cache-Control": "no-store"})


async def body(request: web.Request) -> Json:
    """The JSON object that was sent; an empty body is an empty object."""
    raw = await request.read()
    try:
        value = json.loads(raw) if raw.strip() else {}
    except ValueError:
        raise PersonError(400, "The body is not JSON.") from None
    if not isinstance(value, dict):
        raise PersonError(400, "The body is to be a JSON object.")
    return value


def number(request: web.Request, name: str, default: int = 0) -> int:
    """A whole number of the query string."""
    try:
        return int(request.query.get(name, default))
    except ValueError:
        raise PersonError(400, f"{name} is to be a whole number.") from None


def whole(value: Any, name: str) -> int:
    """A whole number of a body or an address, or 400."""
    try:
        return int(value)
    except (TypeError, ValueError):
        raise PersonError(400, f"{name} is to be a whole number.") from None


def world_of(request: web.Request) -> World:
    """The world this server shows."""
    return request.app[WORLD]


def person_of(request: web.Request) -> Person:
    """The person whose side this is, or 404."""
    return world_of(request).people.get(whole(request.match_info["person"], "person"))


def chat_seen(world: World, person: Person, seen_as: Any) -> Chat:
    """The chat that the person knows by this id: a bot's private one or a group; 404 when they have none."""
    chat_id = whole(seen_as, "chat")
    if chat_id in world.bots.by_id:
        return world.chats.private(person.id, chat_id)
    group = world.chats.group(chat_id)
    if group is None or person.id not in group.members:
        raise PersonError(404, f"{person.first_name} has no chat {chat_id}.")
    return group


def chat_of(request: web.Request) -> tuple[World, Person, Chat]:
    """World, person and chat of the address."""
    world, person = world_of(request), person_of(request)
    return world, person, chat_seen(world, person, request.match_info["chat"])


def message_in(world: World, chat: Chat, message_id: Any) -> Json:
    """A message of the chat, or 404."""
    message = world.chats.message(chat, whole(message_id, "message"))
    if message is None:
        raise PersonError(404, f"There is no message {message_id} in this chat.")
    return message


def message_of(request: web.Request) -> tuple[World, Person, Chat, Json]:
    """World, person, chat and message of the address."""
    world, person, chat = chat_of(request)
    return world, person, chat, message_in(world, chat, request.match_info["message"])
