"""Inline queries: typing `@bot …`, and choosing one of the results."""

from typing import Any

from aiohttp import web

from ..errors import PersonError
from ..formatted import caption, message_text
from ..jsontypes import Json
from ..messages import post as post_message
from ..messages import render_for_person, tell_bots
from ..methods.media import media_fields
from ..world import World
from .chats import begin
from .http import answer, body, chat_seen, person_of, whole, world_of


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    return [
        web.post("/api/people/{person}/inline", ask),
        web.get("/api/people/{person}/inline/{query}", results),
        web.post("/api/people/{person}/inline/{query}/choose", choose),
    ]


async def ask(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/inline`"""
    world, person, said = world_of(request), person_of(request), await body(request)
    bot_id = whole(said.get("bot"), "bot")
    if bot_id not in world.bots.by_id:
        raise PersonError(404, f"There is no bot {bot_id}.")
    text = str(said.get("query", ""))[:256]
    query = world.queries.ask("inline", bot_id, person.id, {"query": text})
    update = {"id": query.id, "from": person.user(), "query": text, "offset": str(said.get("offset") or "")}
    if said.get("chat"):
        chat = chat_seen(world, person, said["chat"])
        kind = chat.kind if not chat.private else "sender" if chat.bot_id == bot_id else "private"
        update["chat_type"] = kind
    world.updates(bot_id).push("inline_query", update, f"inline {person.id}")
    return answer({"query_id": query.id}, 202)


async def results(request: web.Request) -> web.Response:
    """`GET /api/people/{person}/inline/{query}`"""
    world, person = world_of(request), person_of(request)
    query = world.queries.of_person("inline", person.id, request.match_info["query"])
    shown = query.answer or {"results": [], "next_offset": "", "button": None}
    return answer({"answered": query.answer is not None, **shown})


async def choose(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/inline/{query}/choose`"""
    world, person, said = world_of(request), person_of(request), await body(request)
    query = world.queries.of_person("inline", person.id, request.match_info["query"])
    chosen = [item for item in (query.answer or {}).get("results", []) if item["id"] == said.get("result_id")]
    if not chosen:
        raise PersonError(409, "There is no such result.")
    chat = chat_seen(world, person, said.get("chat", query.bot_id))
    if chat.blocked:
        raise PersonError(409, "The bot is blocked; unblock it first.")
    begin(world, chat)
    more: Json = {"via_bot": world.bots.by_id[query.bot_id].user()}
    if chosen[0].get("reply_markup"):
        more |= {"reply_markup": chosen[0]["reply_markup"], "_inline_id": f"inline{query.id}"}
    message = post_message(world, chat, person.user(), _content(world, chosen[0]), **more)
    tell_bots(world, chat, message)
    update = {"result_id": chosen[0]["id"], "from": person.user(), "query": query.about["query"]}
    if "_inline_id" in more:
        update["inline_message_id"] = more["_inline_id"]
    world.updates(query.bot_id).push("chosen_inline_result", update, f"chosen {person.id}")
    return answer({"messages": [render_for_person(world, chat, message)]}, 201)


def _content(world: World, item: Json) -> Json:
    content = item.get("input_message_content")
    if content:
        return _given_content(world, content)
    for kind in ("photo", "document", "voice", "audio", "video", "sticker"):
        stored = world.files.find(str(item.get(f"{kind}_file_id", "")))
        if stored and stored.kind == kind:
            mode, entities = item.get("parse_mode") or "", item.get("caption_entities")
            said = caption(item.get("caption") or "", mode, entities, world.people.user)
            return media_fields(stored, item) | said.fields("caption")
    return _given_content(world, item)


def _given_content(world: World, content: Json) -> Json:
    if "message_text" in content:
        mode: Any = content.get("parse_mode") or ""
        return message_text(
            content["message_text"], mode, content.get("entities"), world.people.user
        ).fields()
    if "phone_number" in content:
        known = ("phone_number", "first_name", "last_name", "vcard")
        return {"contact": {name: content[name] for name in known if content.get(name)}}
    if "latitude" in content:
        where = {"latitude": content["latitude"], "longitude": content["longitude"]}
        if "address" in content:
            return {"location": where, "venue": {"location": where, **_named(content)}}
        return {"location": where}
    raise PersonError(409, "This stand-in can't send that kind of result.")


def _named(content: Json) -> Json:
    return {name: content[name] for name in ("title", "address")}
