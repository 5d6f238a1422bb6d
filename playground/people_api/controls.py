"""The clock, the record of requests and the faults."""

from aiohttp import web

from .http import answer, body, number, whole, world_of

_LONGEST_S = 60.0


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    return [
        web.get("/api/clock", clock),
        web.post("/api/clock", move_clock),
        web.get("/api/requests", requests),
        web.get("/api/faults", faults),
        web.post("/api/faults", set_faults),
        web.delete("/api/faults", clear_faults),
    ]


async def clock(request: web.Request) -> web.Response:
    """`GET /api/clock`"""
    found = world_of(request).clock
    if "after" not in request.query:
        return answer(found.state())
    timeout_s = min(max(float(whole(request.query.get("timeout", 25), "timeout")), 0.0), _LONGEST_S)
    return answer(await found.changed_after(number(request, "after"), timeout_s))


async def move_clock(request: web.Request) -> web.Response:
    """`POST /api/clock`"""
    world = world_of(request)
    state = world.clock.move(await body(request))
    world.live.publish_all("clock", state)
    return answer(state)


async def requests(request: web.Request) -> web.Response:
    """`GET /api/requests`"""
    world, after, limit = world_of(request), number(request, "after"), number(request, "limit", 1000)
    wanted = request.query.get("method", "")
    kept = world.polls if wanted == "getUpdates" else world.requests
    found = [record for record in kept if record["n"] > after and wanted in ("", record["method"])][:limit]
    last = found[-1]["n"] if found else after
    return answer({"requests": found, "last": last})


async def faults(request: web.Request) -> web.Response:
    """`GET /api/faults`"""
    return answer(world_of(request).faults.json())


async def set_faults(request: web.Request) -> web.Response:
    """`POST /api/faults`"""
    return answer(world_of(request).faults.merge(await body(request)))


async def clear_faults(request: web.Request) -> web.Response:
    """`DELETE /api/faults`"""
    world_of(request).faults.clear()
    return answer(world_of(request).faults.json())
