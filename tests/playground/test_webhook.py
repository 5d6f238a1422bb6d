"""Webhooks: the secret, retries, order, answers with a method call; and faults on purpose."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from playground.testing import BotClient, Failed, Phone


@dataclass
class Receiver:
    """A bot's own little server: remembers what came, answers with what is queued, else 200."""

    url: str = ""
    got: list[tuple[str | None, Any]] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.Response:
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return self.answers.pop(0) if self.answers else web.Response()

    async def wait(self, count: int) -> list[Any]:
        async with asyncio.timeout(5):
            while len(self.got) < count:  # noqa: ASYNC110 - a test's patience
                await asyncio.sleep(0.01)
        return [body for _, body in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_post("/hook", made.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_updates_come_with_the_secret_and_again_after_a_failure(
    bot: BotClient, ona: Phone, receiver: Receiver
) -> None:
    await ona.ask("POST", "/api/faults", {"webhook_retry_s": 0.01})
    receiver.answers = [web.Response(status=500), web.Response(status=302), web.Response(status=201)]
    await ona.say("before")
    await bot("setWebhook", url=receiver.url, secret_token="s3cret-_")
    await ona.say("after")
    bodies = await receiver.wait(4)
    assert [body["message"]["text"] for body in bodies] == ["before"] * 3 + ["after"]
    assert {secret for secret, _ in receiver.got} == {"s3cret-_"}
    info = await bot("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == (receiver.url, 40)
    assert info["last_error_message"].startswith("Wrong response from the webhook: 302")
    async with asyncio.timeout(2):
        while (await bot("getWebhookInfo"))["pending_update_count"]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_polling_and_webhook_exclude_each_other(bot: BotClient, ona: Phone, receiver: Receiver) -> None:
    poll = asyncio.create_task(bot.updates(timeout=20))
    await asyncio.sleep(0.05)
    await bot("setWebhook", url=receiver.url)
    with pytest.raises(Failed, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Failed) as refused:
        await bot.updates()
    assert (refused.value.status, refused.value.words) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )
    await bot("deleteWebhook")
    await ona.say("by polling again")
    assert len(await bot.take()) == 1
    assert receiver.got == []


async def test_the_answer_may_call_a_method(bot: BotClient, ona: Phone, receiver: Receiver) -> None:
    reply = {"method": "sendMessage", "chat_id": 7001, "text": "by answer"}
    receiver.answers = [web.json_response(reply)]
    await bot("setWebhook", url=receiver.url)
    await ona.say("hello")
    await ona.wait_for(lambda message: message.get("text") == "by answer")


async def test_wrong_webhooks_are_refused(bot: BotClient) -> None:
    with pytest.raises(Failed, match="secret token contains unallowed characters"):
        await bot("setWebhook", url="http://127.0.0.1:1/x", secret_token="ą")
    with pytest.raises(Failed, match="bad webhook"):
        await bot("setWebhook", url="nonsense")


async def test_drop_pending_updates(bot: BotClient, ona: Phone) -> None:
    await ona.say("forgotten")
    await bot("deleteWebhook", drop_pending_updates=True)
    assert await bot.updates() == []


async def test_faults_come_as_ordered(bot: BotClient, ona: Phone) -> None:
    faults = [
        {"kind": "429", "retry_after": 7},
        {"kind": "500"},
        {"kind": "lost"},
        {"kind": "cut"},
        {"kind": "close"},
    ]
    await ona.ask("POST", "/api/faults", {"next": faults})
    with pytest.raises(Failed) as refused:
        await bot("sendMessage", chat_id=7001, text="429")
    assert refused.value.said["parameters"] == {"retry_after": 7}
    assert refused.value.words == "Too Many Requests: retry after 7"
    with pytest.raises(Failed) as refused:
        await bot("sendMessage", chat_id=7001, text="500")
    assert refused.value.status == 500
    for text in ("lost", "cut", "close"):
        with pytest.raises(aiohttp.ClientError):
            await bot("sendMessage", chat_id=7001, text=text)
    await bot("sendMessage", chat_id=7001, text="well again")
    assert [m["text"] for m in await ona.history()] == ["/start", "lost", "cut", "well again"]


async def test_a_bad_gateway_is_html_and_hanging_hangs(
    bot: BotClient, ona: Phone, session: aiohttp.ClientSession
) -> None:
    await ona.ask("POST", "/api/faults", {"next": [{"kind": "502", "methods": ["getme"]}, {"kind": "hang"}]})
    async with session.get(f"{bot.url}/bot{bot.token}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot("getMe"), 0.1)
    await ona.ask("DELETE", "/api/faults")
    await bot("getMe")


async def test_flood_limits_when_switched_on(bot: BotClient, ona: Phone) -> None:
    await ona.ask("POST", "/api/faults", {"limits": True})
    for number in range(5):
        await bot("sendMessage", chat_id=7001, text=str(number))
    with pytest.raises(Failed) as refused:
        await bot("sendMessage", chat_id=7001, text="too much")
    assert 1 <= refused.value.said["parameters"]["retry_after"] <= 5


async def test_requests_are_recorded(bot: BotClient, ona: Phone) -> None:
    last = (await ona.ask("GET", "/api/requests"))["last"]
    form = aiohttp.FormData({"chat_id": "7001", "colour": "red", "caption_entities": "[]"})
    form.add_field("document", b"12345", filename="a.txt")
    await bot("sendDocument", form)
    found = (await ona.ask("GET", "/api/requests", after=last))["requests"]
    assert len(found) == 1
    assert found[0]["files"] == {"document": {"name": "a.txt", "size": 5}}
    assert (found[0]["unknown"], found[0]["params"]["caption_entities"]) == (["colour"], [])
    assert found[0]["response"]["result"]["document"]["file_name"] == "a.txt"
