"""The live feed over Server-Sent Events."""

import json

from aiohttp import web

from ..jsontypes import Json
from ..live import Live
from .http import person_of, world_of

_QUIET_S = 15.0


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    return [web.get("/api/people/{person}/live", feed)]


def _frame(live: Live, number: int, name: str, data: Json) -> bytes:
    return (
        f"id: {live.run}-{number}\nevent: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
    )


async def feed(request: web.Request) -> web.StreamResponse:
    """`GET /api/people/{person}/live`"""
    live, person = world_of(request).live, person_of(request)
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    last_id = request.headers.get("Last-Event-ID") or request.query.get("last_event_id", "")
    start = live.start(person.id, last_id)
    number = live.last(person.id) if start is None else start
    await response.write(b": open\n\n" if start is not None else _frame(live, number, "reset", {}))
    while not live.closed:
        events = await live.after(person.id, number, _QUIET_S)
        try:
            if not events:
                await response.write(b": quiet\n\n")
            for event in events:
                await response.write(_frame(live, event.number, event.name, event.data))
                number = event.number
        except ConnectionError:
            break
    return response
