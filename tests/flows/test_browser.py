"""The story of the README in a real browser, on a page as large as a phone."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.flows.office import AISTE, FRIDAY, MANTAS, STORY, Office

pytestmark = pytest.mark.browser

ARTIFACTS = Path(__file__).parent.parent / "artifacts"
ENGLISH = "Called Jonas at Statyba 15 min, wants a quote for 12k, call back Friday at 10:00"


async def phone_page(browser: Browser, office: Office, person: int) -> Page:
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(15_000)
    await page.goto(f"{office.telegram.url}/?person={person}")
    await page.get_by_test_id("start-button").click()
    await expect(page.get_by_test_id("message").last).to_contain_text("/help")
    return page


async def say(page: Page, text: str) -> None:
    await page.get_by_test_id("composer-input").fill(text)
    await page.get_by_test_id("send-button").click()


async def message_with(page: Page, text: str) -> Locator:
    """The one that holds it now, whatever it is changed into and whatever comes after it."""
    number = await page.get_by_test_id("message").filter(has_text=text).get_attribute("data-message-id")
    return page.locator(f'[data-testid="message"][data-message-id="{number}"]')


async def shoot(page: Page, name: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    await page.screenshot(path=ARTIFACTS / f"{name}.png")


@pytest.mark.parametrize(
    ("language", "text", "logged", "undone", "call"),
    [
        ("lt", STORY, "✅ Įrašyta: skambutis, 15 min.", "Atšaukti", "10:00 📞"),
        ("en", ENGLISH, "✅ Logged: call, 15 min", "Undo", "10:00 📞"),
    ],
)
async def test_the_story_on_a_phone(
    office: Office, browser: Browser, language: str, text: str, logged: str, undone: str, call: str
) -> None:
    rep = await phone_page(browser, office, MANTAS)
    await (
        rep.get_by_test_id("inline-button")
        .filter(has_text="Lietuvių" if language == "lt" else "English")
        .click()
    )
    await say(rep, text)
    card = rep.get_by_test_id("message").filter(has_text=logged)
    await expect(card).to_contain_text(logged)
    await expect(card).to_contain_text("Jonas Stankaitis")
    await shoot(rep, f"{language}-card")
    manager = await phone_page(browser, office, AISTE)
    await say(manager, "/team")
    await expect(manager.get_by_test_id("message").last).to_contain_text("Mantas")
    await shoot(manager, f"{language}-team")
    await office.clock(FRIDAY)
    await say(rep, "/today")
    await expect(rep.get_by_test_id("message").last).to_contain_text(call)
    await shoot(rep, f"{language}-today")
    await say(rep, "/deals")
    board = await message_with(rep, "Derybos")
    await board.get_by_test_id("inline-button").filter(has_text="Užklausa").click()
    await expect(board).to_contain_text("Fasado medžiagos")
    await shoot(rep, f"{language}-deals")
    await say(rep, text)
    await expect(card).to_have_count(2)
    await card.last.get_by_test_id("inline-button").filter(has_text=undone).click()
    await expect(rep.get_by_text("↩️")).to_be_visible()
