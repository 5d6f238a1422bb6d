"""sendMessage and its kin: what arrives, and what is refused with Telegram's words."""

import json
from typing import Any

import aiohttp
import pytest

from playground.testing import BotClient, Failed, Phone, png


async def refusal(bot: BotClient, method: str, **params: Any) -> tuple[int, str]:
    with pytest.raises(Failed) as refused:
        await bot(method, **params)
    return refused.value.status, refused.value.words


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


YES = {"text": "Yes", "callback_data": "yes"}


@pytest.mark.parametrize(
    ("params", "code", "words"),
    [
        ({"chat_id": 7001}, 400, "Bad Request: message text is empty"),
        ({"chat_id": 7001, "text": "  "}, 400, "Bad Request: text must be non-empty"),
        (
            {"chat_id": 7001, "text": "<b> </b>", "parse_mode": "HTML"},
            400,
            "Bad Request: text must be non-empty",
        ),
        ({"chat_id": 7001, "text": "x" * 4097}, 400, "Bad Request: message is too long"),
        ({"text": "x"}, 400, "Bad Request: chat_id is empty"),
        ({"chat_id": 1, "text": "x"}, 400, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, 400, "Bad Request: chat not found"),
        ({"chat_id": 7001, "text": "x", "parse_mode": "BBCode"}, 400, "Bad Request: unsupported parse_mode"),
        (
            {"chat_id": 7001, "text": "x", "reply_parameters": {"message_id": 99}},
            400,
            "Bad Request: message to be replied not found",
        ),
        (
            {"chat_id": 7001, "text": "x", "reply_parameters": {"quote": "x"}},
            400,
            'Bad Request: can\'t find field "message_id"',
        ),
        (
            {"chat_id": 7001, "text": "x", "message_thread_id": 5},
            400,
            "Bad Request: message thread not found",
        ),
        (
            {"chat_id": 7001, "text": "x", "link_preview_options": {"is_disabled": "yes"}},
            400,
            'Bad Request: field "is_disabled" must be of type Boolean',
        ),
    ],
)
async def test_refused_messages(
    bot: BotClient, ona: Phone, params: dict[str, Any], code: int, words: str
) -> None:
    assert await refusal(bot, "sendMessage", **params) == (code, words)
    assert len(await ona.history()) == 1


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (keyboard([{"text": "x", "callback_data": "ą" * 33}]), "BUTTON_DATA_INVALID"),
        (
            keyboard([{"callback_data": "x"}]),
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            keyboard([{"text": "x"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard([{"text": "x", "url": "nope"}]),
            "inline keyboard button URL 'nope' is invalid: Wrong HTTP URL",
        ),
        (
            keyboard([{"text": "x", "url": "ftp://a.lt"}]),
            "inline keyboard button URL 'ftp://a.lt' is invalid: Unsupported URL protocol",
        ),
        (
            keyboard([{"text": "x", "web_app": {"url": "http://a.lt"}}]),
            "inline keyboard button Web App URL 'http://a.lt' is invalid: Only HTTPS links are allowed",
        ),
        (keyboard([{"text": "x", "copy_text": {"text": ""}}]), "BUTTON_COPY_TEXT_INVALID"),
        (keyboard([{"text": "x", "pay": True}]), "BUTTON_TYPE_INVALID"),
        ({"inline_keyboard": "bad"}, 'field "inline_keyboard" must be of type Array'),
        ({"keyboard": "bad"}, 'field "keyboard" must be of type Array'),
        ({"keyboard": [[{"text": "A"}]], "selective": "yes"}, 'field "selective" must be of type Boolean'),
        ({"force_reply": "yes"}, 'field "force_reply" must be of type Boolean'),
        ("{broken", "can't parse reply keyboard markup JSON object"),
        ([1], "object expected as reply markup"),
        (keyboard(*[[YES]] * 101), "reply markup is too long"),
    ],
)
async def test_refused_markup(bot: BotClient, ona: Phone, markup: Any, words: str) -> None:
    said = await refusal(bot, "sendMessage", chat_id=7001, text="x", reply_markup=markup)
    assert said == (400, f"Bad Request: {words}")


async def test_limits_count_after_parsing(bot: BotClient, ona: Phone) -> None:
    await bot("sendMessage", chat_id=7001, text=f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML")
    form = aiohttp.FormData({"chat_id": "7001", "caption": f"<i>{'x' * 1024}</i>", "parse_mode": "HTML"})
    form.add_field("document", b"1", filename="a.txt")
    assert len((await bot("sendDocument", form))["caption"]) == 1024
    form = aiohttp.FormData({"chat_id": "7001", "caption": "x" * 1025})
    form.add_field("document", b"1", filename="a.txt")
    with pytest.raises(Failed, match="message caption is too long"):
        await bot("sendDocument", form)


async def test_a_stranger_and_a_blocker_get_nothing(bot: BotClient, stranger: Phone) -> None:
    said = await refusal(bot, "sendMessage", chat_id=7001, text="x")
    assert said == (403, "Forbidden: bot can't initiate conversation with a user")
    await stranger.start("payload")
    assert (await bot.take())[0]["message"]["text"] == "/start payload"
    await stranger.ask("POST", f"{stranger.place}/block")
    update = (await bot.take())[0]["my_chat_member"]
    assert (update["old_chat_member"]["status"], update["new_chat_member"]["status"]) == ("member", "kicked")
    for method, params in (("sendMessage", {"text": "x"}), ("sendChatAction", {"action": "typing"})):
        said = await refusal(bot, method, chat_id=7001, **params)
        assert said == (403, "Forbidden: bot was blocked by the user")
    with pytest.raises(Failed) as refused:
        await stranger.say("hello?")
    assert refused.value.status == 409
    await stranger.start()
    assert ["my_chat_member" in update for update in await bot.take()] == [True, False]
    await bot("sendMessage", chat_id=7001, text="welcome back")


async def test_a_message_arrives_with_keyboard_reply_and_quote(bot: BotClient, ona: Phone) -> None:
    asked = await ona.say("Ar 👍 skambinti rytoj?")
    parameters = {"message_id": asked["message_id"], "quote": "skambinti"}
    sent = await bot(
        "sendMessage",
        chat_id=7001,
        text="<b>Taip</b>",
        parse_mode="HTML",
        reply_markup=keyboard([YES], [{"text": "Map", "url": "https://a.lt"}]),
        reply_parameters=parameters,
    )
    assert sent["reply_to_message"]["text"] == asked["text"]
    assert sent["quote"] == {"text": "skambinti", "position": 6, "is_manual": True}
    assert sent["reply_markup"]["inline_keyboard"][1][0]["url"] == "https://a.lt/"
    assert (await ona.history())[-1] == sent


async def test_a_reply_keyboard_is_shown_and_taken_away(bot: BotClient, ona: Phone) -> None:
    markup = {"keyboard": [[{"text": "Yes"}, "No"]], "one_time_keyboard": True}
    sent = await bot("sendMessage", chat_id=7001, text="?", reply_markup=markup)
    assert "reply_markup" not in sent
    chat = await ona.ask("GET", ona.place)
    assert chat["keyboard"]["keyboard"] == [[{"text": "Yes"}, {"text": "No"}]]
    await ona.say("Yes")
    assert (await ona.ask("GET", ona.place))["keyboard"] is None


@pytest.mark.parametrize("way", ["json", "urlencoded", "query", "multipart", "get"])
async def test_parameters_are_taken_however_they_come(
    bot: BotClient, ona: Phone, session: aiohttp.ClientSession, way: str
) -> None:
    params = {"chat_id": "7001", "text": "labas", "reply_markup": json.dumps(keyboard([YES]))}
    url = f"{bot.url}/bot{bot.token}/SENDMESSAGE"
    form = aiohttp.FormData(params, default_to_multipart=way == "multipart")
    bodies: dict[str, dict[str, Any]] = {
        "json": {"json": {**params, "chat_id": 7001}},
        "urlencoded": {"data": form},
        "multipart": {"data": form},
    }
    sent = bodies.get(way, {"params": params})
    async with session.request("GET" if way == "get" else "POST", url, **sent) as response:
        said = await response.json()
    assert said["result"]["reply_markup"] == keyboard([YES])


async def test_files_are_uploaded_attached_and_reused(
    bot: BotClient, ona: Phone, session: aiohttp.ClientSession
) -> None:
    picture = png(40, 30)
    form = aiohttp.FormData({"chat_id": "7001", "caption": "chart"})
    form.add_field("photo", picture, filename="chart.png", content_type="image/png")
    photo = (await bot("sendPhoto", form))["photo"][-1]
    assert (photo["width"], photo["height"], photo["file_size"]) == (40, 30, len(picture))
    again = await bot("sendPhoto", chat_id=7001, photo=photo["file_id"])
    assert again["photo"][-1] == photo
    path = (await bot("getFile", file_id=photo["file_id"]))["file_path"]
    for address in (f"/file/bot{bot.token}/{path}", f"/api/files/{photo['file_id']}"):
        async with session.get(bot.url + address) as response:
            assert await response.read() == picture
    media = [{"type": "photo", "media": "attach://one"}, {"type": "photo", "media": photo["file_id"]}]
    form = aiohttp.FormData({"chat_id": "7001", "media": json.dumps(media)})
    form.add_field("one", picture, filename="1.png")
    album = await bot("sendMediaGroup", form)
    assert len({message["media_group_id"] for message in album}) == 1
    assert [len(message["photo"]) for message in album] == [1, 1]


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "nonsense"}, "wrong remote file identifier specified: Wrong string length"),
        ("sendPhoto", {"photo": "https://a.lt/a.png"}, "failed to get HTTP URL content"),
        ("sendMediaGroup", {"media": []}, "there are no messages to send"),
        ("sendMediaGroup", {"media": [{"type": "photo"}]}, "can't parse InputMedia: media not found"),
        ("sendLocation", {"latitude": 91, "longitude": 1}, "wrong latitude or longitude specified"),
        ("sendContact", {"phone_number": "+370"}, 'parameter "first_name" is required'),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "nonsense"}, "invalid file_id"),
        (
            "setMessageReaction",
            {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "🧦"}]},
            "REACTION_INVALID",
        ),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    ],
)
async def test_other_refusals(
    bot: BotClient, ona: Phone, method: str, params: dict[str, Any], words: str
) -> None:
    assert await refusal(bot, method, chat_id=7001, **params) == (400, f"Bad Request: {words}")


async def test_a_text_is_no_photo_and_a_photo_no_document(bot: BotClient, ona: Phone) -> None:
    form = aiohttp.FormData({"chat_id": "7001"})
    form.add_field("photo", b"not a picture", filename="a.png")
    with pytest.raises(Failed, match="IMAGE_PROCESS_FAILED"):
        await bot("sendPhoto", form)
    photo = (await ona.send_file("photo", png()))[0]["photo"][0]["file_id"]
    said = await refusal(bot, "sendDocument", chat_id=7001, document=photo)
    assert said == (400, "Bad Request: can't use file of type Photo as Document")


async def test_places_people_and_actions(bot: BotClient, ona: Phone) -> None:
    venue = await bot(
        "sendVenue", chat_id=7001, latitude=54.6, longitude=25.2, title="Statyba", address="Gatvė 1"
    )
    assert venue["venue"]["location"] == venue["location"] == {"latitude": 54.6, "longitude": 25.2}
    contact = await bot("sendContact", chat_id=7001, phone_number="+37060000001", first_name="Jonas")
    assert contact["contact"] == {"phone_number": "+37060000001", "first_name": "Jonas"}
    async with ona.live() as feed:
        assert await bot("sendChatAction", chat_id=7001, action="typing") is True
        name, data = await feed.next()
        assert (name, data["chat"], data["action"]) == ("action", bot.id, "typing")


async def test_forwarding_and_copying(bot: BotClient, ona: Phone) -> None:
    said = await ona.say("original")
    forwarded = await bot("forwardMessage", chat_id=7001, from_chat_id=7001, message_id=said["message_id"])
    assert forwarded["forward_origin"]["sender_user"]["id"] == 7001
    copied = await bot("copyMessage", chat_id=7001, from_chat_id=7001, message_id=said["message_id"])
    assert (await ona.history())[-1]["text"] == "original"
    assert list(copied) == ["message_id"]
