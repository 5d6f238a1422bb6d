"""The Bot API over HTTP: finds the bot and the method, calls it, puts the result into Telegram's envelope."""

import asyncio
import inspect
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from . import methods
from .bots import Bot
from .errors import Refusal, not_found, too_many_requests
from .faults import Fault
from .jsontypes import Json
from .params import Params, read_params
from .registry import METHODS, Call, Method
from .webhooks import start_webhook
from .world import World

WORLD = web.AppKey("world", World)
UPLOAD_LIMIT = 50 * 2**20
_HTML_502 = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body>\r\n</html>\r\n"
)


def routes() -> list[web.RouteDef]:
    """Everything under /bot… and /file/bot…."""
    return [
        web.route("*", "/bot{token}/{method}", handle_method),
        web.route("*", "/bot{token}", handle_nothing),
        web.get("/file/bot{token}/{path:.+}", handle_file),
    ]


def _answer(body: Json) -> web.Response:
    return web.json_response(body, status=body.get("error_code", 200))


def _bot(world: World, token: str) -> Bot:
    bot, new = world.bots.with_token(token)
    if new:
        world.live.publish_all("chat", {"chat": bot.id})
    if bot.webhook and bot.id not in world.webhooks:
        start_webhook(world, bot)
    return bot


async def handle_nothing(request: web.Request) -> web.Response:
    """A request that names no method."""
    return _answer(not_found().envelope())


async def handle_file(request: web.Request) -> web.Response:
    """The download of a file that getFile named."""
    world = request.app[WORLD]
    try:
        _bot(world, request.match_info["token"])
    except Refusal as refusal:
        return _answer(refusal.envelope())
    stored = world.files.at_path(request.match_info["path"])
    if stored is None:
        return _answer(not_found().envelope())
    return web.Response(body=world.files.content(stored), content_type="application/octet-stream")


async def handle_method(request: web.Request) -> web.StreamResponse:
    """One method call, with the faults that are switched on, recorded."""
    world = request.app[WORLD]
    started = time.monotonic()
    try:
        bot = _bot(world, request.match_info["token"])
        found = METHODS.get(request.match_info["method"].lower())
        if found is None:
            raise not_found("method not found")
        if (request.content_length or 0) > UPLOAD_LIMIT:
            raise Refusal(413, "Request Entity Too Large")
        params = await read_params(request)
    except Refusal as refusal:
        return _answer(refusal.envelope())
    return await _perform(request, Call(world, bot, params), found, started)


async def _perform(request: web.Request, call: Call, found: Method, started: float) -> web.StreamResponse:
    fault = call.world.faults.take(found.name)
    if found.name != "getUpdates" and (latency := call.world.faults.latency_s()):
        await asyncio.sleep(latency)
    record = _record(call, found)
    body = _failure(fault) or await perform(call, found)
    record["status"] = 0 if fault and fault.kind in ("hang", "close") else body.get("error_code", 200)
    record["response"], record["ms"] = body, round(1000 * (time.monotonic() - started), 1)
    return await _broken(request, fault, body) if fault else _answer(body)


async def perform(call: Call, found: Method) -> Json:
    """The envelope with the method's result or refusal."""
    try:
        result = found.handler(call)
        if inspect.isawaitable(result):
            result = await result
    except Refusal as refusal:
        return refusal.envelope()
    return {"ok": True, "result": result}


def _record(call: Call, found: Method) -> Json:
    record: Json = {
        "n": next(call.world.request_numbers),
        "at": datetime.now(UTC).isoformat(),
        "bot_id": call.bot.id,
        "method": found.name,
        "params": call.params.logged(),
        "files": {
            name: {"name": upload.name, "size": len(upload.content)}
            for name, upload in call.params.uploads.items()
        },
        "unknown": found.unknown(call.params),
        "status": None,
        "response": None,
    }
    (call.world.polls if found.name == "getUpdates" else call.world.requests).append(record)
    return record


def _failure(fault: Fault | None) -> Json | None:
    """The envelope of a call that a fault keeps from happening; None when it is to happen."""
    if fault is None or fault.kind in ("cut", "lost"):
        return None
    if fault.kind == "429":
        return too_many_requests(fault.retry_after).envelope()
    return Refusal(500 if fault.kind == "500" else 502, _words(fault.kind)).envelope()


def _words(kind: str) -> str:
    return "Internal Server Error" if kind == "500" else "Bad Gateway"


async def _broken(request: web.Request, fault: Fault, body: Json) -> web.StreamResponse:
    """What goes over the wire of a call with a fault."""
    if fault.kind in ("429", "500"):
        return _answer(body)
    if fault.kind == "502":
        return web.Response(status=502, text=_HTML_502, content_type="text/html")
    if fault.kind == "hang":
        await asyncio.sleep(3600)
    if fault.kind == "cut":
        whole = web.json_response(body).body
        assert isinstance(whole, bytes)  # noqa: S101 - json_response makes bytes
        response = web.StreamResponse(headers={"Content-Length": str(len(whole))})
        response.content_type = "application/json"
        await response.prepare(request)
        await response.write(whole[: len(whole) // 2])
        await asyncio.sleep(0.01)
    if request.transport:
        request.transport.close()
    with suppress(asyncio.CancelledError):
        await asyncio.sleep(0.05)
    return web.Response()


async def reply_in_webhook(world: World, bot: Bot, answer: Json) -> None:
    """Performs the method call that a webhook answered with; its result goes nowhere, as in Telegram."""
    values: dict[str, Any] = {name: value for name, value in answer.items() if name != "method"}
    name = str(answer["method"]).lower()
    found = METHODS.get(name)
    if found is None or name.startswith("get") or name in ("setwebhook", "deletewebhook", "logout", "close"):
        return
    call = Call(world, bot, Params(values))
    record = _record(call, found)
    record["response"] = await perform(call, found)
    record["status"] = record["response"].get("error_code", 200)


__all__ = ["WORLD", "methods", "perform", "reply_in_webhook", "routes"]
