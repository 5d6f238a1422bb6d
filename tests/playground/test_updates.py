"""getUpdates: confirming, waiting, conflicts, what is asked for, and restarts."""

import asyncio
import time
from pathlib import Path

import aiohttp
import pytest

from playground.server import start
from playground.testing import BotClient, Failed, Phone


async def test_unconfirmed_updates_come_again(bot: BotClient, ona: Phone) -> None:
    await ona.say("one")
    await ona.say("two")
    first = await bot.updates()
    assert [update["message"]["text"] for update in first] == ["one", "two"]
    assert await bot.updates() == first
    assert await bot.updates(first[0]["update_id"]) == first


async def test_an_offset_confirms_what_is_below_it(bot: BotClient, ona: Phone) -> None:
    for text in "abc":
        await ona.say(text)
    ids = [update["update_id"] for update in await bot.updates()]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert [u["message"]["text"] for u in await bot.updates(ids[1])] == ["b", "c"]
    assert [u["message"]["text"] for u in await bot.updates()] == ["b", "c"]
    assert [u["message"]["text"] for u in await bot.updates(-1)] == ["c"]
    assert len(await bot.updates()) == 1
    await bot.updates(ids[2] + 1)
    await ona.say("d")
    assert (await bot.updates())[0]["update_id"] == ids[2] + 1


async def test_limit_takes_the_oldest(bot: BotClient, ona: Phone) -> None:
    for text in "abc":
        await ona.say(text)
    assert [u["message"]["text"] for u in await bot.updates(limit=2)] == ["a", "b"]


@pytest.mark.alone
async def test_a_waiting_poll_wakes_at_once(bot: BotClient, ona: Phone) -> None:
    poll = asyncio.create_task(bot.updates(timeout=20))
    await asyncio.sleep(0.1)
    said_at = time.monotonic()
    await ona.say("now")
    assert (await poll)[0]["message"]["text"] == "now"
    assert time.monotonic() - said_at < 0.2


@pytest.mark.alone
async def test_a_waiting_poll_ends_empty(bot: BotClient) -> None:
    started = time.monotonic()
    assert await bot.updates(timeout=1) == []
    assert 0.9 < time.monotonic() - started < 2


async def test_a_second_poller_ends_the_first(bot: BotClient, ona: Phone) -> None:
    first = asyncio.create_task(bot.updates(timeout=20))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(bot.updates(timeout=20))
    with pytest.raises(Failed) as refused:
        await first
    assert refused.value.said == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    await ona.say("still there")
    assert len(await second) == 1


async def test_allowed_updates_are_remembered(bot: BotClient, ona: Phone) -> None:
    await bot.updates(allowed_updates=["callback_query", "message_reaction"])
    message = await ona.say("nobody hears this")
    await ona.ask("POST", f"{ona.place}/messages/{message['message_id']}/reaction", {"emoji": "👍"})
    assert ["message_reaction" in update for update in await bot.updates()] == [True]
    await bot.updates(allowed_updates=[])
    await ona.say("everyone again")
    await ona.ask("POST", f"{ona.place}/messages/{message['message_id']}/reaction", {"emoji": "🔥"})
    assert [u.get("message", {}).get("text") for u in await bot.take()] == [None, "everyone again"]


async def test_each_token_is_its_own_bot(bot: BotClient, ona: Phone, session: aiohttp.ClientSession) -> None:
    other = BotClient(bot.url, session, "777:" + "b" * 35)
    me = await other("getMe")
    assert (me["id"], me["is_bot"]) == (777, True)
    assert me["username"] != (await bot("getMe"))["username"]
    await ona.say("to the first")
    assert await other.updates() == []
    bots = await ona.ask("GET", "/api/bots")
    assert [known["id"] for known in bots] == [bot.id, 777]


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot123456:wrong/getMe", 401, "Unauthorized"),
        (f"/bot123456:{'Z' * 35}/getMe", 401, "Unauthorized"),
        (f"/bot123456:{'A' * 35}/getNothing", 404, "Not Found: method not found"),
        (f"/bot123456:{'A' * 35}", 404, "Not Found"),
        (f"/file/bot123456:{'A' * 35}/photos/nothing.jpg", 404, "Not Found"),
    ],
)
async def test_wrong_addresses_answer_as_telegram(
    bot: BotClient, session: aiohttp.ClientSession, path: str, code: int, words: str
) -> None:
    async with session.get(bot.url + path) as response:
        assert await response.json() == {"ok": False, "error_code": code, "description": words}
        assert response.status == code


async def test_a_restart_loses_nothing(tmp_path: Path, session: aiohttp.ClientSession) -> None:
    async with start(port=0, data=tmp_path) as server:
        bot = BotClient(server.url, session)
        await bot("setMyCommands", commands=[{"command": "help", "description": "Help"}])
        ona = Phone(server.url, session, 7001, bot.id)
        await ona.ask("POST", "/api/people", {"id": 7001, "first_name": "Ona"})
        await ona.start()
        await ona.send_file("document", b"bytes", name="a.txt")
        await ona.ask("POST", "/api/clock", {"by_s": 86400})
        before, history = await bot.updates(), await ona.history()
        clock = await ona.ask("GET", "/api/clock")
    async with start(port=0, data=tmp_path) as server:
        bot, ona = BotClient(server.url, session), Phone(server.url, session, 7001, bot.id)
        assert await bot.updates() == before
        assert await ona.history() == history
        assert (await ona.ask("GET", "/api/clock"))["version"] == clock["version"]
        assert await bot("getMyCommands") == [{"command": "help", "description": "Help"}]
        path = (await bot("getFile", file_id=history[1]["document"]["file_id"]))["file_path"]
        async with session.get(f"{bot.url}/file/bot{bot.token}/{path}") as response:
            assert await response.read() == b"bytes"
        await bot.take()
        assert (await ona.say("later"))["message_id"] == history[-1]["message_id"] + 1
        assert (await bot.updates())[0]["update_id"] == before[-1]["update_id"] + 1
