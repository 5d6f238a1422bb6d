"""A selling team at work: the whole bot over HTTP, real handlers, real cards, a real database."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest

from bot.application import Application, Face
from bot.config import Settings
from core.storage.database import Database
from playground.jsontypes import Json
from playground.server import Playground
from playground.testing import Phone
from tests.builders import House, build_house

TOKEN = "123456:" + "A" * 35
BOT_ID = 123456

STORY = "Skambinau Jonui iš Statybos 15 min, nori pasiūlymo 12k, perskambinti penktadienį 10:00"
MANTAS, RUTA, TADAS, AISTE, STRANGER = 501, 502, 503, 504, 599
TUESDAY = "2027-11-23T10:15:00+02:00"
FRIDAY = "2027-11-26T08:00:00+02:00"


class ReadersPhone(Phone):
    """A phone as its reader sees it: a no-break space is a space."""

    async def history(self) -> list[Json]:
        shown = json.dumps(await super().history(), ensure_ascii=False).replace("\u00a0", " ")
        messages: list[Json] = json.loads(shown)
        return messages


def said(message: Json) -> str:
    """The words of a message, or of the caption under its picture."""
    words: str = message.get("text") or message.get("caption", "")
    return words


@dataclass
class Office:
    """A running bot, and the phones of the team."""

    url: str
    house: House
    http: aiohttp.ClientSession
    telegram: Playground
    application: Application

    def phone(self, person: int) -> Phone:
        return ReadersPhone(self.telegram.url, self.http, person, BOT_ID)

    async def clock(self, to: str) -> None:
        async with self.http.post(f"{self.telegram.url}/api/clock", json={"to": to}) as answer:
            answer.raise_for_status()
        await asyncio.sleep(0.3)

    async def told(self, person: int, holds: str, timeout_s: float = 30.0) -> Json:
        """The bot's message with these words, once it is there."""
        async with asyncio.timeout(timeout_s):
            while True:
                for message in reversed(await self.phone(person).history()):
                    if message["from"]["id"] == BOT_ID and holds in said(message):
                        return message
                await asyncio.sleep(0.02)

    async def offered(self, person: int, label: str, timeout_s: float = 30.0) -> Json:
        """The bot's message with a button of these words, once it is there."""
        async with asyncio.timeout(timeout_s):
            while True:
                for message in reversed(await self.phone(person).history()):
                    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                    if any(label in button["text"] for row in rows for button in row):
                        return message
                await asyncio.sleep(0.02)

    async def received(self, person: int, kind: str, timeout_s: float = 30.0) -> Json:
        """The bot's message of this kind (contact, document …), once it is there."""
        async with asyncio.timeout(timeout_s):
            while True:
                for message in reversed(await self.phone(person).history()):
                    if message["from"]["id"] == BOT_ID and kind in message:
                        return message
                await asyncio.sleep(0.02)

    async def gone(self, person: int, message: Json, timeout_s: float = 30.0) -> None:
        """Waits until the bot's message is in the chat no more."""
        async with asyncio.timeout(timeout_s):
            while True:
                numbers = {each["message_id"] for each in await self.phone(person).history()}
                if message["message_id"] not in numbers:
                    return
                await asyncio.sleep(0.02)

    async def tap(self, person: int, message: Json, label: str) -> None:
        """Presses the button with these words."""
        buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
        data = next(button["callback_data"] for button in buttons if label in button["text"])
        await self.phone(person).press(message["message_id"], data)


@asynccontextmanager
async def open_office(
    telegram: Playground, http: aiohttp.ClientSession, settings: Settings
) -> AsyncIterator[Office]:
    """The team's bot on a migrated, empty database, with the customers that the tests speak of."""
    database = Database(settings.database_url)
    house = build_house(database)
    statyba = house.company("UAB Statyba", "Jonas Stankaitis")
    house.company("UAB Tiltas", "Rasa Tiltenė")
    house.deal(statyba, "Fasado medžiagos")
    for person in (MANTAS, RUTA, TADAS, AISTE, STRANGER):
        body = {"id": person, "first_name": f"P{person}", "language_code": "lt"}
        async with http.post(f"{telegram.url}/api/people", json=body) as answer:
            answer.raise_for_status()
    async with http.post(f"{telegram.url}/bot{TOKEN}/getMe"):
        application = Application(settings, Face.real())
        office = Office(settings.database_url, house, http, telegram, application)
    await office.clock(TUESDAY)
    await application.start()
    yield office
    await application.stop()
    database.close()


@pytest.fixture
async def office(
    telegram: Playground, http: aiohttp.ClientSession, sqlite_url: str, settings_for: Callable[..., Settings]
) -> AsyncIterator[Office]:
    settings = settings_for(sqlite_url, clock=f"{telegram.url}/api/clock")
    async with open_office(telegram, http, settings) as opened:
        yield opened
