"""Requests reach the server as Telegram wants them, and a fault never shows the token."""

import asyncio
import gc
import random
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram import Bot, InputFile, InputMediaDocument
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.transport import Transport, seconds_of

TOKEN = "123456:" + "S" * 35

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Answer], Awaitable[Bot]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """A server that answers as told, and a bot that talks to it."""
    runners: list[web.AppRunner] = []
    transport = Transport(read_timeout_s=0.5)
    await transport.initialize()

    async def start(answer: Answer) -> Bot:
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", answer)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        runners.append(runner)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        files = f"{base}/file/bot"
        return Bot(
            TOKEN, f"{base}/bot", base_file_url=files, request=transport, get_updates_request=transport
        )

    yield start
    await transport.shutdown()
    for runner in runners:
        await runner.cleanup()


async def test_parameters_are_sent_as_json(serve: Serve) -> None:
    got = {}

    async def answer(request: web.Request) -> web.Response:
        got.update(await request.json())
        return web.json_response({"ok": True, "result": True})

    bot = await serve(answer)
    await bot.answer_callback_query("17", "Išsaugota „gerai“ 👍")
    assert got == {"callback_query_id": "17", "text": "Išsaugota „gerai“ 👍"}


async def test_files_are_sent_as_a_form(serve: Serve) -> None:
    got: dict[str, bytes | str] = {}

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        for name, value in form.items():
            got[name] = value.file.read() if isinstance(value, web.FileField) else str(value)
        message = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}
        result = [message] if "media" in got else message
        return web.json_response({"ok": True, "result": result})

    bot = await serve(answer)
    sent = await bot.send_document(7, InputFile(b"a,b\n", filename="ataskaita.csv"), caption="ž")
    assert (sent.message_id, got["document"], got["caption"], got["chat_id"]) == (5, b"a,b\n", "ž", "7")
    await bot.send_media_group(7, [InputMediaDocument(b"1"), InputMediaDocument(b"2")])
    assert sorted(value for value in got.values() if value in (b"1", b"2")) == [b"1", b"2"]


async def test_file_is_fetched(serve: Serve) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=b"\x00\xff" if "/file/" in request.path else b"")

    bot = await serve(answer)
    assert await bot.request.retrieve(f"{bot.base_file_url}/a.bin") == b"\x00\xff"


@pytest.mark.parametrize(
    ("status", "parameters", "expected"),
    [
        (400, {}, BadRequest),
        (401, {}, InvalidToken),
        (403, {}, Forbidden),
        (409, {}, Conflict),
        (429, {"retry_after": 7}, RetryAfter),
        (500, {}, NetworkError),
    ],
)
async def test_refusals_keep_their_kind(
    serve: Serve, status: int, parameters: dict[str, int], expected: type[Exception]
) -> None:
    async def answer(request: web.Request) -> web.Response:
        body = {"ok": False, "error_code": status, "description": "no", "parameters": parameters}
        return web.json_response(body, status=status)

    bot = await serve(answer)
    with pytest.raises(expected) as raised:
        await bot.answer_callback_query("1")
    if isinstance(raised.value, RetryAfter):
        assert seconds_of(raised.value) == 7


async def _silent(request: web.Request) -> web.Response:
    await asyncio.sleep(30)
    return web.Response()


async def _closing(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def _half(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b'{"ok": tr')
    assert request.transport is not None
    request.transport.close()
    return response


async def _page(request: web.Request) -> web.Response:
    return web.Response(text="<html>Bad gateway, customer words</html>", status=502)


async def _no_json(request: web.Request) -> web.Response:
    return web.Response(text='{"ok": true, "result": {"text": "customer words"')


@pytest.mark.parametrize("answer", [_silent, _closing, _half, _page, _no_json])
async def test_faults_on_the_way_are_network_errors_without_contents(
    serve: Serve, answer: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    bot = await serve(answer)
    with pytest.raises(NetworkError) as raised:
        await bot.get_me()
    told = "".join(traceback.format_exception(raised.value)) + caplog.text
    assert "S" * 35 not in told
    if answer is not _page:
        assert "customer words" not in told
    if answer is _silent:
        assert isinstance(raised.value, TimedOut)


async def test_unreachable_server_is_a_network_error_without_the_token() -> None:
    transport = Transport()
    await transport.initialize()
    bot = Bot(TOKEN, "http://127.0.0.1:9/bot", request=transport, get_updates_request=transport)
    with pytest.raises(NetworkError) as raised:
        await bot.answer_callback_query("1")
    assert "S" * 35 not in "".join(traceback.format_exception(raised.value))
    await transport.shutdown()
    with pytest.raises(NetworkError):
        await bot.answer_callback_query("1")


async def test_number_of_a_sent_message_is_found(serve: Serve) -> None:
    results: list[object] = [{"message_id": 12, "text": "x"}, True, "odd"]

    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": results.pop(0)})

    bot = await serve(answer)
    assert isinstance(bot.request, Transport)
    url = f"{bot.base_url}/sendMessage"
    assert await bot.request.put(url, {"chat_id": 1, "text": "a"}) == 12
    assert await bot.request.put(url, {"chat_id": 1, "text": "a"}) is None
    with pytest.raises(NetworkError):
        await bot.request.put(url, {"chat_id": 1, "text": "a"})


async def test_requests_given_up_at_any_moment_leave_no_connection_behind(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        if ends.is_set():
            return web.json_response({"ok": True, "result": True})
        response = web.StreamResponse()
        await asyncio.sleep(0.004)
        await response.prepare(request)
        while request.transport is not None and not request.transport.is_closing():
            await response.write(b" " * 500)  # it never comes to an end
            await asyncio.sleep(0.004)
        return response

    bot = await serve(answer)
    await bot.request.shutdown()
    monkeypatch.setattr("bot.transport.CONNECTIONS", 25)
    await bot.request.initialize()
    loop, moments = asyncio.get_running_loop(), random.Random(3)
    gc.disable()  # or it would give back what was left behind
    try:
        for _ in range(4):
            asked = [asyncio.create_task(bot.answer_callback_query("1")) for _ in range(25)]
            for task in asked:
                loop.call_later(moments.uniform(0, 0.15), task.cancel)
            await asyncio.gather(*asked, return_exceptions=True)
            assert all(task.cancelled() for task in asked)
        ends.set()
        async with asyncio.timeout(2):
            answers = await asyncio.gather(*(bot.answer_callback_query("1") for _ in range(25)))
        assert answers == [True] * 25
    finally:
        gc.enable()
