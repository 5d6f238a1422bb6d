"""Changing a bot's own message: text, caption, file, keyboard, live location."""

from typing import Any

from ..chats import Chat
from ..errors import bad_request
from ..jsontypes import Json
from ..messages import MEDIA, changed, content_of, render
from ..registry import CAPTION, EDITING, Call, method
from ..targets import find_chat, find_message, inline_message
from .media import input_media
from .places import location_of
from .send import caption_of, check_extras, markup_of, preview_of, text_of

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _target(call: Call) -> tuple[Chat, Json, bool]:
    """The message to edit, and whether it was named as an inline one."""
    if not call.params.text("chat_id") and not call.params.text("message_id"):
        chat, message = inline_message(call.world, call.bot.id, call.params.text("inline_message_id"))
        return chat, message, True
    chat = find_chat(call)
    message = find_message(call, chat, "message to edit")
    if message["from"]["id"] != call.bot.id or "forward_origin" in message or "via_bot" in message:
        raise bad_request("message can't be edited")
    return chat, message, False


def _markup(call: Call) -> Json | None:
    check_extras(call)
    markup = markup_of(call)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _edit(call: Call, content: Json, markup: Json | None, target: tuple[Chat, Json, bool]) -> Json | bool:
    """Puts content and keyboard (None removes it) in place of the old; refuses when nothing changes."""
    chat, message, inline = target
    if content == content_of(message) and markup == message.get("reply_markup"):
        raise bad_request(_SAME)
    for name in (*content_of(message), "reply_markup"):
        message.pop(name, None)
    message |= content | ({"reply_markup": markup} if markup else {}) | {"edit_date": call.world.clock.unix()}
    changed(call.world, chat, message)
    return True if inline else render(call.world, chat, message)


def _but(message: Json, *names: str) -> Json:
    return {name: value for name, value in content_of(message).items() if name not in names}


@method(
    "editMessageText",
    f"{EDITING} text parse_mode entities link_preview_options disable_web_page_preview",
)
def edit_message_text(call: Call) -> Any:
    """Another text."""
    said, markup = text_of(call), _markup(call)
    target = _target(call)
    if "text" not in target[1]:
        raise bad_request("there is no text in the message to edit")
    return _edit(call, said.fields() | preview_of(call), markup, target)


@method("editMessageCaption", f"{EDITING} {CAPTION}")
def edit_message_caption(call: Call) -> Any:
    """Another caption, or none."""
    said, markup = caption_of(call), _markup(call)
    target = _target(call)
    if not any(name in target[1] for name in MEDIA if name not in ("sticker", "video_note")):
        raise bad_request("there is no caption in the message to edit")
    kept = _but(target[1], "caption", "caption_entities", "show_caption_above_media")
    return _edit(call, kept | said, markup, target)


@method("editMessageReplyMarkup", EDITING)
def edit_message_reply_markup(call: Call) -> Any:
    """Another keyboard, or none."""
    markup = _markup(call)
    target = _target(call)
    return _edit(call, content_of(target[1]), markup, target)


@method("editMessageMedia", f"{EDITING} media")
def edit_message_media(call: Call) -> Any:
    """Another file with its caption."""
    markup = _markup(call)
    item = call.params.json("media", "input media")
    if item is None:
        raise bad_request('Parameter "media" is required')
    _, content = input_media(call, item, album=False)
    target = _target(call)
    if not any(name in target[1] for name in (*MEDIA, "text")):
        raise bad_request("message can't be edited")
    return _edit(call, content, markup, target)


@method(
    "editMessageLiveLocation",
    f"{EDITING} latitude longitude live_period horizontal_accuracy heading proximity_alert_radius",
)
def edit_message_live_location(call: Call) -> Any:
    """Moves a live location."""
    place, markup = location_of(call), _markup(call)
    target = _target(call)
    period = target[1].get("location", {}).get("live_period")
    if not period:
        raise bad_request("message can't be edited")
    return _edit(call, {"location": {"live_period": period, **place}}, markup, target)


@method("stopMessageLiveLocation", EDITING)
def stop_message_live_location(call: Call) -> Any:
    """Ends a live location where it is."""
    markup = _markup(call)
    target = _target(call)
    place = dict(target[1].get("location", {}))
    if not place.pop("live_period", None):
        raise bad_request("message can't be edited")
    return _edit(call, {"location": place}, markup, target)
