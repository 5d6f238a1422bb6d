"""An echo bot that answers by the raw Bot API, and pages of people's phones."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from playground.jsontypes import Json
from playground.server import Playground
from playground.testing import BotClient, Phone

BUTTONS = {
    "inline_keyboard": [
        [{"text": "Toast", "callback_data": "toast"}, {"text": "Alert", "callback_data": "alert"}],
        [{"text": "Change", "callback_data": "change"}, {"text": "Site", "url": "https://example.com/"}],
    ]
}
OpenPage = Callable[..., Awaitable[Page]]


@pytest.fixture
async def open_page(server: Playground, browser: Browser) -> AsyncIterator[OpenPage]:
    """Opens `/?person=7001` or another path in a new window; no page may report an error."""
    errors: list[str] = []

    async def opened(path: str = "/?person=7001", **options: Any) -> Page:
        size = options.pop("viewport", {"width": 390, "height": 844})
        context = await browser.new_context(viewport=size, **options)
        page = await context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        await page.goto(server.url + path)
        return page

    yield opened
    assert errors == []


async def _answer(bot: BotClient, update: Json) -> None:
    if message := update.get("message"):
        told = f"You said: {message.get('text', 'no words')}"
        await bot("sendMessage", chat_id=message["chat"]["id"], text=told, reply_markup=BUTTONS)
    elif query := update.get("callback_query"):
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        match query["data"]:
            case "toast":
                await bot("answerCallbackQuery", callback_query_id=query["id"], text="Noted")
            case "alert":
                said = {"text": "Really <b>noted</b>", "show_alert": True}
                await bot("answerCallbackQuery", callback_query_id=query["id"], **said)
            case _:
                await bot("editMessageText", **place, text="Changed")
                await bot("answerCallbackQuery", callback_query_id=query["id"])


async def _poll(bot: BotClient) -> None:
    offset = 0
    while True:
        for update in await bot.updates(offset, timeout=20):
            offset = update["update_id"] + 1
            await _answer(bot, update)


@pytest.fixture
async def echo(stranger: Phone, bot: BotClient) -> AsyncIterator[Phone]:
    """Ona, who has not started the bot, and a bot that answers everything."""
    polling = asyncio.create_task(_poll(bot))
    yield stranger
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling
