"""Sending text, and what all sending has in common; forwarding and copying."""

from ..chats import Chat
from ..errors import bad_request
from ..formatted import Formatted, caption, message_text
from ..jsontypes import Json
from ..markup import reply_markup
from ..messages import content_of, post, render
from ..registry import CAPTION, SENDING, Call, method
from ..targets import find_chat, find_message, reply_fields, writable_chat


def markup_of(call: Call) -> Json | None:
    """The `reply_markup` parameter, checked."""
    return reply_markup(call.params.json("reply_markup", "reply keyboard markup"))


def text_of(call: Call) -> Formatted:
    """The `text` parameter with its formatting, checked."""
    entities = call.params.json("entities", "entities")
    return message_text(
        call.params.text("text"), call.params.text("parse_mode"), entities, call.world.people.user
    )


def caption_of(call: Call) -> Json:
    """The caption's fields of a Message, checked."""
    entities = call.params.json("caption_entities", "caption entities")
    said = caption(
        call.params.text("caption"), call.params.text("parse_mode"), entities, call.world.people.user
    )
    above = {"show_caption_above_media": True} if call.params.flag("show_caption_above_media") else {}
    return said.fields("caption") | (above if said.text else {})


def check_extras(call: Call) -> None:
    """Refuses what this Telegram has none of: business connections, topics, effects."""
    if call.params.text("business_connection_id"):
        raise bad_request("business connection not found")
    if call.params.integer("message_thread_id") > 0:
        raise bad_request("message thread not found")
    if call.params.flag("allow_paid_broadcast"):
        raise bad_request("FLOODSKIP_NOT_ALLOWED")


def send(call: Call, content: Json, **more: str) -> Json:
    """Sends a bot's message with the usual parameters (chat, reply, markup) and gives the Message."""
    check_extras(call)
    markup = markup_of(call)
    chat = writable_chat(call)
    answered = reply_fields(call, chat)
    call.world.faults.check_flood(call.bot.id, chat.id)
    return _posted(call, chat, content, markup, {**answered, **more})


def _posted(call: Call, chat: Chat, content: Json, markup: Json | None, more: Json) -> Json:
    inline = markup if markup and "inline_keyboard" in markup else None
    protected = {"has_protected_content": True} if call.params.flag("protect_content") else {}
    fields = {"reply_markup": inline, **protected, **more}
    message = post(call.world, chat, call.bot.user(), content, **fields)
    if markup and not inline:
        show_keyboard(call, chat, markup)
    return render(call.world, chat, message)


def show_keyboard(call: Call, chat: Chat, markup: Json) -> None:
    """Puts a reply keyboard (or a forced reply) before the people of the chat, or takes it away."""
    shown = None if markup.get("remove_keyboard") else markup
    for person_id in chat.people():
        chat.keyboards.pop(str(person_id), None)
        if shown:
            chat.keyboards[str(person_id)] = shown
    call.world.chats.save(chat)
    call.world.tell(chat, "keyboard", {"keyboard": shown})


@method("sendMessage", f"{SENDING} text parse_mode entities link_preview_options disable_web_page_preview")
def send_message(call: Call) -> Json:
    """A text."""
    said = text_of(call).fields()
    return send(call, said | preview_of(call))


def preview_of(call: Call) -> Json:
    """The `link_preview_options`, checked; the old `disable_web_page_preview` counts too."""
    options = call.params.json("link_preview_options", "link preview options")
    if options is None:
        disabled = call.params.flag("disable_web_page_preview")
        return {"link_preview_options": {"is_disabled": True}} if disabled else {}
    if not isinstance(options, dict):
        raise bad_request("LinkPreviewOptions must be an Object")
    for name, value in options.items():
        if name != "url" and not isinstance(value, bool):
            raise bad_request(f'Field "{name}" must be of type Boolean')
    return {"link_preview_options": options} if options else {}


_ACTIONS = (
    "cancel", "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "record_audio", "upload_audio", "upload_document", "choose_sticker", "pick_up_location", "find_location",
    "record_video_note", "upload_video_note",
)  # fmt: skip


@method("sendChatAction", "business_connection_id chat_id message_thread_id action")
def send_chat_action(call: Call) -> bool:
    """Shows that the bot is at something."""
    action = call.params.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(call)
    call.world.tell(chat, "action", {"from": call.bot.user(), "action": action})
    return True


def origin_of(message: Json) -> Json:
    """The MessageOrigin that a forward of this message shows."""
    if "forward_origin" in message:
        origin: Json = message["forward_origin"]
        return origin
    return {"type": "user", "date": message["date"], "sender_user": message["from"]}


@method(
    "forwardMessage",
    "chat_id message_thread_id direct_messages_topic_id from_chat_id message_id disable_notification "
    "protect_content video_start_timestamp suggested_post_parameters message_effect_id",
)
def forward_message(call: Call) -> Json:
    """The same message in another chat, with where it came from."""
    source = find_chat(call, "from_chat_id")
    target = writable_chat(call)
    original = find_message(call, source, "message to forward")
    if original.get("has_protected_content") or not content_of(original):
        raise bad_request("message can't be forwarded")
    call.world.faults.check_flood(call.bot.id, target.id)
    return _posted(call, target, content_of(original), None, {"forward_origin": origin_of(original)})


@method("copyMessage", f"{SENDING} {CAPTION} from_chat_id message_id video_start_timestamp")
def copy_message(call: Call) -> Json:
    """The same content as the bot's own message; a `caption` given replaces the old one."""
    check_extras(call)
    source = find_chat(call, "from_chat_id")
    original = find_message(call, source, "message to copy")
    content = content_of(original)
    if original.get("has_protected_content") or not content:
        raise bad_request("message can't be copied")
    if "caption" in call.params.values:
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= caption_of(call)
    return {"message_id": send(call, content)["message_id"]}
