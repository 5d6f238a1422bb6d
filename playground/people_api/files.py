"""Files from and to people: uploads as messages, and the bytes of any file by its id."""

from urllib.parse import quote

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from ..errors import PersonError
from ..formatted import CAPTION_LIMIT, formatted
from ..jsontypes import Json
from ..methods.media import ALBUM_LIMIT, album_id, media_fields
from ..params import Upload
from ..utf16 import length
from .http import answer, chat_of, whole, world_of
from .say import reply_fields, say

KINDS = ("photo", "document", "voice", "audio", "video", "video_note", "sticker", "animation")
_ALBUMS = ("photo", "video", "document", "audio")
_SHOWN_INLINE = ("image/", "audio/", "video/", "application/pdf", "text/plain")


def routes() -> list[web.RouteDef]:
    """What this module answers."""
    return [
        web.post("/api/people/{person}/chats/{chat}/files", send_files),
        web.get("/api/files/{file_id}", download),
    ]


async def _form(request: web.Request) -> tuple[dict[str, str], list[Upload]]:
    if request.content_type != "multipart/form-data":
        raise PersonError(400, "Send a multipart form with kind and file.")
    fields: dict[str, str] = {}
    uploads: list[Upload] = []
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        if part.filename is None:
            fields[part.name] = await part.text()
        else:
            mime = part.headers.get("Content-Type", "")
            uploads.append(Upload(part.filename, mime, bytes(await part.read(decode=False))))
    return fields, uploads


async def send_files(request: web.Request) -> web.Response:
    """`POST /api/people/{person}/chats/{chat}/files`"""
    world, person, chat = chat_of(request)
    fields, uploads = await _form(request)
    kind = fields.get("kind", "document")
    if kind not in KINDS:
        raise PersonError(400, f"kind is one of {', '.join(KINDS)}.")
    if not 1 <= len(uploads) <= (ALBUM_LIMIT if kind in _ALBUMS else 1):
        raise PersonError(400, "One file, or up to ten photos, videos, documents or audios as an album.")
    said = formatted(fields.get("caption", ""), "", None, world.people.user)
    if length(said.text) > CAPTION_LIMIT:
        raise PersonError(409, "Telegram's captions have at most 1024 characters.")
    more: Json = reply_fields(world, chat, dict(fields))
    if len(uploads) > 1:
        more["media_group_id"] = album_id(chat.last_id, chat.id)
    details = {"duration": whole(fields.get("duration", 0), "duration")}
    stored = [world.files.add(kind, upload.name, upload.mime, upload.content) for upload in uploads]
    contents = [media_fields(file, details) for file in stored]
    contents[0] |= said.fields("caption")
    return answer({"messages": say(world, person, chat, contents, more)}, 201)


async def download(request: web.Request) -> web.Response:
    """`GET /api/files/{file_id}`"""
    world = world_of(request)
    stored = world.files.find(request.match_info["file_id"])
    if stored is None:
        raise PersonError(404, "There is no such file.")
    shown = "download" not in request.query and stored.mime.startswith(_SHOWN_INLINE)
    name = quote(stored.name or stored.path.rpartition("/")[2])
    headers = {
        "Content-Type": stored.mime,
        "Content-Disposition": f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{name}",
        "Cache-Control": "private, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    }
    return web.Response(body=world.files.content(stored), headers=headers)
