"""Messages that carry a file: one that Telegram keeps, by its id, or one that is made while it is sent."""

import asyncio
from typing import Any, Protocol

METHODS = {
    "photo": "sendPhoto",
    "document": "sendDocument",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video": "sendVideo",
}
"""The method for each kind of file; the file is its parameter of the same name as the kind."""

LARGEST_UPLOAD = 50 * 1024 * 1024
"""Bytes that Telegram takes from a bot."""


class Sendable(Protocol):
    """A file to be sent: `file_id` of one that Telegram keeps, else `produce` makes it."""

    @property
    def kind(self) -> str: ...

    @property
    def file_id(self) -> str | None: ...

    @property
    def name(self) -> str | None: ...

    def content(self) -> bytes: ...


async def parameters_of(file: Sendable) -> tuple[dict[str, Any], dict[str, tuple[str, bytes, str]]]:
    """The parameters and the uploads that send the file. One that is made is made in a thread of its own."""
    if file.file_id is not None:
        return {file.kind: file.file_id}, {}
    content = await asyncio.to_thread(file.content)
    if len(content) > LARGEST_UPLOAD:
        raise ValueError("a file over Telegram's limit")
    return {}, {file.kind: (file.name or "file", content, "application/octet-stream")}
