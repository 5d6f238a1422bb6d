"""A running stand-in, a bot and a person, fresh for each test."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from playground.server import Playground, start
from playground.testing import BotClient, Phone

ONA = {"id": 7001, "first_name": "Ona", "last_name": "Petraitė", "username": "ona", "language_code": "lt"}


@pytest.fixture
async def server() -> AsyncIterator[Playground]:
    async with start(port=0) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
async def bot(server: Playground, session: aiohttp.ClientSession) -> BotClient:
    client = BotClient(server.url, session)
    await client("getMe")
    return client


@pytest.fixture
async def stranger(server: Playground, session: aiohttp.ClientSession, bot: BotClient) -> Phone:
    """Ona, who has not started the bot."""
    phone = Phone(server.url, session, 7001, bot.id)
    await phone.ask("POST", "/api/people", ONA)
    return phone


@pytest.fixture
async def ona(stranger: Phone, bot: BotClient) -> Phone:
    """Ona, who has started the bot; the update is confirmed."""
    await stranger.start()
    await bot.take()
    return stranger
