"""A stand-in for Telegram, people with phones, and the bot's machinery with handlers that only echo."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import create_engine, text

from bot.application import Application, Face
from bot.config import Settings, TelegramSettings, WebhookSettings, WebSettings
from core.actions.work import TeamSettings, Work
from core.notices import NotALog
from core.reading.directory import Directory
from core.storage.database import Database
from playground.server import Playground, start
from playground.testing import Phone
from tests.bot_api_rules import check_requests
from tests.flows.echo import FACE
from tests.flows.office import BOT_ID, TOKEN, office  # noqa: F401 - a fixture

ROOT = Path(__file__).parents[2]

Running = Callable[..., AbstractAsyncContextManager[Application]]


@pytest.fixture
async def telegram() -> AsyncIterator[Playground]:
    """The stand-in; every request that the bot makes in the test is held against the rules."""
    async with start(port=0, bot_name="Piltuvėlis") as server:
        yield server
        await check_requests(server.url)


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def phone(telegram: Playground, http: aiohttp.ClientSession) -> Callable[[int], Phone]:
    """Makes people who can talk to the bot."""

    def make(person: int) -> Phone:
        return Phone(telegram.url, http, person, BOT_ID)

    for person in range(7001, 7011):
        body = {"id": person, "first_name": f"P{person}", "language_code": "lt"}
        await make(person).ask("POST", "/api/people", body)
    async with http.post(f"{telegram.url}/bot{TOKEN}/getMe"):
        return make


@pytest.fixture
def faults(telegram: Playground, http: aiohttp.ClientSession) -> Callable[..., Awaitable[None]]:
    """Lets the next calls of methods go wrong."""

    async def set_next(*methods: str, **fault: Any) -> None:
        body = {"next": [{"count": 1, "methods": methods, **fault}]}
        async with http.post(f"{telegram.url}/api/faults", json=body) as answer:
            answer.raise_for_status()

    return set_next


@pytest.fixture
def settings_for(telegram: Playground) -> Callable[..., Settings]:
    def make(url: str, *, webhook: WebhookSettings | None = None, web: str = "", clock: str = "") -> Settings:
        account = TelegramSettings(TOKEN, telegram.url, webhook or WebhookSettings())
        return Settings(TeamSettings(), (), url, account, WebSettings(web), clock_url=clock)

    return make


@pytest.fixture
def running(settings_for: Callable[..., Settings]) -> Running:
    """Runs the bot's machinery for a block."""

    @asynccontextmanager
    async def run(url: str, face: Face = FACE, **more: object) -> AsyncIterator[Application]:
        application = Application(settings_for(url, **more), face)
        await application.start()
        try:
            yield application
        finally:
            await application.stop()

    return run


async def echo_process(telegram_url: str, database_url: str) -> asyncio.subprocess.Process:
    """A bot of its own that only echoes, as soon as it is up."""
    module = (sys.executable, "-m", "tests.flows.echo")
    process = await asyncio.create_subprocess_exec(
        *module, telegram_url, database_url, TOKEN, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    await process.stdout.readline()
    return process


async def texts(phone: Phone) -> list[str]:
    """What the bot said in the chat, oldest first."""
    history = await phone.history()
    return [message["text"] for message in history if message["from"]["id"] == BOT_ID]


async def said(phone: Phone, count: int, timeout_s: float = 30.0) -> list[str]:
    """What the bot said, once that is at least so many messages."""
    async with asyncio.timeout(timeout_s):
        found = await texts(phone)
        while len(found) < count:
            await asyncio.sleep(0.02)
            found = await texts(phone)
    return found


def rows_of(url: str, sql: str) -> list[Any]:
    """What a query finds in the bot's database, from outside."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = list(connection.execute(text(sql)))
    engine.dispose()
    return found


async def appears(url: str, sql: str, timeout_s: float = 30.0) -> list[Any]:
    """What a query finds, once it finds something."""
    async with asyncio.timeout(timeout_s):
        found = rows_of(url, sql)
        while not found:
            await asyncio.sleep(0.05)
            found = rows_of(url, sql)
    return found


def post(to: Database, chat_id: int, *words: str) -> None:
    """Puts letters into the outbox, as somebody else than the running bot does."""
    with to.writing() as session:
        work = Work(session, datetime.now(UTC), TeamSettings(), Directory())
        for word in words:
            work.post(chat_id, NotALog(aside="echo", name=word))


def update_of(person: int, number: int, text: str) -> bytes:
    """A message as Telegram sends it."""
    user = {"id": person, "first_name": "P", "is_bot": False}
    message = {
        "message_id": 1000 + number,
        "date": 1790000000,
        "chat": {"id": person, "type": "private", "first_name": "P"},
        "from": user,
        "text": text,
    }
    return json.dumps({"update_id": person * 1000 + number, "message": message}).encode()
