"""When Telegram, a person or we go wrong: nothing is lost, others go on, it recovers by itself."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from playground.server import Playground
from playground.testing import Phone
from tests.flows.conftest import Running, appears, post, rows_of, said, texts
from tests.flows.office import BOT_ID, TOKEN

People = Callable[[int], Phone]
Faults = Callable[..., Awaitable[None]]


async def test_poison_is_set_aside_and_the_rest_goes_on(
    running: Running, phone: People, database_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url):
        await ona.say("break")
        await ona.say("after")
        answers = await said(ona, 3)
    assert answers[:2] == ["echo /start", "echo after"]
    fault = answers[2].split()
    assert fault[0] == "fault"
    assert len(fault[1]) == 6
    found = rows_of(database_url, "SELECT attempts, error FROM inbox WHERE failed_at IS NOT NULL")
    assert found == [(3, "LookupError")]
    assert rows_of(database_url, "SELECT count(*) FROM outbox WHERE payload LIKE '%break%'") == [(0,)]


async def test_update_that_breaks_its_whole_transaction_is_set_aside(
    running: Running, phone: People, database_url: str
) -> None:
    ona, petras = phone(7001), phone(7002)
    await ona.start()
    await petras.start()
    async with running(database_url):
        await asyncio.gather(ona.say("flush"), petras.say("me"))
        await ona.say("after")
        answers = await said(ona, 3)
        assert await said(petras, 2) == ["echo /start", "echo me"]
    assert answers[:2] == ["echo /start", "echo after"]
    assert answers[2].startswith("fault ")
    found = rows_of(database_url, "SELECT attempts, error FROM inbox WHERE failed_at IS NOT NULL")
    assert found == [(3, "IntegrityError")]


async def test_update_of_an_unknown_shape_is_set_aside_at_once(
    running: Running, phone: People, database_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url) as application:
        await said(ona, 1)
        odd = b'{"update_id": 99999, "message": {"message_id": "x", "date": {}, "chat": {"id": 7001}}}'
        shapeless = b'{"update_id": 99998, "message": 17}'
        await application.intake.keep([odd, shapeless, b"[]", b"\xff"])
        await ona.say("after")
        assert (await said(ona, 3))[-1] == "echo after"
    found = rows_of(
        database_url, "SELECT update_id, attempts FROM inbox WHERE failed_at IS NOT NULL ORDER BY 1"
    )
    assert [row[0] for row in found] == [99998, 99999]
    assert {row[1] for row in found} == {1}


@pytest.mark.parametrize("kind", ["500", "502", "close", "cut", "lost"])
async def test_letter_is_sent_again_after_a_fault(
    running: Running, phone: People, sqlite_url: str, faults: Faults, kind: str
) -> None:
    ona, petras = phone(7001), phone(7002)
    await ona.start()
    await petras.start()
    async with running(sqlite_url):
        await said(ona, 1)
        await said(petras, 1)
        await faults("sendMessage", kind=kind)
        await ona.say("one")
        await ona.say("two")
        await petras.say("me")
        assert (await said(petras, 2, 1.0))[-1] == "echo me"
        await ona.wait_for(lambda message: message["text"] == "echo two")
        answers = await texts(ona)
    assert list(dict.fromkeys(answers)) == ["echo /start", "echo one", "echo two"]
    assert rows_of(sqlite_url, "SELECT count(*) FROM outbox WHERE sent_at IS NULL") == [(0,)]


async def test_flood_limit_of_one_chat_is_kept_without_holding_up_others(
    running: Running, phone: People, database_url: str, faults: Faults
) -> None:
    ona, petras = phone(7001), phone(7002)
    await ona.start()
    await petras.start()
    async with running(database_url):
        await said(ona, 1)
        await said(petras, 1)
        await faults("sendMessage", kind="429", retry_after=2)
        loop = asyncio.get_running_loop()
        began = loop.time()
        await ona.say("one")
        await asyncio.sleep(0.3)
        await ona.say("two")
        await petras.say("me")
        assert (await said(petras, 2, 1.0))[-1] == "echo me"
        assert (await said(ona, 3))[1:] == ["echo one", "echo two"]
        assert loop.time() - began > 1.9


async def test_blocked_bot_gives_up_and_remembers(
    running: Running, phone: People, database_url: str, http: aiohttp.ClientSession
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url) as application:
        await said(ona, 1)
        insert = "INSERT INTO members (name, role, telegram_id) VALUES ('Ona', 'rep', 7001)"
        with application.database.writing() as session:
            session.connection().exec_driver_sql(insert)
        await ona.ask("POST", f"{ona.place}/block")
        post(application.database, 7001, "one")
        ((error,),) = await appears(database_url, "SELECT error FROM outbox WHERE failed_at IS NOT NULL")
        assert "blocked" in error
    assert rows_of(database_url, "SELECT name FROM members WHERE blocked_at IS NOT NULL") == [("Ona",)]


async def test_letter_follows_a_group_to_its_supergroup(
    running: Running, phone: People, database_url: str
) -> None:
    ona = phone(7001)
    said = {"title": "Team", "type": "group", "members": [7001], "bots": [BOT_ID]}
    group = await ona.ask("POST", "/api/groups", said)
    above = await ona.ask("POST", f"/api/groups/{group['id']}/upgrade")
    there = Phone(ona.url, ona._session, 7001, above["id"])
    async with running(database_url) as application:
        post(application.database, group["id"], "one", "two")
        await there.wait_for(lambda message: message.get("text") == "echo two")
    written = rows_of(
        database_url, "SELECT chat_id, message_id FROM outbox WHERE sent_at IS NOT NULL ORDER BY id"
    )
    heard = [message for message in await there.history() if message.get("text", "").startswith("echo")]
    assert written == [(above["id"], message["message_id"]) for message in heard]
    assert [message["text"] for message in heard] == ["echo one", "echo two"]


async def test_html_that_telegram_refuses_arrives_as_plain_text(
    running: Running, phone: People, sqlite_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        await ona.say("html")
        assert (await said(ona, 2))[-1] == "echo html & more"


async def test_card_that_cannot_be_drawn_becomes_a_reference(
    running: Running, phone: People, sqlite_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        await ona.say("card")
        await ona.say("after")
        answers = await said(ona, 3)
        assert answers[1].startswith("fault ")
        assert answers[2] == "echo after"


async def test_another_poller_is_waited_out(
    running: Running, phone: People, sqlite_url: str, http: aiohttp.ClientSession, telegram: Playground
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        await said(ona, 1)
        async with http.post(f"{telegram.url}/bot{TOKEN}/getUpdates", json={"timeout": 0}):
            pass
        await ona.say("after")
        assert (await said(ona, 2))[-1] == "echo after"


@pytest.mark.parametrize("kind", ["500", "502", "close", "cut", "lost", "429"])
async def test_polling_recovers(
    running: Running,
    phone: People,
    sqlite_url: str,
    faults: Faults,
    kind: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ona = phone(7001)
    await ona.start()
    await faults("getUpdates", kind=kind, count=3, retry_after=1)
    with caplog.at_level("INFO", "bot.polling"):
        async with running(sqlite_url):
            assert await said(ona, 1) == ["echo /start"]
    told = [record.getMessage().split()[0] for record in caplog.records if record.name == "bot.polling"]
    assert told[:1] == ["polling.trouble"]
    assert told.count("polling.trouble") == 1


async def test_locked_database_delays_and_loses_nothing(
    running: Running, phone: People, sqlite_url: str
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        await said(ona, 1)
        other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await ona.say("during")
        await asyncio.sleep(0.5)
        other.execute("ROLLBACK")
        other.close()
        assert (await said(ona, 2))[-1] == "echo during"


async def test_group_is_left_alone(
    running: Running, phone: People, sqlite_url: str, http: aiohttp.ClientSession, telegram: Playground
) -> None:
    ona = phone(7001)
    body = {"title": "Team", "members": [7001, 7002], "bots": [BOT_ID]}
    async with http.post(f"{telegram.url}/api/groups", json=body) as answer:
        group = (await answer.json())["id"]
    async with running(sqlite_url):
        await Phone(telegram.url, http, 7001, group).say("/start break")
        await ona.start()
        assert await said(ona, 1) == ["echo /start"]
    assert rows_of(sqlite_url, f"SELECT count(*) FROM outbox WHERE chat_id = {group}") == [(0,)]
