"""What a person can say in one go: turns the request into the content of messages."""

from typing import Any

from .. import utf16
from ..chats import Chat
from ..errors import PersonError, bad_request
from ..formatted import TEXT_LIMIT, formatted
from ..jsontypes import Json
from ..messages import content_of, post, render_for_person, tell_bots
from ..methods.places import throw
from ..methods.send import origin_of
from ..people import Person
from ..targets import quote_of
from ..world import World
from .chats import begin
from .http import chat_seen, message_in, whole

KINDS = ("text", "contact", "location", "venue", "dice", "sticker", "forward")


def contents(world: World, person: Person, said: Json) -> list[Json]:
    """The content of each message that the request makes; 400 when it is not exactly one thing."""
    named = [kind for kind in KINDS if kind in said]
    if len(named) != 1:
        raise PersonError(400, f"Say exactly one of {', '.join(KINDS)}.")
    value = said[named[0]]
    if named[0] == "text":
        return _texts(world, value, said.get("entities"), raw=bool(said.get("raw")))
    if not isinstance(value, dict):
        raise PersonError(400, f"{named[0]} is to be an object.")
    match named[0]:
        case "contact":
            return [{"contact": _contact(person, value)}]
        case "location":
            return [{"location": place(value)}]
        case "venue":
            return [_venue(value)]
        case "dice":
            return [{"dice": throw(value.get("emoji") or "🎲")}]
        case "sticker":
            return [_sticker(value)]
    return _forwards(world, person, value)


def _texts(world: World, text: Any, entities: Any, *, raw: bool) -> list[Json]:
    if not isinstance(text, str):
        raise PersonError(400, "text is to be a string.")
    said = formatted(text, "", entities, world.people.user)
    if raw:
        return [{"text": text, **({"entities": said.entities} if said.entities else {})}]
    if not said.text:
        raise PersonError(409, "Telegram sends no empty message.")
    if utf16.length(said.text) <= TEXT_LIMIT:
        return [said.fields()]
    pieces = utf16.split(said.text, TEXT_LIMIT)
    return [formatted(piece, "", None, world.people.user).fields() for piece in pieces if piece.strip()]


def _contact(person: Person, value: Json) -> Json:
    if not value:
        names = {"first_name": person.first_name, "last_name": person.last_name}
        value = {"phone_number": person.phone_number or "+37060000000", **names, "user_id": person.id}
    if not value.get("phone_number") or not value.get("first_name"):
        raise PersonError(400, "A contact needs phone_number and first_name.")
    known = ("phone_number", "first_name", "last_name", "user_id", "vcard")
    return {name: value[name] for name in known if value.get(name)}


def place(value: Json) -> Json:
    """A Location as given, checked."""
    try:
        kept: Json = {"latitude": float(value["latitude"]), "longitude": float(value["longitude"])}
    except (KeyError, TypeError, ValueError):
        raise PersonError(400, "A location needs latitude and longitude.") from None
    extra = ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    return kept | {name: value[name] for name in extra if value.get(name)}


def _venue(value: Json) -> Json:
    if not value.get("title") or not value.get("address"):
        raise PersonError(400, "A venue needs title and address.")
    where = place(value.get("location", value))
    return {
        "venue": {"location": where, "title": value["title"], "address": value["address"]},
        "location": where,
    }


def _sticker(value: Json) -> Json:
    box = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
    emoji = value.get("emoji") or "🙂"
    ids = {"file_id": f"CAACsticker{ord(emoji[0]):x}", "file_unique_id": f"AgADs{ord(emoji[0]):x}"}
    return {"sticker": {**ids, **box, "emoji": emoji}}


def _forwards(world: World, person: Person, value: Json) -> list[Json]:
    if "sender_name" in value:
        origin = {"type": "hidden_user", "date": world.clock.unix(), "sender_user_name": value["sender_name"]}
        return [
            {**content, "forward_origin": origin}
            for content in _texts(world, value.get("text"), None, raw=False)
        ]
    source = chat_seen(world, person, value.get("chat"))
    ids = [whole(number, "message_ids") for number in value.get("message_ids", [])]
    originals = [message_in(world, source, number) for number in sorted(ids)]
    if not originals or any(m.get("has_protected_content") or not content_of(m) for m in originals):
        raise PersonError(409, "These messages can't be forwarded.")
    return [{**content_of(m), "forward_origin": origin_of(m)} for m in originals]


def reply_fields(world: World, chat: Chat, said: Json) -> Json:
    """`_reply_to` and `quote` of the request; 409 when the quoted words are not there."""
    if not said.get("reply_to"):
        return {}
    answered = message_in(world, chat, said["reply_to"])
    fields: Json = {"_reply_to": answered["message_id"]}
    if said.get("quote"):
        quote = quote_of(answered, str(said["quote"]))
        if quote is None:
            raise PersonError(409, "These words are not in that message.")
        fields["quote"] = quote
    return fields


def say(world: World, person: Person, chat: Chat, messages: list[Json], more: Json) -> list[Json]:
    """Sends the contents as the person's messages and tells the bots; 409 while the bot is blocked."""
    if chat.blocked:
        raise PersonError(409, "The bot is blocked; unblock it first.")
    begin(world, chat)
    sent = []
    for content in messages:
        message = post(world, chat, person.user(), content, **more)
        tell_bots(world, chat, message)
        sent.append(render_for_person(world, chat, message))
    keyboard = chat.keyboards.get(str(person.id))
    if keyboard and (keyboard.get("one_time_keyboard") or keyboard.get("force_reply")):
        chat.keyboards.pop(str(person.id))
        world.chats.save(chat)
        world.live.publish(person.id, "keyboard", {"chat": chat.seen_as(), "keyboard": None})
    return sent


def edited_content(world: World, message: Json, change: Json) -> Json:
    """The content after the person's edit of their own message."""
    content = content_of(message)
    if "text" in change and "text" in content:
        fields = formatted(str(change["text"]), "", change.get("entities"), world.people.user).fields()
        if not fields:
            raise bad_request("message text is empty")
        return fields
    if "caption" in change and "text" not in content:
        said = formatted(str(change["caption"]), "", None, world.people.user)
        kept = {name: value for name, value in content.items() if not name.startswith("caption")}
        return kept | said.fields("caption")
    if "location" in change and content.get("location", {}).get("live_period"):
        period = content["location"]["live_period"]
        return {"location": {"live_period": period, **place(change["location"])}}
    raise PersonError(409, "This can't be changed in that message.")
