"""Holds every request of the bot's against an independent description of the Bot API, and its limits."""

from collections.abc import Iterator, Mapping
from typing import Any

import aiogram.methods
import aiohttp
from pydantic import BaseModel
from telegram.constants import InlineKeyboardButtonLimit, InlineQueryLimit, MessageLimit


async def check_requests(url: str) -> int:
    """Raises AssertionError for a request that breaks a rule; returns how many were looked at."""
    async with (
        aiohttp.ClientSession(url) as http,
        http.get("/api/requests", params={"limit": 100000}) as answer,
    ):
        requests = (await answer.json())["requests"]
    for request in requests:
        problems = list(broken_rules(request["method"], request["params"], request["files"]))
        assert not problems, f"{request['method']}: {problems}"
    return len(requests)


def broken_rules(method: str, params: Mapping[str, Any], files: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with one request: unknown fields, missing ones, over a limit."""
    described = getattr(aiogram.methods, method[0].upper() + method[1:])
    parts = [name for name in files if f"attach://{name}" not in str(params)]
    model = described.model_validate(dict(params) | dict.fromkeys(parts, "attached"))
    yield from (f"unknown field {name}" for name in _unknown(model))
    text = params.get("text", "")
    if method in ("sendMessage", "editMessageText") and not text:
        yield "empty text"
    if method == "answerCallbackQuery" and len(text) > 200:
        yield "text of a callback answer over 200"
    if len(params.get("caption", "")) > 4 * MessageLimit.CAPTION_LENGTH:
        yield "caption far over its limit"
    if method == "answerInlineQuery":
        yield from _broken_inline(params)
    for button in _buttons(params.get("reply_markup")):
        size = len(button.get("callback_data", "x").encode())
        if not 1 <= size <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
            yield f"callback data of {size} bytes"
        if not button["text"].strip():
            yield "a button without words"


def _broken_inline(params: Mapping[str, Any]) -> Iterator[str]:
    results = params["results"]
    ids = [result["id"] for result in results]
    if len(results) > InlineQueryLimit.RESULTS:
        yield f"{len(results)} inline results"
    if len(set(ids)) < len(ids) or not all(1 <= len(each.encode()) <= 64 for each in ids):
        yield "ids of inline results"
    if len(params.get("next_offset", "").encode()) > InlineQueryLimit.MAX_OFFSET_LENGTH:
        yield "offset of an inline query"
    if not params.get("is_personal"):
        yield "one person's inline results are shown to others"
    for result in results:
        text = result["input_message_content"]["message_text"]
        if not result["title"].strip() or not 1 <= len(text) <= MessageLimit.MAX_TEXT_LENGTH:
            yield "an inline result without a title, or with an empty or too long text"


def _unknown(model: BaseModel) -> Iterator[str]:
    yield from model.model_extra or ()
    for name in type(model).model_fields:
        value = getattr(model, name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, BaseModel):
                yield from (f"{name}.{inner}" for inner in _unknown(part))


def _buttons(markup: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(markup, Mapping):
        for row in markup.get("inline_keyboard", []):
            yield from row
