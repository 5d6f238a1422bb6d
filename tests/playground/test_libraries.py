"""python-telegram-bot and aiogram can read everything that the stand-in says."""

import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import telegram
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BotCommand,
    ChatFullInfo,
    File,
    InlineKeyboardMarkup,
    Message,
    ResultChatMemberUnion,
    Update,
    User,
    WebhookInfo,
)
from pydantic import BaseModel, TypeAdapter

from playground.testing import TOKEN, BotClient, Phone, png

INLINE = {
    "inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}, {"text": "w", "url": "https://a.lt"}]]
}


@pytest.fixture
async def ptb(bot: BotClient) -> AsyncIterator[telegram.Bot]:
    made = telegram.Bot(TOKEN, base_url=f"{bot.url}/bot", base_file_url=f"{bot.url}/file/bot")
    async with made:
        yield made


def strictly(model: type[BaseModel], value: Any, path: str = "") -> None:
    """The value fits the model, and the model (and those inside it) knows every field that is there."""
    known = {field.alias or name for name, field in model.model_fields.items()}
    assert set(value) <= known, f"{path or model.__name__} has no {set(value) - known}"
    parsed = model.model_validate(value)
    for name, field in model.model_fields.items():
        inner = getattr(parsed, name)
        raw = value.get(field.alias or name)
        for part, raw_part in (
            zip(inner, raw, strict=True) if isinstance(inner, list) and raw else [(inner, raw)]
        ):
            if isinstance(part, BaseModel) and isinstance(raw_part, dict):
                strictly(type(part), raw_part, f"{path or model.__name__}.{name}")


async def everything_said(ona: Phone, bot: BotClient) -> list[dict[str, Any]]:
    """All kinds of updates there are."""
    kinds = ["message", "edited_message", "callback_query", "inline_query", "chosen_inline_result"]
    await bot.updates(allowed_updates=[*kinds, "my_chat_member", "message_reaction"])
    first = await ona.say("one /two @three_x https://a.lt")
    await ona.say("answer", reply_to=first["message_id"], quote="/two")
    await ona.say(contact={})
    await ona.say(location={"latitude": 54.6, "longitude": 25.2, "live_period": 60})
    await ona.say(venue={"latitude": 54.6, "longitude": 25.2, "title": "t", "address": "a"})
    await ona.say(dice={"emoji": "🎯"})
    await ona.say(sticker={"emoji": "👍"})
    await ona.say(forward={"chat": bot.id, "message_ids": [first["message_id"]]})
    await ona.say(forward={"sender_name": "x", "text": "y"})
    for kind in ("photo", "document", "voice", "audio", "video", "video_note", "sticker", "animation"):
        await ona.send_file(kind, png(), name="a.png")
    await ona.send_file("photo", png(), png(), caption="album")
    await ona.edit(first["message_id"], text="changed")
    card = await bot("sendMessage", chat_id=7001, text="card", reply_markup=INLINE)
    await ona.press(card["message_id"], "yes")
    reaction = f"{ona.place}/messages/{card['message_id']}/reaction"
    await ona.ask("POST", reaction, {"emoji": "👍"})
    asked = await ona.ask("POST", "/api/people/7001/inline", {"bot": bot.id, "query": "q", "chat": bot.id})
    content = {"message_text": "t"}
    results = [
        {"type": "article", "id": "1", "title": "T", "input_message_content": content, "reply_markup": INLINE}
    ]
    await bot("answerInlineQuery", inline_query_id=asked["query_id"], results=results)
    await ona.ask("POST", f"/api/people/7001/inline/{asked['query_id']}/choose", {"result_id": "1"})
    await bot("pinChatMessage", chat_id=7001, message_id=card["message_id"])
    group = await ona.ask("POST", "/api/groups", {"title": "G", "members": [7001], "bots": [bot.id]})
    await ona.ask("DELETE", f"/api/groups/{group['id']}/members/{bot.id}")
    await ona.ask("POST", f"{ona.place}/block")
    await ona.ask("POST", f"{ona.place}/unblock")
    return await bot.take()


async def test_both_read_every_kind_of_update(bot: BotClient, ona: Phone, ptb: telegram.Bot) -> None:
    updates = await everything_said(ona, bot)
    assert len(updates) > 25
    for update in updates:
        strictly(Update, update)
        parsed = telegram.Update.de_json(update, ptb)
        assert parsed.update_id == update["update_id"]
        assert not parsed.api_kwargs
        if parsed.message:
            assert not parsed.message.api_kwargs
    kinds = {kind for update in updates for kind in update} - {"update_id"}
    assert len(kinds) == 7


async def test_ptb_uses_all_methods(ptb: telegram.Bot, ona: Phone) -> None:
    markup = telegram.InlineKeyboardMarkup.de_json(INLINE, ptb)
    sent = await ptb.send_message(7001, "<b>x</b> & y", parse_mode="HTML", reply_markup=markup)
    assert sent.text == "x & y"
    edited = await ptb.edit_message_text("z", 7001, sent.message_id, reply_markup=markup)
    assert isinstance(edited, telegram.Message)
    await ptb.edit_message_reply_markup(7001, sent.message_id)
    picture = await ptb.send_photo(7001, io.BytesIO(png()), caption="c", filename="ą.png")
    await ptb.edit_message_caption(7001, picture.message_id, caption="d")
    document = telegram.InputMediaDocument(io.BytesIO(b"1"), filename="a.txt")
    await ptb.edit_message_media(document, 7001, picture.message_id)
    media = [telegram.InputMediaPhoto(io.BytesIO(png())), telegram.InputMediaPhoto(picture.photo[-1])]
    assert len(await ptb.send_media_group(7001, media)) == 2
    await ptb.send_document(7001, io.BytesIO(b"x,y"), filename="a.csv", reply_to_message_id=sent.message_id)
    await ptb.send_voice(7001, io.BytesIO(b"OggS"))
    await ptb.send_location(7001, 54.6, 25.2)
    await ptb.send_venue(7001, 54.6, 25.2, "t", "a")
    await ptb.send_contact(7001, "+370", "J")
    await ptb.send_chat_action(7001, "typing")
    await ptb.set_message_reaction(7001, sent.message_id, "👍")
    await ptb.pin_chat_message(7001, sent.message_id)
    await ptb.unpin_chat_message(7001)
    await ptb.forward_message(7001, 7001, sent.message_id)
    await ptb.copy_message(7001, 7001, sent.message_id)
    content = await (await ptb.get_file(picture.photo[-1].file_id)).download_as_bytearray()
    assert bytes(content) == png()
    assert await ptb.delete_messages(7001, [sent.message_id, picture.message_id])


async def test_ptb_sets_itself_up(ptb: telegram.Bot, ona: Phone) -> None:
    scope = telegram.BotCommandScopeChat(7001)
    await ptb.set_my_commands([("today", "What is on")], scope, "lt")
    assert (await ptb.get_my_commands(scope, "lt"))[0].command == "today"
    await ptb.delete_my_commands(scope, "lt")
    await ptb.set_my_name("N")
    await ptb.set_my_description("D")
    await ptb.set_my_short_description("S")
    assert (await ptb.get_my_name()).name == "N"
    await ptb.set_chat_menu_button(7001, telegram.MenuButtonCommands())
    assert isinstance(await ptb.get_chat_menu_button(7001), telegram.MenuButtonCommands)
    assert (await ptb.get_chat(7001)).first_name == "Ona"
    assert (await ptb.get_chat_member(7001, 7001)).status == "member"
    await ptb.set_webhook("http://127.0.0.1:9/x", secret_token="s", allowed_updates=["message"])
    assert (await ptb.get_webhook_info()).allowed_updates == ("message",)
    await ptb.delete_webhook(drop_pending_updates=True)
    assert await ptb.get_updates(timeout=0) == ()


async def test_ptb_takes_refusals_for_what_they_are(
    ptb: telegram.Bot, stranger: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(telegram.error.Forbidden):
        await ptb.send_message(7001, "x")
    with pytest.raises(telegram.error.BadRequest, match="Chat not found"):
        await ptb.send_message(1, "x")
    await stranger.ask("POST", "/api/faults", {"next": [{"kind": "429", "retry_after": 3}, {"kind": "502"}]})
    with pytest.raises(telegram.error.RetryAfter):
        await ptb.send_message(7001, "x")
    with pytest.raises(telegram.error.NetworkError):
        await ptb.send_message(7001, "x")
    wrong = telegram.Bot("123456:" + "Z" * 35, base_url=ptb.base_url.removesuffix(ptb.token))
    with pytest.raises(telegram.error.InvalidToken):
        await wrong.initialize()
    await wrong.shutdown()


async def test_aiogram_reads_every_answer(bot: BotClient, ona: Phone) -> None:
    strictly(User, await bot("getMe"))
    strictly(WebhookInfo, await bot("getWebhookInfo"))
    strictly(ChatFullInfo, await bot("getChat", chat_id=7001))
    TypeAdapter(ResultChatMemberUnion).validate_python(await bot("getChatMember", chat_id=7001, user_id=7001))
    sent = await bot("sendMessage", chat_id=7001, text="/x https://a.lt", reply_markup=INLINE)
    strictly(Message, sent)
    strictly(InlineKeyboardMarkup, sent["reply_markup"])
    await bot("setMyCommands", commands=[{"command": "a", "description": "b"}])
    strictly(BotCommand, (await bot("getMyCommands"))[0])
    photo = (await ona.send_file("photo", png()))[0]["photo"][0]
    strictly(File, await bot("getFile", file_id=photo["file_id"]))


async def test_aiogram_talks_to_it(bot: BotClient, ona: Phone) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(bot.url))
    async with AiogramBot(TOKEN, session=session) as other:
        sent = await other.send_message(7001, "<i>labas</i>", parse_mode="HTML")
        assert sent.text == "labas"
        await ona.say("hi")
        assert (await other.get_updates())[0].message.text == "hi"  # type: ignore[union-attr]
    assert json.dumps(await ona.history())
