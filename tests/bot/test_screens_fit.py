"""Every screen on the page of a phone of 390 x 844: no taller than it, and no button's label wraps."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page

from bot.cards import Rendered, render
from bot.charts.look import LIGHT, picture
from bot.texts import languages
from playground import server
from playground.testing import BotClient, Phone
from tests.bot.gallery import samples

pytestmark = pytest.mark.browser

PART = 50
"""Messages that are laid out at once."""

ONE_LINE = 44
"""Pixels of a button whose label is on one line."""

LONGER = frozenset({"capacity", "digest", "digest, more expected than promised", "digest of a month"})
"""What a manager reads once: a report that tells what its answer rests on, and the digests."""

GAP = 12
"""Pixels below the last message."""

MEASURES = """() => [...document.querySelectorAll('[data-testid=message]')].map(message => ({
  room: document.querySelector('.messages').parentElement.clientHeight - GAP,
  height: message.getBoundingClientRect().height,
  wraps: [...message.querySelectorAll('[data-testid=inline-button]')]
    .filter(button => button.getBoundingClientRect().height > ONE_LINE).map(button => button.innerText),
}))""".replace("ONE_LINE", str(ONE_LINE)).replace("GAP", str(GAP))


class Fitting:
    """A phone's page that screens are laid out on."""

    def __init__(self, page: Page, bot: BotClient) -> None:
        self._page = page
        self._bot = bot

    async def measured(self, shown: list[Rendered]) -> list[dict[str, Any]]:
        """The height of each screen and its labels that wrap."""
        for each in shown:
            markup = {"reply_markup": each.keyboard.to_dict()} if each.keyboard else {}
            if each.picture is None:
                await self._bot("sendMessage", chat_id=7001, text=each.text, parse_mode="HTML", **markup)
            else:
                await self._bot("sendPhoto", _form(each))
        await self._page.get_by_test_id("message").nth(len(shown)).wait_for(timeout=20_000)
        found: list[dict[str, Any]] = await self._page.evaluate(MEASURES)
        return found[-len(shown) :]


def _form(screen: Rendered) -> aiohttp.FormData:
    """A screen with its picture, to be uploaded."""
    form = aiohttp.FormData({"chat_id": "7001", "caption": screen.text, "parse_mode": "HTML"})
    assert screen.picture is not None
    form.add_field("photo", picture(screen.picture, LIGHT), filename="picture.png", content_type="image/png")
    if screen.keyboard is not None:
        form.add_field("reply_markup", json.dumps(screen.keyboard.to_dict()))
    return form


async def phone_of(browser: Browser, url: str, http: aiohttp.ClientSession) -> Fitting:
    """Ona's page, with a bot of whom she has heard nothing yet."""
    async with http.post(f"{url}/api/people", json={"id": 7001, "first_name": "Ona"}) as answer:
        answer.raise_for_status()
    bot = BotClient(url, http)
    await bot("getMe")
    await Phone(url, http, 7001, bot.id).start()
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.goto(f"{url}/?person=7001")
    return Fitting(page, bot)


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.mark.parametrize("code", list(languages()))
async def test_every_screen_fits_a_phone(browser: Browser, http: aiohttp.ClientSession, code: str) -> None:
    drawn = [(name, render(notice, code)) for name, notice in samples(code)]
    texts = [(name, each) for name, each in drawn if each.text and not each.file and not each.contact]
    wrong: dict[str, Any] = {}
    for start in range(0, len(texts), PART):
        part = texts[start : start + PART]
        async with server.start(port=0, bot_name="Piltuvėlis") as telegram:
            fitting = await phone_of(browser, telegram.url, http)
            found = await fitting.measured([each for _, each in part])
        for (name, _), measured in zip(part, found, strict=True):
            too_tall = measured["height"] > measured["room"] and name not in LONGER
            if too_tall or measured["wraps"]:
                wrong[name] = measured
    assert wrong == {}
