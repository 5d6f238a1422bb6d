"""Files that went through Telegram: their ids, what they are, and their bytes."""

import base64
import binascii
import hashlib
import mimetypes
import struct
from dataclasses import asdict, dataclass
from pathlib import Path

from .errors import bad_request
from .jsontypes import Json
from .store import Store

_FOLDERS = {
    "photo": "photos", "document": "documents", "voice": "voice", "audio": "music", "video": "videos",
    "video_note": "video_notes", "sticker": "stickers", "animation": "animations",
}  # fmt: skip
_ENDINGS = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp", "video_note": ".mp4"}
PHOTO_LIMIT = 10 * 2**20
DOWNLOAD_LIMIT = 20 * 2**20


@dataclass(frozen=True)
class StoredFile:
    """A file that was sent once and can be sent again by its id."""

    number: int
    kind: str
    name: str
    mime: str
    size: int
    path: str
    digest: str
    width: int = 0
    height: int = 0

    @property
    def file_id(self) -> str:
        raw = f"\x05{self.kind}\0{self.number}\0{self.digest[:24]}".encode()
        return "AgAC" + base64.urlsafe_b64encode(raw).decode().rstrip("=")

    @property
    def unique_id(self) -> str:
        return "AQ" + self.digest[:14]

    def ids(self) -> Json:
        """The fields that every kind of file has in a Message."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, JPEG or WebP picture; None when it is none of them."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content[:2] == b"\xff\xd8":
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    if content[12:16] == b"VP8X" and len(content) >= 30:
        return (
            1 + int.from_bytes(content[24:27], "little"),
            1 + int.from_bytes(content[27:30], "little"),
        )
    if content[12:16] == b"VP8 " and len(content) >= 30:
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return (512, 512) if content[12:16] == b"VP8L" else None


class Files:
    """Keeps contents under DIR/files, or in memory without a directory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder: Path | None = store.directory / "files" if store.directory else None
        self._contents: dict[int, bytes] = {}
        self._files = {int(key): StoredFile(**value) for key, value in store.load("file")}
        self._next = max(self._files, default=0) + 1

    def add(self, kind: str, name: str, mime: str, content: bytes) -> StoredFile:
        """Takes a new file; refuses a picture that Telegram could not process, and an empty file."""
        if not content:
            raise bad_request("file must be non-empty")
        width, height = self._photo_size(content) if kind == "photo" else (image_size(content) or (0, 0))
        number = self._next
        self._next += 1
        ending = _ENDINGS.get(kind) or Path(name).suffix
        guessed = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        path = f"{_FOLDERS.get(kind, 'documents')}/file_{number}{ending}"
        digest = hashlib.sha256(content).hexdigest()
        stored = StoredFile(number, kind, name, guessed, len(content), path, digest, width, height)
        self._files[number] = stored
        self._store.put("file", number, asdict(stored))
        self._write(stored, content)
        return stored

    def _photo_size(self, content: bytes) -> tuple[int, int]:
        if len(content) > PHOTO_LIMIT:
            raise bad_request(f"file of size {len(content)} bytes is too big for a photo")
        size = image_size(content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = size
        if width + height > 10_000 or min(width, height) == 0 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return size

    def _write(self, stored: StoredFile, content: bytes) -> None:
        if self._folder is None:
            self._contents[stored.number] = content
            return
        place = self._folder / stored.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def content(self, stored: StoredFile) -> bytes:
        """The file's bytes."""
        if self._folder is None:
            return self._contents[stored.number]
        return (self._folder / stored.path).read_bytes()

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id, or None."""
        try:
            raw = base64.urlsafe_b64decode(file_id.removeprefix("AgAC") + "==").decode()
        except (binascii.Error, UnicodeDecodeError, ValueError):
            return None
        parts = raw.split("\0")
        stored = self._files.get(int(parts[1])) if len(parts) == 3 and parts[1].isdigit() else None
        return stored if stored and stored.file_id == file_id else None

    def at_path(self, path: str) -> StoredFile | None:
        """The file that `getFile` named with this path, or None."""
        return next((stored for stored in self._files.values() if stored.path == path), None)
