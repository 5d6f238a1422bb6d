"""A person's own messages: sending, editing, deleting, reacting."""

from aiohttp import web

from ..errors import PersonError
from ..messages import changed, content_of, delete, render_for_person, tell_bots
from .http import answer, body, chat_of, message_of
from .say import contents, edited_content, reply_fields, say


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    messages = "/api/people/{person}/chats/{chat}/messages"
    return [
        web.post(messages, send),
        web.patch(f"{messages}/{{message}}", edit),
        web.delete(f"{messages}/{{message}}", remove),
        web.post(f"{messages}/{{message}}/reaction", react),
    ]


async def send(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/chats/{chat}/messages`"""
    world, person, chat = chat_of(request)
    said = await body(request)
    more = reply_fields(world, chat, said)
    return answer({"messages": say(world, person, chat, contents(world, person, said), more)}, 201)


async def edit(request: web.Request) -> web.Response:
    """`PATCH /api/people/{person}/chats/{chat}/messages/{message}`"""
    world, person, chat, message = message_of(request)
    if message["from"]["id"] != person.id or "forward_origin" in message or "via_bot" in message:
        raise PersonError(409, "Only one's own messages can be changed.")
    content = edited_content(world, message, await body(request))
    for name in content_of(message):
        message.pop(name)
    message |= content | {"edit_date": world.clock.unix()}
    changed(world, chat, message)
    tell_bots(world, chat, message, "edited_message")
    return answer(render_for_person(world, chat, message))


async def remove(request: web.Request) -> web.Response:
    """`DELETE /api/people/{person}/chats/{chat}/messages/{message}`"""
    world, person, chat, message = message_of(request)
    if not chat.private and message["from"]["id"] != person.id:
        raise PersonError(409, "Only one's own messages can be deleted in a group.")
    delete(world, chat, [message["message_id"]])
    return web.Response(status=204)


async def react(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/chats/{chat}/messages/{message}/reaction`"""
    world, person, chat, message = message_of(request)
    emoji = (await body(request)).get("emoji")
    before = message.get("_reactions", [])
    own = [{"by": person.id, "emoji": emoji}] if emoji else []
    message["_reactions"] = [given for given in before if given["by"] != person.id] + own
    changed(world, chat, message)
    shown = {"message_id": message["message_id"], "reactions": message["_reactions"]}
    world.tell(chat, "reaction", shown)
    update = {
        "chat": render_for_person(world, chat, message)["chat"],
        "message_id": message["message_id"],
        "user": person.user(),
        "date": world.clock.unix(),
        "old_reaction": [{"type": "emoji", "emoji": g["emoji"]} for g in before if g["by"] == person.id],
        "new_reaction": [{"type": "emoji", "emoji": g["emoji"]} for g in own],
    }
    for bot_id in [chat.bot_id] if chat.private else chat.bots:
        world.updates(bot_id).push("message_reaction", update, f"reaction {chat.id}")
    return answer(render_for_person(world, chat, message))
