"""People and bots: who there is."""

from aiohttp import web

from ..errors import PersonError
from .http import answer, body, person_of, whole, world_of


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    return [
        web.get("/api/people", people),
        web.post("/api/people", put_person),
        web.get("/api/people/{person}", person),
        web.patch("/api/people/{person}", change_person),
        web.get("/api/bots", bots),
        web.patch("/api/bots/{bot}", change_bot),
        web.get("/api/bots/{bot}/updates", pending_updates),
    ]


async def people(request: web.Request) -> web.Response:
    """`GET /api/people`"""
    return answer([person.json() for person in world_of(request).people.by_id.values()])


async def put_person(request: web.Request) -> web.Response:
    """`POST /api/people`"""
    world = world_of(request)
    found, new = world.people.put(await body(request))
    world.live.publish_all("people", {})
    return answer(found.json(), 201 if new else 200)


async def person(request: web.Request) -> web.Response:
    """`GET /api/people/{person}`"""
    return answer(person_of(request).json())


async def change_person(request: web.Request) -> web.Response:
    """`PATCH /api/people/{person}`"""
    world, known = world_of(request), person_of(request)
    found, _ = world.people.put({**(await body(request)), "id": known.id})
    world.live.publish_all("people", {})
    return answer(found.json())


async def bots(request: web.Request) -> web.Response:
    """`GET /api/bots`"""
    return answer([bot.json() for bot in world_of(request).bots.by_id.values()])


def _bot_id(request: web.Request) -> int:
    bot_id = whole(request.match_info["bot"], "bot")
    if bot_id not in world_of(request).bots.by_id:
        raise PersonError(404, f"There is no bot {bot_id}.")
    return bot_id


async def change_bot(request: web.Request) -> web.Response:
    """`PATCH /api/bots/{bot}`"""
    world, change = world_of(request), await body(request)
    bot = world.bots.by_id[_bot_id(request)]
    if set(change) != {"privacy"} or not isinstance(change["privacy"], bool):
        raise PersonError(400, 'Only {"privacy": true or false} can be changed here.')
    bot.privacy = change["privacy"]
    world.bots.save(bot)
    return answer(bot.json())


async def pending_updates(request: web.Request) -> web.Response:
    """`GET /api/bots/{bot}/updates`"""
    pending = world_of(request).updates(_bot_id(request)).pending
    return answer([pending[update_id].update for update_id in sorted(pending)])
