"""Faults from outside that last: silence, a refused token, no name service, a full disk, no database.

Nothing is lost, it recovers by itself, and the log has a line when it begins and one when it is over.
"""

import asyncio
import socket
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import create_engine, event, make_url, text
from sqlalchemy.engine import URL

import bot.application
import bot.delivery.sending
import bot.polling
from bot.application import Application
from bot.clock import Clock
from bot.config import Settings, TelegramSettings
from bot.transport import Transport
from core.actions.work import TeamSettings
from core.storage.database import Database
from playground.server import Playground
from playground.testing import Phone
from tests.flows.conftest import Running, appears, post, rows_of, said, texts
from tests.flows.echo import FACE
from tests.flows.office import TOKEN

People = Callable[[int], Phone]
Faults = Callable[..., Awaitable[None]]

SHORT_S = 0.3
MOST_TILL_FULL = 20
"""So many long messages have no room in the free pages of a small database."""


@pytest.fixture
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The waits that are made for minutes of trouble, so short that a test can see their end."""
    monkeypatch.setattr(bot.application, "Transport", lambda: Transport(SHORT_S))
    monkeypatch.setattr(bot.polling, "LONG_POLL_S", 1)
    monkeypatch.setattr(bot.polling, "ANSWER_S", SHORT_S)
    monkeypatch.setattr(bot.polling, "LONGEST_WAIT_S", SHORT_S)
    monkeypatch.setattr(bot.delivery.sending, "REFUSED_HOLD_S", SHORT_S)


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[str], list[str]]]:
    """The events of one part of the bot, in order."""

    def of(part: str) -> list[str]:
        said = [record.getMessage() for record in caplog.records]
        return [line.partition(" ")[0] for line in said if line.startswith(f"{part}.")]

    with caplog.at_level("INFO"):
        yield of


Lines = Callable[[str], list[str]]


async def test_a_server_that_says_nothing_is_asked_again(
    running: Running, phone: People, sqlite_url: str, faults: Faults, short_patience: None, lines: Lines
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url):
        await said(ona, 1)
        await faults("getUpdates", "sendMessage", kind="hang", count=4)
        for word in ("one", "two", "three"):
            await ona.say(word)
        await ona.wait_for(lambda message: message["text"] == "echo three", 20)
        answers = await texts(ona)
    assert list(dict.fromkeys(answers)) == ["echo /start", "echo one", "echo two", "echo three"]
    assert rows_of(sqlite_url, "SELECT count(*) FROM outbox WHERE sent_at IS NULL") == [(0,)]
    for part in ("polling", "delivery"):
        assert lines(part) in ([], [f"{part}.trouble", f"{part}.recovered"])
    assert lines("polling") + lines("delivery") != []


async def test_a_refused_token_is_waited_out_without_a_storm(
    running: Running,
    phone: People,
    sqlite_url: str,
    telegram: Playground,
    short_patience: None,
    lines: Lines,
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url) as application:
        await said(ona, 1)
        with _revoked(telegram):
            post(application.database, 7001, "kept")
            await application.sweeps.sweep()
            await appears(sqlite_url, "SELECT 1 FROM outbox WHERE error = 'InvalidToken'")
            await _until(lambda: not application.polling.is_up)
            asked = await application.is_ready()
        await ona.say("after")
        await ona.wait_for(lambda message: message["text"] == "echo after", 20)
        assert "echo kept" in await texts(ona)
    assert not asked
    for part in ("polling", "delivery"):
        assert lines(part) == [f"{part}.trouble", f"{part}.recovered"]


@contextmanager
def _revoked(telegram: Playground) -> Iterator[None]:
    """The bot's token is not accepted for a while."""
    known = telegram.world.bots.by_id[int(TOKEN.partition(":")[0])]
    token, known.token = known.token, "123456:" + "B" * 35
    yield
    known.token = token


async def test_a_chat_that_is_not_there_holds_nobody_up(
    running: Running, phone: People, database_url: str, lines: Lines
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(database_url) as application:
        await said(ona, 1)
        post(application.database, 999_999, "to nobody")
        post(application.database, 7001, "to Ona")
        ((error,),) = await appears(database_url, "SELECT error FROM outbox WHERE failed_at IS NOT NULL")
        await ona.wait_for(lambda message: message["text"] == "echo to Ona")
    assert "chat not found" in error.lower()
    assert lines("letter") == ["letter.refused", "letter.failed"]


async def test_a_name_service_that_fails_is_waited_out(
    phone: People,
    sqlite_url: str,
    telegram: Playground,
    monkeypatch: pytest.MonkeyPatch,
    short_patience: None,
    lines: Lines,
) -> None:
    ona = phone(7001)
    await ona.start()
    found: list[bool] = []
    real = socket.getaddrinfo

    def look_up(host: Any, *more: Any, **kinds: Any) -> Any:
        if host != "telegram.test":
            return real(host, *more, **kinds)
        if not found:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return real("127.0.0.1", *more, **kinds)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    port = telegram.url.rpartition(":")[2]
    account = TelegramSettings(TOKEN, f"http://telegram.test:{port}")
    application = Application(Settings(TeamSettings(), (), sqlite_url, account), FACE)
    await application.start()
    try:
        await _until(lambda: lines("polling") == ["polling.trouble"])
        assert not await application.is_ready()
        found.append(True)
        assert await said(ona, 1, 20) == ["echo /start"]
    finally:
        await application.stop()
    assert lines("polling") == ["polling.trouble", "polling.recovered"]
    assert lines("telegram") == ["telegram.unreachable"]


async def test_a_full_disk_delays_and_loses_nothing(
    running: Running, phone: People, sqlite_url: str, short_patience: None, lines: Lines
) -> None:
    ona = phone(7001)
    await ona.start()
    sent: list[str] = []
    async with running(sqlite_url) as application:
        await said(ona, 1)
        with _each_connection(application, "max_page_count = 1"):  # no page more than there are
            while not lines("polling") and len(sent) < MOST_TILL_FULL:  # some may find room in free pages
                sent.append(f"{len(sent):02}" * 2_000)
                await ona.say(sent[-1])
                await asyncio.sleep(0.2)
            await _until(lambda: lines("polling") == ["polling.trouble"])
            assert len(await texts(ona)) <= len(sent), "one at least waits"
        with _each_connection(application, "max_page_count = 1000000"):
            assert (await said(ona, 1 + len(sent), 20))[1:] == [f"echo {words}" for words in sent]
    assert lines("polling") == ["polling.trouble", "polling.recovered"]
    assert rows_of(sqlite_url, "SELECT count(*) FROM inbox WHERE failed_at IS NOT NULL") == [(0,)]


async def test_a_database_that_stays_locked_delays_and_loses_nothing(
    running: Running, phone: People, sqlite_url: str, short_patience: None, lines: Lines
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(sqlite_url) as application:
        await said(ona, 1)
        with _each_connection(application, "busy_timeout = 20"):
            other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            await ona.say("during")
            await _until(lambda: lines("polling") == ["polling.trouble"])
            other.execute("ROLLBACK")
            other.close()
        assert await said(ona, 2, 20) == ["echo /start", "echo during"]
    assert lines("polling") == ["polling.trouble", "polling.recovered"]
    assert rows_of(sqlite_url, "SELECT max(attempts) FROM inbox") == [(0,)]


@contextmanager
def _each_connection(application: Application, setting: str) -> Iterator[None]:
    """Has each connection that the bot takes set this first, as a pool may give it another one each time."""

    def configure(connection: Any, *_taking: Any) -> None:
        connection.execute(f"PRAGMA {setting}").close()

    event.listen(application.database.engine, "checkout", configure)
    yield
    event.remove(application.database.engine, "checkout", configure)


async def test_a_postgresql_that_restarts_is_waited_for(
    running: Running,
    phone: People,
    postgresql_url: str,
    postgresql_server: URL,
    short_patience: None,
    lines: Lines,
) -> None:
    ona = phone(7001)
    await ona.start()
    async with running(postgresql_url) as application:
        await said(ona, 1)
        with _gone(postgresql_server, str(make_url(postgresql_url).database)):
            await ona.say("during")
            await _until(lambda: lines("polling") == ["polling.trouble"])
            assert not await application.is_ready()
        await ona.say("after")
        assert await said(ona, 3, 30) == ["echo /start", "echo during", "echo after"]
        await _until(lambda: application.polling.is_up)
        assert await application.is_ready()
    assert lines("polling") == ["polling.trouble", "polling.recovered"]
    assert rows_of(postgresql_url, "SELECT max(attempts) FROM inbox") == [(0,)]


@contextmanager
def _gone(server: URL, name: str) -> Iterator[None]:
    """As a restart looks from outside: every connection is cut, and none is taken for a while."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
    with engine.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"))
        connection.execute(text(cut), {"name": name})
        yield
        connection.execute(text(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true"))
    engine.dispose()


class _Back(Clock):
    """A clock that can be set back, as an operator or a time server may do."""

    by = timedelta(0)

    def now(self) -> datetime:
        return super().now() - self.by


@pytest.mark.parametrize("fault", ["500", "429"])
async def test_a_clock_that_is_set_back_an_hour_holds_no_letter_up(
    phone: People,
    database_url: str,
    settings_for: Callable[..., Settings],
    faults: Faults,
    fault: str,
) -> None:
    ona = phone(7001)
    await ona.start()
    clock = _Back()
    application = Application(settings_for(database_url), FACE, clock)
    await application.start()
    try:
        await said(ona, 1)
        await faults("sendMessage", kind=fault, retry_after=1)
        await ona.say("one")
        await appears(database_url, "SELECT 1 FROM outbox WHERE attempts > 0")
        clock.by = timedelta(hours=1)
        await ona.say("two")
        await ona.wait_for(lambda message: message["text"] == "echo two", 20)
        assert await texts(ona) == ["echo /start", "echo one", "echo two"]
    finally:
        await application.stop()


async def test_what_waits_is_found_also_after_the_computers_clock_was_set_back(
    running: Running, phone: People, sqlite_url: str, lines: Lines
) -> None:
    """APScheduler plans by that clock."""
    ona = phone(7001)
    await ona.start()
    other = Database(sqlite_url)
    async with running(sqlite_url):
        await said(ona, 1)
        with time_machine.travel(datetime.now(UTC) - timedelta(hours=1), tick=True):
            post(other, 7001, "from another process")
            await ona.wait_for(lambda message: message["text"] == "echo from another process", 20)
            await _until(lambda: lines("clock") == ["clock.set_back"])
            post(other, 7001, "and later")
            await ona.wait_for(lambda message: message["text"] == "echo and later", 20)
    other.close()


async def _until(holds: Callable[[], bool], timeout_s: float = 20.0) -> None:
    async with asyncio.timeout(timeout_s):
        while not holds():  # noqa: ASYNC110 - what is looked at has no event
            await asyncio.sleep(0.02)
