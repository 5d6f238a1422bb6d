"""Sending files: photos, documents, voice and so on, one by one or as an album; getFile."""

from typing import Any

from ..errors import bad_request
from ..files import DOWNLOAD_LIMIT, StoredFile
from ..formatted import caption
from ..jsontypes import Json
from ..messages import post, render
from ..params import Upload
from ..registry import CAPTION, SENDING, Call, Handler, method
from ..targets import reply_fields, writable_chat
from .send import caption_of, check_extras, send

ALBUM_LIMIT = 10
_TITLES = {"photo": "Photo", "document": "Document", "voice": "VoiceNote", "audio": "Audio", "video": "Video"}


def media_fields(stored: StoredFile, details: Json) -> Json:
    """The field of a Message that shows the file; `details` are a sender's width, duration, title, emoji."""
    sized = {
        "width": stored.width or details.get("width") or 0,
        "height": stored.height or details.get("height") or 0,
    }
    named = {"file_name": stored.name} if stored.name else {}
    typed = {"mime_type": stored.mime}
    lasting = {"duration": details.get("duration") or 0}
    ids = stored.ids()
    match stored.kind:
        case "photo":
            return {"photo": [ids | sized]}
        case "voice":
            return {"voice": ids | lasting | {"mime_type": "audio/ogg"}}
        case "audio":
            said = {name: details[name] for name in ("performer", "title") if details.get(name)}
            return {"audio": ids | lasting | said | named | typed}
        case "video":
            return {"video": ids | sized | lasting | named | typed}
        case "video_note":
            return {"video_note": ids | lasting | {"length": details.get("length") or sized["width"] or 240}}
        case "animation":
            shown = ids | named | typed
            return {"animation": shown | sized | lasting, "document": shown}
        case "sticker":
            emoji = {"emoji": details["emoji"]} if details.get("emoji") else {}
            box = {"width": stored.width or 512, "height": stored.height or 512}
            return {
                "sticker": ids | box | emoji | {"type": "regular", "is_animated": False, "is_video": False}
            }
    return {"document": ids | named | typed}


def take_file(call: Call, kind: str, field: str, said: Any) -> StoredFile:
    """The file a parameter means: uploaded under its name, `attach://` another part, or a known file_id."""
    said = said if isinstance(said, str) else ""
    upload: Upload | None = call.params.uploads.get(field)
    if said.startswith("attach://"):
        upload = call.params.uploads.get(said.removeprefix("attach://"))
    elif said:
        return _known_file(call, kind, said)
    if upload is None:
        raise bad_request(f"there is no {kind} in the request")
    return call.world.files.add(kind, upload.name, upload.mime, upload.content)


def _known_file(call: Call, kind: str, said: str) -> StoredFile:
    if said.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = call.world.files.find(said)
    if stored is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if stored.kind != kind:
        was, wanted = (_TITLES.get(name, name.title()) for name in (stored.kind, kind))
        raise bad_request(f"can't use file of type {was} as {wanted}")
    return stored


_DETAILS = ("width", "height", "duration", "length")
_WORDS = ("title", "performer", "emoji")


def _details(call: Call) -> Json:
    numbers = {name: call.params.integer(name) for name in _DETAILS}
    return numbers | {name: call.params.text(name) for name in _WORDS}


def _sender(kind: str) -> Handler:
    def send_file(call: Call) -> Json:
        stored = take_file(call, kind, kind, call.params.values.get(kind))
        spoiler = {"has_media_spoiler": True} if call.params.flag("has_spoiler") else {}
        said = caption_of(call) if kind not in ("sticker", "video_note") else {}
        return send(call, media_fields(stored, _details(call)) | spoiler | said)

    return send_file


_VIDEO = "duration width height thumbnail has_spoiler"
for _kind, _known in {
    "Photo": "photo has_spoiler",
    "Document": "document thumbnail disable_content_type_detection",
    "Voice": "voice duration",
    "Audio": "audio duration performer title thumbnail",
    "Video": f"video {_VIDEO} cover start_timestamp supports_streaming",
    "Animation": f"animation {_VIDEO}",
    "Video_Note": "video_note duration length thumbnail",
    "Sticker": "sticker emoji",
}.items():
    method(f"send{_kind.replace('_', '')}", f"{SENDING} {CAPTION} {_known}")(_sender(_kind.lower()))


def input_media(call: Call, item: Any, *, album: bool) -> tuple[str, Json]:
    """One InputMedia: its kind and the fields of the Message."""

    def wrong(words: str) -> Exception:
        return bad_request(f"can't parse InputMedia: {words}")

    if not isinstance(item, dict):
        raise wrong("expected an Object")
    if not item.get("media"):
        raise wrong("media not found")
    kind = item.get("type")
    if kind is None:
        raise wrong('Can\'t find field "type"')
    if kind not in ("photo", "video", "audio", "document", "animation"):
        raise wrong(f'type "{kind}" is unsupported')
    if album and kind == "animation":
        raise wrong('type "animation" can\'t be used in sendMediaGroup')
    find_user = call.world.people.user
    said = caption(
        item.get("caption") or "", item.get("parse_mode") or "", item.get("caption_entities"), find_user
    )
    stored = take_file(call, kind, "", item["media"])
    spoiler = {"has_media_spoiler": True} if item.get("has_spoiler") else {}
    return kind, media_fields(stored, item) | said.fields("caption") | spoiler


@method("sendMediaGroup", f"{SENDING} media")
def send_media_group(call: Call) -> list[Json]:
    """Several photos and videos, or several documents, or several audios, as one album; one Message each."""
    check_extras(call)
    items = call.params.json("media", "media")
    if not isinstance(items, list):
        raise bad_request("Expected an Array of InputMedia" if items else 'Parameter "media" is required')
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > ALBUM_LIMIT:
        raise bad_request("too many messages to send as an album")
    parsed = [input_media(call, item, album=True) for item in items]
    for kind in ("document", "audio"):
        if 0 < sum(1 for name, _ in parsed if name == kind) < len(parsed):
            raise bad_request(f"{kind.title()} can't be mixed with other media types")
    chat = writable_chat(call)
    more = reply_fields(call, chat)
    call.world.faults.check_flood(call.bot.id, chat.id, len(parsed))
    group = {"media_group_id": album_id(call.world.chats.by_key[chat.key].last_id, chat.id)}
    sent = [post(call.world, chat, call.bot.user(), content, **more, **group) for _, content in parsed]
    return [render(call.world, chat, message) for message in sent]


def album_id(last_id: int, chat_id: int) -> str:
    """A `media_group_id` that no other album of the chat has."""
    return str(13_000_000_000_000_000 + abs(chat_id) % 10**9 * 10**6 + last_id)


@method("getFile", "file_id")
def get_file(call: Call) -> Json:
    """Where to download a file from."""
    said = call.params.text("file_id")
    if not said:
        raise bad_request("file_id not specified")
    stored = call.world.files.find(said)
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return stored.ids() | {"file_path": stored.path}
