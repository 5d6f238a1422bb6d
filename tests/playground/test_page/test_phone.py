"""The page around the chat: people, tabs, light and dark, the clock, the size of a phone."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from playground.server import Playground, start
from playground.testing import BotClient, Phone

from .conftest import OpenPage

pytestmark = pytest.mark.browser

JONAS = {"id": 7002, "first_name": "Jonas", "language_code": "en", "note": "manager"}
WIDE = {"width": 1280, "height": 860}
LIGHTNESS = """phone => {
  const colour = getComputedStyle(phone).backgroundColor;
  const found = colour.match(/[\\d.]+/g).map(Number);
  return found.slice(0, 3).reduce((sum, part) => sum + part, 0) / 3;
}"""


async def _lightness(page: Page) -> float:
    """How light the phone is, 0 to 255, as soon as it is there."""
    found: float = await page.locator(".phone").evaluate(LIGHTNESS)
    return found


async def test_people_are_picked_and_added(open_page: OpenPage, ona: Phone) -> None:
    page = await open_page("/")
    await expect(page.get_by_test_id("person")).to_have_text(["OPOna Petraitė@ona"])
    await page.get_by_test_id("add-person").click()
    await page.get_by_test_id("new-first_name").fill("Rūta")
    await page.get_by_test_id("new-note").fill("pardavėja, Vilnius")
    await page.get_by_test_id("new-person-add").click()
    await page.get_by_test_id("person").get_by_text("Rūta").click()
    await expect(page.get_by_test_id("start-button")).to_have_text("Pradėti")
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("picker")).to_be_visible()


async def test_each_tab_is_live_for_its_own_person(open_page: OpenPage, ona: Phone, bot: BotClient) -> None:
    await ona.ask("POST", "/api/people", JONAS)
    jonas = Phone(ona.url, ona._session, 7002, bot.id)
    await jonas.start()
    hers, too, his = await open_page(), await open_page(), await open_page("/?person=7002")
    for page in (hers, too, his):
        await expect(page.get_by_test_id("message")).to_have_count(1)
    await hers.get_by_test_id("composer-input").fill("Sveiki")
    await hers.get_by_test_id("send-button").click()
    await bot("sendMessage", chat_id=7002, text="Only for Jonas")
    await expect(too.get_by_text("Sveiki")).to_be_visible()
    await expect(his.get_by_text("Only for Jonas")).to_be_visible()
    await expect(hers.get_by_test_id("message")).to_have_count(2)
    await expect(his.get_by_test_id("composer-input")).to_have_attribute("placeholder", "Message")
    await expect(hers.get_by_test_id("composer-input")).to_have_attribute("placeholder", "Žinutė")


async def test_the_page_goes_on_after_the_server_was_away(tmp_path: Path, browser: Browser) -> None:
    async with aiohttp.ClientSession() as session:
        async with start(port=0, data=tmp_path) as first:
            port = int(first.url.rpartition(":")[2])
            bot = BotClient(first.url, session)
            await bot("getMe")
            ona = Phone(first.url, session, 7001, bot.id)
            await ona.ask("POST", "/api/people", {"id": 7001, "first_name": "Ona"})
            await ona.start()
            page = await browser.new_page()
            await page.goto(f"{first.url}/?person=7001")
            await expect(page.get_by_test_id("message")).to_have_count(1)
        await expect(page.locator(".offline")).to_be_visible()
        async with start(port=port, data=tmp_path):
            await bot("sendMessage", chat_id=7001, text="Back again")
            await expect(page.get_by_text("Back again")).to_be_visible(timeout=15_000)
            await expect(page.locator(".offline")).to_be_hidden()
            await page.close()


async def test_light_and_dark_follow_the_system_and_the_toggle(open_page: OpenPage, ona: Phone) -> None:
    light, dark = await open_page(color_scheme="light"), await open_page(color_scheme="dark")
    assert await _lightness(light) > 200
    assert await _lightness(dark) < 60
    await dark.get_by_test_id("theme-toggle").click()
    assert await _lightness(dark) > 200
    await dark.reload()
    await expect(dark.get_by_test_id("message")).to_be_visible()
    assert await _lightness(dark) > 200


async def test_the_clock_jumps_forward_and_never_back(
    open_page: OpenPage, server: Playground, ona: Phone
) -> None:
    page = await open_page(viewport=WIDE)
    await page.get_by_test_id("clock-monday_8").click()
    await expect(page.get_by_test_id("clock-time")).to_have_text("08:00")
    await expect(page.get_by_test_id("clock-day")).to_contain_text("pirmadienis")
    now = server.world.clock.now().astimezone(ZoneInfo("Europe/Vilnius"))
    assert (now.isoweekday(), now.hour, now.minute) == (1, 8, 0)
    await page.get_by_test_id("clock-field").fill("2020-01-01T10:00")
    await page.get_by_test_id("clock-set").click()
    await expect(page.get_by_test_id("clock-problem")).to_have_text("Laikrodis sukamas tik į priekį.")
    await page.get_by_test_id("clock-field").fill(f"{now.year + 1}-07-01T09:30")
    await page.get_by_test_id("clock-set").click()
    await expect(page.get_by_test_id("clock-time")).to_have_text("09:30")
    later = server.world.clock.now().astimezone(ZoneInfo("Europe/Vilnius"))
    assert later.replace(second=0, microsecond=0) == datetime(now.year + 1, 7, 1, 9, 30, tzinfo=later.tzinfo)


async def test_a_moved_clock_shows_in_other_tabs_and_parts_the_days(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    page = await open_page()
    await expect(page.locator(".day")).to_have_text(["Šiandien"])
    await ona.ask("POST", "/api/clock", {"by_s": 86_400})
    await expect(page.locator(".day")).to_have_text(["Vakar"])
    await bot("sendMessage", chat_id=7001, text="Labas rytas")
    await expect(page.locator(".day")).to_have_text(["Vakar", "Šiandien"])


async def _fits(page: Page) -> bool:
    """Whether nothing of the page is wider than the window."""
    return bool(
        await page.evaluate(
            "() => document.documentElement.scrollWidth <= innerWidth"
            " && [...document.querySelectorAll('.scroller, .people, .composer, .bar, dialog')]"
            ".every(box => box.scrollWidth <= box.clientWidth"
            "       && box.getBoundingClientRect().right <= innerWidth)"
        )
    )


@pytest.mark.parametrize("width", [320, 390])
async def test_a_phones_width_needs_no_sideways_scrolling(
    open_page: OpenPage, ona: Phone, bot: BotClient, width: int
) -> None:
    row = [{"text": f"A rather long label {n}", "callback_data": str(n)} for n in range(4)]
    words = "W" * 300 + " <pre>" + "code " * 60 + "</pre> https://example.com/" + "path/" * 60
    await bot(
        "sendMessage",
        chat_id=7001,
        text=words,
        parse_mode="HTML",
        reply_markup={"inline_keyboard": [row, row]},
    )
    await ona.send_file("document", b"x", name="A_very_long_name_" * 8 + ".pdf")
    await ona.say(contact={"first_name": "Maksimilijonas" * 3, "phone_number": "+37060000000"})
    page = await open_page(viewport={"width": width, "height": 844})
    await expect(page.get_by_test_id("message")).to_have_count(4)
    assert await _fits(page)
    await page.get_by_test_id("status-clock").click()
    await expect(page.get_by_test_id("clock")).to_be_visible()
    assert await _fits(page)
    await page.keyboard.press("Escape")
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("picker")).to_be_visible()
    assert await _fits(page)


async def test_everything_is_reached_by_the_keyboard(open_page: OpenPage, echo: Phone) -> None:
    await echo.start()
    page = await open_page(viewport=WIDE)
    await expect(page.get_by_text("You said: /start")).to_be_visible()
    await expect(page.get_by_test_id("composer-input")).to_be_focused()
    await page.get_by_test_id("inline-button").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("toast")).to_have_text("Noted")
    await page.locator('[data-message-id="2"] .bubble-menu').focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(page.locator(".context")).to_contain_text("You said: /start")
    nameless = "button => button.checkVisibility() && !button.textContent.trim() && !button.ariaLabel"
    assert (
        await page.evaluate(f"() => [...document.querySelectorAll('button, a')].filter({nameless}).length")
        == 0
    )
