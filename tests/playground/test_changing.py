"""Editing, deleting, answering, pinning and reacting."""

import asyncio
from typing import Any

import pytest

from playground.jsontypes import Json
from playground.testing import BotClient, Failed, Phone, png

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}


async def refused(bot: BotClient, method: str, **params: Any) -> str:
    with pytest.raises(Failed) as caught:
        await bot(method, chat_id=7001, **params)
    return caught.value.words


async def sent(bot: BotClient) -> Json:
    message: Json = await bot("sendMessage", chat_id=7001, text="card", reply_markup=KEYBOARD)
    return message


async def test_the_same_again_is_not_modified(bot: BotClient, ona: Phone) -> None:
    number = (await sent(bot))["message_id"]
    words = (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )
    params = {"message_id": number, "reply_markup": KEYBOARD}
    assert await refused(bot, "editMessageText", text=" card ", **params) == words
    assert await refused(bot, "editMessageReplyMarkup", **params) == words
    await bot("editMessageText", chat_id=7001, text="<b>card</b>", parse_mode="HTML", **params)


async def test_an_edit_without_markup_removes_the_keyboard(bot: BotClient, ona: Phone) -> None:
    message = await sent(bot)
    async with ona.live() as feed:
        edited = await bot("editMessageText", chat_id=7001, message_id=message["message_id"], text="done")
        assert "reply_markup" not in edited
        assert (await feed.next("edited"))[1]["message"] == edited
    with pytest.raises(Failed) as caught:
        await ona.press(message["message_id"], "yes")
    assert caught.value.status == 409
    assert "not modified" in await refused(bot, "editMessageReplyMarkup", message_id=message["message_id"])


async def test_what_can_not_be_edited(bot: BotClient, ona: Phone) -> None:
    own = (await ona.say("mine"))["message_id"]
    photo = (await ona.send_file("photo", png()))[0]["photo"][0]["file_id"]
    picture = (await bot("sendPhoto", chat_id=7001, photo=photo))["message_id"]
    text = (await sent(bot))["message_id"]
    assert (
        await refused(bot, "editMessageText", message_id=own, text="x")
        == "Bad Request: message can't be edited"
    )
    gone = await refused(bot, "editMessageText", message_id=999, text="x")
    assert gone == "Bad Request: message to edit not found"
    missing = await refused(bot, "editMessageText", text="x", message_id=0)
    assert missing == "Bad Request: message identifier is not specified"
    no_text = await refused(bot, "editMessageText", message_id=picture, text="x")
    assert no_text == "Bad Request: there is no text in the message to edit"
    no_caption = await refused(bot, "editMessageCaption", message_id=text, caption="x")
    assert no_caption == "Bad Request: there is no caption in the message to edit"
    await bot("editMessageCaption", chat_id=7001, message_id=picture, caption="now")
    media = {"type": "photo", "media": photo, "caption": "again"}
    edited = await bot("editMessageMedia", chat_id=7001, message_id=picture, media=media)
    assert edited["caption"] == "again"


async def test_deleting(bot: BotClient, ona: Phone) -> None:
    theirs, own = (await ona.say("x"))["message_id"], (await sent(bot))["message_id"]
    assert await bot("deleteMessage", chat_id=7001, message_id=theirs) is True
    again = await refused(bot, "deleteMessage", message_id=theirs)
    assert again == "Bad Request: message to delete not found"
    assert await bot("deleteMessages", chat_id=7001, message_ids=[own, 998, 999]) is True
    assert [m["text"] for m in await ona.history()] == ["/start"]
    old = (await sent(bot))["message_id"]
    await ona.ask("POST", "/api/clock", {"by_s": 49 * 3600})
    late = await refused(bot, "deleteMessage", message_id=old)
    assert late == "Bad Request: message can't be deleted for everyone"


async def test_a_press_is_answered_once_and_in_time(bot: BotClient, ona: Phone) -> None:
    message = await sent(bot)
    async with ona.live() as feed:
        query_id = await ona.press(message["message_id"], "yes")
        query = (await bot.take())[0]["callback_query"]
        assert (query["id"], query["data"], query["message"]) == (query_id, "yes", message)
        await bot("answerCallbackQuery", callback_query_id=query_id, text="Saved", show_alert=True)
        _, data = await feed.next("callback_answer")
        assert (data["query_id"], data["text"], data["show_alert"]) == (query_id, "Saved", True)
    assert (await ona.ask("GET", f"/api/people/7001/queries/{query_id}"))["answered"] is True
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await refused(bot, "answerCallbackQuery", callback_query_id=query_id) == old
    assert await refused(bot, "answerCallbackQuery", callback_query_id="77") == old
    await ona.ask("POST", "/api/faults", {"callback_expiry_s": 0.05})
    query_id = await ona.press(message["message_id"], "yes")
    await asyncio.sleep(0.1)
    assert await refused(bot, "answerCallbackQuery", callback_query_id=query_id) == old
    assert (await ona.ask("GET", f"/api/people/7001/queries/{query_id}"))["expired"] is True


async def test_a_forged_press_goes_through_when_forced(bot: BotClient, ona: Phone) -> None:
    number = (await bot("sendMessage", chat_id=7001, text="bare"))["message_id"]
    await ona.press(number, "forged:1", force=True)
    assert (await bot.take())[0]["callback_query"]["data"] == "forged:1"


async def test_pressing_by_place_and_opening_links(bot: BotClient, ona: Phone) -> None:
    rows = [[{"text": "a", "callback_data": "a"}, {"text": "web", "url": "https://a.lt/x"}]]
    number = (await bot("sendMessage", chat_id=7001, text="?", reply_markup={"inline_keyboard": rows}))[
        "message_id"
    ]
    press = f"{ona.place}/messages/{number}/press"
    assert await ona.ask("POST", press, {"row": 0, "column": 1}) == {"open": {"url": "https://a.lt/x"}}
    assert "query_id" in await ona.ask("POST", press, {"row": 0, "column": 0})
    with pytest.raises(Failed):
        await ona.ask("POST", press, {"row": 0, "column": 2})


async def test_pinning_and_reacting(bot: BotClient, ona: Phone) -> None:
    number = (await sent(bot))["message_id"]
    assert await bot("pinChatMessage", chat_id=7001, message_id=number) is True
    assert (await bot("getChat", chat_id=7001))["pinned_message"]["message_id"] == number
    assert (await ona.ask("GET", ona.place))["pinned"] == [number]
    assert await bot("unpinChatMessage", chat_id=7001) is True
    gone = await refused(bot, "unpinChatMessage", message_id=number)
    assert gone == "Bad Request: message to unpin not found"
    theirs = (await ona.say("hi"))["message_id"]
    reaction = [{"type": "emoji", "emoji": "👍"}]
    assert await bot("setMessageReaction", chat_id=7001, message_id=theirs, reaction=reaction) is True
    assert (await ona.history())[-1]["reactions"] == [{"by": bot.id, "emoji": "👍"}]
