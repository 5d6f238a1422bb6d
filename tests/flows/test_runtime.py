"""The way of an update through the machinery: kept, handled in order, answered once."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp
import pytest

from bot import ratelimit
from bot.config import WebhookSettings
from bot.incoming.shapes import Update
from core.actions.work import Work
from core.storage import inbox
from core.storage.database import Database
from core.storage.inbox import Received
from playground.server import Playground
from playground.testing import Phone
from tests.flows.conftest import Running, post, rows_of, said, texts, update_of
from tests.flows.echo import FACE, echo
from tests.flows.office import BOT_ID, TOKEN

People = Callable[[int], Phone]


async def test_message_is_answered(running: Running, phone: People, database_url: str) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url):
        await ona.say("labas")
        assert await said(ona, 2) == ["echo /start", "echo labas"]


async def test_messages_of_a_chat_are_answered_in_order(
    running: Running, phone: People, database_url: str
) -> None:
    people = [phone(7001 + number) for number in range(5)]
    for person in people:
        await person.start()
    async with running(database_url):
        for number in range(8):
            await asyncio.gather(*(person.say(str(number)) for person in people))
        expected = ["echo /start", *(f"echo {number}" for number in range(8))]
        for person in people:
            assert await said(person, 9) == expected


async def test_two_processes_share_the_work_in_order(
    running: Running, phone: People, postgresql_url: str
) -> None:
    people = [phone(7001 + number) for number in range(3)]
    hook = WebhookSettings("http://127.0.0.1:9/nobody-listens", "127.0.0.1:0", "secret")
    both = running(postgresql_url, webhook=hook), running(postgresql_url, webhook=hook)
    async with both[0] as first, both[1] as second:
        for person in people:
            await person.start()
        for number in range(10):
            process = (first, second)[number % 2]
            updates = [update_of(person.person, number, f"{number}") for person in people]
            await process.intake.keep(updates)
        expected = [f"echo {number}" for number in range(10)]
        for person in people:
            assert await said(person, 10) == expected


@pytest.mark.alone
async def test_one_who_floods_is_worked_off_in_order_and_slows_nobody_else(
    running: Running, phone: People, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ratelimit, "PERSON_BURST", 5.0)
    monkeypatch.setattr(ratelimit, "PERSON_PER_S", 40.0)
    flooder, other = phone(7001), phone(7002)
    for person in (flooder, other):
        await person.start()
    async with running(sqlite_url) as application:
        began = time.monotonic()
        for number in range(60):
            await application.intake.keep([update_of(7001, number, f"{number}")])
        await other.say("labas")
        assert await said(other, 2) == ["echo /start", "echo labas"]
        waiting = rows_of(sqlite_url, "SELECT 1 FROM inbox WHERE chat_id = 7001 AND done_at IS NULL")
        assert len(waiting) > 20
        answers = await said(flooder, 61)
        assert time.monotonic() - began > 1.0
        assert [answer for answer in answers if "/" not in answer] == [f"echo {n}" for n in range(60)]


async def test_update_that_comes_again_has_one_effect(
    running: Running, phone: People, database_url: str, http: aiohttp.ClientSession, telegram: Playground
) -> None:
    ona = phone(7001)
    await ona.start()
    async with http.get(f"{telegram.url}/api/bots/{BOT_ID}/updates") as answer:
        update = (await answer.read()).strip()[1:-1]
    async with running(database_url) as application:
        await said(ona, 1)
        await application.intake.keep([update, update])
        await ona.say("end")
        assert await said(ona, 2) == ["echo /start", "echo end"]
    assert rows_of(database_url, "SELECT count(*) FROM inbox") == [(2,)]


async def test_what_waits_at_the_start_is_worked_off(
    running: Running, phone: People, database: Database, database_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    kept = [Received(9000 + number, 7001, update_of(7001, number, f"{number}").decode()) for number in (1, 2)]
    with database.writing() as session:
        inbox.store(session.connection(), BOT_ID, kept, datetime.now(UTC))
    async with running(database_url):
        assert (await said(ona, 3))[:2] == ["echo 1", "echo 2"]


async def test_letters_that_wait_are_sent_in_order(
    running: Running, phone: People, database: Database, database_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url):
        await said(ona, 1)
        post(database, 7001, "one", "two")  # as the command line might
        assert await said(ona, 3) == ["echo /start", "echo one", "echo two"]
    post(database, 7001, "three", "four")  # as a process that is killed leaves them
    async with running(database_url):
        assert (await said(ona, 5))[3:] == ["echo three", "echo four"]


async def test_refusal_is_told_and_leaves_no_other_trace(
    running: Running, phone: People, database_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url):
        await said(ona, 1)
        await ona.say("refuse")
        assert (await said(ona, 2))[1] == "refused error-not-allowed {'what': 'refuse'}"
    assert rows_of(database_url, "SELECT count(*) FROM inbox WHERE done_at IS NULL") == [(0,)]


async def test_tap_is_answered_with_words_after_its_commit(
    running: Running, phone: People, sqlite_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        card = await ona.wait_for(lambda message: message["from"]["id"] == BOT_ID)
        async with ona.live() as feed:
            query = await ona.press(card["message_id"], "tap")
            _, answer = await feed.next("callback_answer")
        assert (answer["query_id"], answer["text"]) == (query, "tapped lt")


async def test_tap_is_answered_after_a_second_while_its_work_lasts(
    running: Running, phone: People, sqlite_url: str
) -> None:
    def slow(update: Update, work: Work) -> None:
        if update.callback_query is not None:
            time.sleep(1.5)
        echo(update, work)

    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url, replace(FACE, handle=slow)):
        card = await ona.wait_for(lambda message: message["from"]["id"] == BOT_ID)
        async with ona.live() as feed:
            await ona.press(card["message_id"], "tap")
            _, answer = await feed.next("callback_answer", timeout_s=3)
        assert not answer["text"]
        await ona.say("after")  # the second answer was refused, which is harmless
        assert (await said(ona, 2))[-1] == "echo after"


async def test_edited_message_is_handled(running: Running, phone: People, sqlite_url: str) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        message = await ona.say("frist")
        await said(ona, 2)
        await ona.edit(message["message_id"], text="first")
        assert (await said(ona, 3))[-1] == "echo first"


async def test_commands_are_offered_by_language_to_strangers(
    running: Running, phone: People, sqlite_url: str, http: aiohttp.ClientSession, telegram: Playground
) -> None:
    async with running(sqlite_url):
        for language in ("", "lt", "en"):
            body = {"language_code": language}
            found: list[dict[str, str]] = []
            while not found:
                async with http.post(f"{telegram.url}/bot{TOKEN}/getMyCommands", json=body) as answer:
                    found = (await answer.json())["result"]
            assert found == [{"command": "start", "description": f"nobody {language or 'lt'}"}]


async def test_webhook_of_an_earlier_life_is_removed_before_polling(
    running: Running, phone: People, sqlite_url: str, http: aiohttp.ClientSession, telegram: Playground
) -> None:
    body = {"url": "http://127.0.0.1:9/gone"}
    async with http.post(f"{telegram.url}/bot{TOKEN}/setWebhook", json=body):
        pass
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        assert await said(ona, 1) == ["echo /start"]


async def test_a_server_is_asked_for_no_more_than_the_bot_needs(
    running: Running, phone: People, sqlite_url: str, http: aiohttp.ClientSession, telegram: Playground
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        await said(ona, 1)
        await ona.edit((await ona.say("one"))["message_id"], text="two")
        await said(ona, 3)
    async with http.get(f"{telegram.url}/api/requests", params={"limit": 1000}) as answer:
        asked = {request["method"] for request in (await answer.json())["requests"]}
    assert asked == {"getMe", "setMyCommands", "sendMessage"}, "others may not know more"


async def test_nothing_that_was_said_is_in_the_log(
    running: Running, phone: People, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        for word in ("break", "html", "card", "refuse", "secretword"):
            await ona.say(word)
        await said(ona, 5)
        assert len(await texts(ona)) >= 5
    told = "\n".join(record.getMessage() for record in caplog.records)
    assert "secretword" not in told
    assert "about break" not in told
    assert TOKEN not in told
    assert "A" * 35 not in told
