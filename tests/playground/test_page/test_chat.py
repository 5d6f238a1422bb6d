"""A chat on the page: saying, answering, pressing, changing, reading back."""

import asyncio

import pytest
from playwright.async_api import Page, expect

from playground.testing import BotClient, Phone, png

from .conftest import OpenPage

pytestmark = pytest.mark.browser


async def write(page: Page, text: str) -> None:
    """Writes a text and sends it by Enter."""
    await page.get_by_test_id("composer-input").fill(text)
    await page.get_by_test_id("composer-input").press("Enter")


async def choose(page: Page, message_id: int, choice: str) -> None:
    """Opens the menu of a message and takes a choice."""
    await page.locator(f'[data-message-id="{message_id}"] .meta').click()
    await page.get_by_test_id(choice).click()


async def test_start_then_a_text_are_sent_and_answered(open_page: OpenPage, echo: Phone) -> None:
    page = await open_page()
    await page.get_by_test_id("start-button").click()
    await expect(page.get_by_text("You said: /start")).to_be_visible()
    await write(page, "Labas")
    await expect(page.get_by_text("You said: Labas")).to_be_visible()
    await expect(page.get_by_test_id("composer-input")).to_have_value("")
    await expect(page.get_by_test_id("message")).to_have_count(4)
    await page.get_by_test_id("composer-input").fill("One\n")
    await page.get_by_test_id("composer-input").press("Shift+Enter")
    await page.get_by_test_id("send-button").click()
    assert (await echo.wait_for(lambda message: message.get("text") == "One"))["from"]["id"] == 7001


async def test_a_link_with_a_payload_presses_start_with_it_once(open_page: OpenPage, echo: Phone) -> None:
    page = await open_page("/?person=7001&start=invite-42")
    await expect(page.get_by_text("You said: /start invite-42")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("You said: /start invite-42")).to_be_visible()
    assert len(await echo.history()) == 2


async def test_pressing_shows_toast_alert_and_change_in_place(open_page: OpenPage, echo: Phone) -> None:
    await echo.start()
    page = await open_page()
    buttons = page.get_by_test_id("inline-button")
    await buttons.get_by_text("Toast").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Noted")
    await expect(page.locator(".inline-button.pressed")).to_have_count(0)
    await buttons.get_by_text("Alert").click()
    await expect(page.get_by_test_id("alert")).to_contain_text("Really <b>noted</b>")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("alert")).to_have_count(0)
    await buttons.get_by_text("Change").click()
    await expect(page.locator('[data-message-id="2"]')).to_contain_text("Changed")
    await expect(buttons).to_have_count(0)


async def test_a_pressed_button_turns_until_the_bot_answers(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Undo", "callback_data": "undo"}]]}
    await bot("sendMessage", chat_id=7001, text="Logged", reply_markup=keyboard)
    page = await open_page()
    button = page.get_by_test_id("inline-button")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    query = (await bot.updates(timeout=5))[-1]["callback_query"]
    await bot("answerCallbackQuery", callback_query_id=query["id"])
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_own_message_is_changed_in_place(open_page: OpenPage, ona: Phone, bot: BotClient) -> None:
    sent = await ona.say("Skambinau Jonui")
    await bot.take()
    page = await open_page()
    await choose(page, sent["message_id"], "edit")
    await expect(page.get_by_test_id("composer-input")).to_have_value("Skambinau Jonui")
    await write(page, "Skambinau Jonei")
    shown = page.locator(f'[data-message-id="{sent["message_id"]}"]')
    await expect(shown.get_by_test_id("message-text")).to_have_text("Skambinau Jonei")
    await expect(shown.locator(".edited")).to_contain_text("pakeista")
    updates = await bot.updates()
    assert [update["edited_message"]["text"] for update in updates] == ["Skambinau Jonei"]


async def test_a_reply_quotes_its_message_and_names_it_to_the_bot(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    card = await bot("sendMessage", chat_id=7001, text="Which company?")
    page = await open_page()
    await choose(page, card["message_id"], "reply")
    await write(page, "Statyba")
    await expect(page.locator(".entry.own .quote")).to_contain_text("Which company?")
    message = (await bot.updates())[-1]["message"]
    assert message["reply_to_message"]["message_id"] == card["message_id"]


async def test_what_the_bot_changes_deletes_and_does_is_seen(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    page = await open_page()
    await expect(page.get_by_test_id("message")).to_have_count(1)
    await bot("sendChatAction", chat_id=7001, action="typing")
    await expect(page.get_by_test_id("chat-status")).to_have_text("rašo…")
    card = await bot("sendMessage", chat_id=7001, text="First")
    await expect(page.get_by_text("First")).to_be_visible()
    await expect(page.get_by_test_id("chat-status")).to_have_text("botas")
    await bot("pinChatMessage", chat_id=7001, message_id=card["message_id"])
    await expect(page.get_by_test_id("pinned")).to_contain_text("First")
    await bot("editMessageText", chat_id=7001, message_id=card["message_id"], text="Second")
    await expect(page.locator(f'article[data-message-id="{card["message_id"]}"]')).to_contain_text("Second")
    await bot("deleteMessage", chat_id=7001, message_id=card["message_id"])
    await expect(page.locator(f'article[data-message-id="{card["message_id"]}"]')).to_have_count(0)


async def test_formatting_stands_at_utf16_offsets_and_text_is_never_html(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    text = "🏗️ <b>Statyba</b> <i>ir <u>ko</u></i> &lt;img src=x onerror=alert(1)&gt;"
    await bot("sendMessage", chat_id=7001, text=text, parse_mode="HTML")
    await ona.say("<script>alert(1)</script>")
    page = await open_page()
    words = page.get_by_test_id("message-text")
    await expect(words.nth(1)).to_have_text("🏗️ Statyba ir ko <img src=x onerror=alert(1)>")
    await expect(words.nth(1).locator("strong")).to_have_text("Statyba")
    await expect(words.nth(1).locator("em > u")).to_have_text("ko")
    await expect(words.nth(2)).to_have_text("<script>alert(1)</script>")
    assert await page.locator(".messages script, .messages img").count() == 0


async def test_commands_are_offered_in_the_persons_language(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    await bot("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    lithuanian = [{"command": "siandien", "description": "Ką darysiu"}]
    await bot("setMyCommands", commands=lithuanian, language_code="lt")
    page = await open_page()
    await page.get_by_test_id("menu-button").click()
    await expect(page.get_by_test_id("command")).to_have_text(["/siandienKą darysiu"])
    await page.get_by_test_id("command").click()
    await expect(page.locator(".entry.own .words").last).to_have_text("/siandien")


async def test_the_reply_keyboard_sends_words_contact_and_place(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    rows = [
        [{"text": "Taip"}],
        [{"text": "Numeris", "request_contact": True}, {"text": "Kur", "request_location": True}],
    ]
    await bot(
        "sendMessage", chat_id=7001, text="Na?", reply_markup={"keyboard": rows, "resize_keyboard": True}
    )
    page = await open_page()
    await page.get_by_test_id("reply-button").get_by_text("Taip").click()
    await page.get_by_test_id("reply-button").get_by_text("Numeris").click()
    await expect(page.locator(".contact")).to_contain_text("Ona Petraitė")
    await page.get_by_test_id("reply-button").get_by_text("Kur").click()
    await page.get_by_test_id("coordinates").fill("54,6872; 25,2797")
    await page.get_by_test_id("sheet-send").click()
    await expect(page.locator(".place")).to_contain_text("54.68720, 25.27970")
    await bot("sendMessage", chat_id=7001, text="Ačiū", reply_markup={"remove_keyboard": True})
    await expect(page.get_by_test_id("reply-button")).to_have_count(0)
    kinds = [set(update["message"]) & {"text", "contact", "location"} for update in await bot.updates()]
    assert kinds == [{"text"}, {"contact"}, {"location"}]


async def test_a_picture_is_sent_with_a_caption_and_shown(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    page = await open_page()
    await page.get_by_test_id("attach-button").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_test_id("attach-photo").click()
    await (await chooser.value).set_files({"name": "a.png", "mimeType": "image/png", "buffer": png(60, 40)})
    await page.get_by_test_id("caption").fill("Objektas")
    await page.get_by_test_id("sheet-send").click()
    picture = page.locator(".photo img")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("naturalWidth", 60)
    assert (await bot.updates())[-1]["message"]["caption"] == "Objektas"


async def test_a_thousand_messages_page_in_as_one_scrolls_up(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    for start in range(0, 1000, 50):
        await asyncio.gather(*(ona.say(f"Number {number}") for number in range(start, start + 50)))
    page = await open_page()
    await expect(page.get_by_test_id("message")).to_have_count(60)
    scroller = page.locator(".scroller")
    assert await scroller.evaluate("box => box.scrollHeight - box.scrollTop - box.clientHeight") < 2
    await scroller.evaluate("box => { box.scrollTop = 600 }")
    await expect(page.get_by_test_id("message")).to_have_count(120)
    assert await scroller.evaluate("box => box.scrollTop") > 1000
    await bot("sendMessage", chat_id=7001, text="News")
    await expect(page.get_by_test_id("to-newest")).to_have_attribute("data-count", "1")
    await page.get_by_test_id("to-newest").click()
    await expect(page.get_by_text("News")).to_be_in_viewport()


async def test_blocking_and_going_on(open_page: OpenPage, ona: Phone, bot: BotClient) -> None:
    page = await open_page()
    await page.get_by_test_id("header-menu").click()
    await page.get_by_test_id("block").click()
    await expect(page.get_by_test_id("start-button")).to_have_text("Atblokuoti ir tęsti")
    await page.get_by_test_id("start-button").click()
    await expect(page.get_by_test_id("composer-input")).to_be_visible()
    assert "my_chat_member" in (await bot.updates())[0]


async def test_an_inline_query_offers_results_and_sends_the_chosen_one(
    open_page: OpenPage, ona: Phone, bot: BotClient
) -> None:
    page = await open_page()
    await page.get_by_test_id("composer-input").fill("@test_bot sta")
    query = (await bot.updates(timeout=5))[-1]["inline_query"]
    assert query["query"] == "sta"
    content = {"message_text": "Statyba, UAB"}
    result = {"type": "article", "id": "1", "title": "Statyba", "input_message_content": content}
    await bot("answerInlineQuery", inline_query_id=query["id"], results=[result])
    await page.get_by_test_id("inline-result").click()
    await expect(page.locator(".entry.own").last).to_contain_text("Statyba, UAB")
    await expect(page.get_by_test_id("composer-input")).to_have_value("")


async def test_an_album_is_one_entry_and_a_file_can_be_fetched(open_page: OpenPage, ona: Phone) -> None:
    await ona.send_file("photo", png(), png(), png(), name="a.png")
    await ona.send_file("document", b"contents", name="Offer.pdf")
    page = await open_page()
    await expect(page.locator(".album .photo img")).to_have_count(3)
    async with page.expect_download() as download:
        await page.locator(".file").click()
    assert (await download.value).suggested_filename == "Offer.pdf"


async def test_a_forced_reply_is_begun_at_once(open_page: OpenPage, ona: Phone, bot: BotClient) -> None:
    page = await open_page()
    await expect(page.get_by_test_id("message")).to_have_count(1)
    asked = {"force_reply": True, "input_field_placeholder": "Suma"}
    question = await bot("sendMessage", chat_id=7001, text="Kiek?", reply_markup=asked)
    await expect(page.locator(".context")).to_contain_text("Kiek?")
    await expect(page.get_by_test_id("composer-input")).to_have_attribute("placeholder", "Suma")
    await write(page, "12k")
    await expect(page.locator(".entry.own .quote")).to_contain_text("Kiek?")
    assert (await bot.updates())[-1]["message"]["reply_to_message"]["message_id"] == question["message_id"]
