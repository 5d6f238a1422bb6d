"""A person's chats: the list, one of them, its messages, starting and blocking."""

import re

from aiohttp import web

from ..bots import Bot
from ..chats import Chat
from ..errors import PersonError
from ..jsontypes import Json
from ..messages import chat_json, post, render_for_person, tell_bots
from ..people import Person
from ..scopes import commands_for
from ..world import World
from .http import answer, body, chat_of, number, person_of, world_of


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    chat = "/api/people/{person}/chats/{chat}"
    return [
        web.get("/api/people/{person}/chats", chats),
        web.get(chat, one_chat),
        web.get(f"{chat}/messages", history),
        web.post(f"{chat}/start", start),
        web.post(f"{chat}/block", block),
        web.post(f"{chat}/unblock", unblock),
    ]


def chat_for(world: World, chat: Chat, person: Person) -> Json:
    """The chat as the person's list shows it."""
    messages = world.chats.messages[chat.key]
    last = messages[max(messages)] if messages else None
    shown: Json = {
        "id": chat.seen_as(),
        "type": chat.kind,
        "started": chat.started or not chat.private,
        "blocked": chat.blocked,
        "last_message": render_for_person(world, chat, last) if last else None,
        "pinned": chat.pinned,
        "keyboard": chat.keyboards.get(str(person.id)),
        "commands": _commands(world, chat, person),
    }
    return shown | (_private(world, chat, person) if chat.private else _group(world, chat))


def _private(world: World, chat: Chat, person: Person) -> Json:
    bot = world.bots.by_id[chat.bot_id]
    told = bot.json(person.language_code[:2])
    button = bot.menu_buttons.get(str(person.id)) or bot.menu_buttons.get("", {"type": "default"})
    if button["type"] == "default":
        button = {"type": "commands"}
    return {
        "title": told["first_name"],
        "username": told["username"],
        "bot": {name: told[name] for name in ("id", "first_name", "username")},
        "description": told["description"],
        "short_description": told["short_description"],
        "menu_button": button,
    }


def _group(world: World, chat: Chat) -> Json:
    people = [user for person_id in chat.members if (user := world.people.user(person_id))]
    bots = [world.bots.by_id[bot_id].user() for bot_id in chat.bots]
    return {"title": chat.title, "members": people + bots, "menu_button": {"type": "commands"}}


def _commands(world: World, chat: Chat, person: Person) -> list[Json]:
    return [
        {**command, "bot": world.bots.by_id[bot_id].username}
        for bot_id in ([chat.bot_id] if chat.private else chat.bots)
        for command in commands_for(world.bots.by_id[bot_id], chat, person.id, person.language_code)
    ]


async def chats(request: web.Request) -> web.Response:
    """`GET /api/people/{person}/chats`"""
    world, person = world_of(request), person_of(request)
    private = [world.chats.private(person.id, bot_id) for bot_id in world.bots.by_id]
    groups = [group for group in world.chats.groups() if person.id in group.members]
    found = [chat_for(world, chat, person) for chat in private + groups]
    found.sort(key=lambda chat: (chat["last_message"] or {"date": 0})["date"], reverse=True)
    return answer(found)


async def one_chat(request: web.Request) -> web.Response:
    """`GET /api/people/{person}/chats/{chat}`"""
    world, person, chat = chat_of(request)
    return answer(chat_for(world, chat, person))


async def history(request: web.Request) -> web.Response:
    """`GET /api/people/{person}/chats/{chat}/messages`"""
    world, _, chat = chat_of(request)
    limit = min(max(number(request, "limit", 50), 1), 500)
    before, after = number(request, "before"), number(request, "after")
    ids = sorted(world.chats.messages[chat.key])
    if before:
        ids = [known for known in ids if known < before]
    if "after" in request.query:
        ids = [known for known in ids if known > after]
        page = ids[:limit]
    else:
        page = ids[-limit:]
    shown = [render_for_person(world, chat, world.chats.messages[chat.key][known]) for known in page]
    return answer({"messages": shown, "more": len(page) < len(ids)})


async def start(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/chats/{chat}/start`"""
    world, person, chat = chat_of(request)
    payload = str((await body(request)).get("payload") or "")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", payload):
        raise PersonError(409, "A link's payload has up to 64 of A-Z, a-z, 0-9, _ and -.")
    if chat.blocked:
        set_blocked(world, person, chat, blocked=False)
    text = f"/start {payload}".strip()
    begin(world, chat)
    entities = [{"type": "bot_command", "offset": 0, "length": 6}]
    message = post(world, chat, person.user(), {"text": text, "entities": entities})
    tell_bots(world, chat, message)
    return answer(render_for_person(world, chat, message))


def begin(world: World, chat: Chat) -> None:
    """From now on the bot may write here."""
    if chat.private and not chat.started:
        chat.started = True
        world.chats.save(chat)
        world.tell(chat, "chat", {})


def set_blocked(world: World, person: Person, chat: Chat, *, blocked: bool) -> None:
    """Blocks or unblocks; the bot gets `my_chat_member` when something changes."""
    if not chat.private or chat.blocked == blocked:
        return
    chat.blocked = blocked
    world.chats.save(chat)
    bot = world.bots.by_id[chat.bot_id]
    statuses = ["member", "kicked"] if blocked else ["kicked", "member"]
    old, new = (_membership(bot, status) for status in statuses)
    update = {
        "chat": chat_json(world, chat),
        "from": person.user(),
        "date": world.clock.unix(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    world.updates(bot.id).push("my_chat_member", update, f"my member {chat.id}")
    world.tell(chat, "chat", {})


def _membership(bot: Bot, status: str) -> Json:
    """The ChatMember of the bot in a private chat."""
    forever = {"until_date": 0} if status == "kicked" else {}
    return {"user": bot.user(), "status": status, **forever}


async def block(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/chats/{chat}/block`"""
    world, person, chat = chat_of(request)
    set_blocked(world, person, chat, blocked=True)
    return answer(chat_for(world, chat, person))


async def unblock(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/chats/{chat}/unblock`"""
    world, person, chat = chat_of(request)
    set_blocked(world, person, chat, blocked=False)
    return answer(chat_for(world, chat, person))
