"""Small clients for tests: a bot that calls the Bot API, and a person with a phone."""

import asyncio
import json
import struct
import zlib
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import aiohttp

from .jsontypes import Json

TOKEN = "123456:" + "A" * 35


class Failed(Exception):
    """A call was refused: its status and what it said."""

    def __init__(self, status: int, said: Json) -> None:
        super().__init__(f"{status}: {said}")
        self.status = status
        self.said = said
        self.words = str(said.get("description") or said.get("error") or "")


class BotClient:
    """Calls Bot API methods; a refusal raises Failed."""

    def __init__(self, url: str, session: aiohttp.ClientSession, token: str = TOKEN) -> None:
        self.url = url
        self.token = token
        self.id = int(token.partition(":")[0])
        self._session = session

    async def __call__(self, method: str, form: aiohttp.FormData | None = None, /, **params: Any) -> Any:
        """The result of a method: JSON parameters, or a form."""
        target = f"{self.url}/bot{self.token}/{method}"
        body: Any = {"data": form} if form else {"json": params}
        async with self._session.post(target, **body) as response:
            said = await response.json()
        if not said["ok"]:
            raise Failed(response.status, said)
        return said["result"]

    async def updates(self, offset: int = 0, timeout: int = 0, **more: Any) -> list[Json]:  # noqa: ASYNC109
        """getUpdates; `timeout` is the Bot API's, in seconds."""
        found: list[Json] = await self("getUpdates", offset=offset, timeout=timeout, **more)
        return found

    async def take(self) -> list[Json]:
        """Every pending update, confirmed."""
        found = await self.updates()
        if found:
            await self.updates(found[-1]["update_id"] + 1)
        return found


class Phone:
    """One person in one chat: says, presses, edits, reads."""

    def __init__(self, url: str, session: aiohttp.ClientSession, person: int, chat: int) -> None:
        self.url = url
        self.person = person
        self.chat = chat
        self._session = session
        self.place = f"/api/people/{person}/chats/{chat}"

    async def ask(self, verb: str, path: str, body: Any = None, **query: Any) -> Any:
        """One request to the person's side; an error raises Failed."""
        sent: Any = {"data": body} if isinstance(body, aiohttp.FormData) else {"json": body or {}}
        async with self._session.request(verb, self.url + path, params=query, **sent) as response:
            said = await response.json() if response.status != 204 else {}
        if response.status >= 400:
            raise Failed(response.status, said)
        return said

    async def say(self, text: str = "", **said: Any) -> Json:
        """Sends a text (or, by keyword, something else); the last Message that it made."""
        body = {"text": text, **said} if text else said
        messages: list[Json] = (await self.ask("POST", f"{self.place}/messages", body))["messages"]
        return messages[-1]

    async def start(self, payload: str = "") -> Json:
        """Presses Start, perhaps from a link with a payload."""
        message: Json = await self.ask("POST", f"{self.place}/start", {"payload": payload})
        return message

    async def send_file(self, kind: str, *contents: bytes, name: str = "a.bin", **fields: str) -> list[Json]:
        """Uploads files as messages."""
        form = aiohttp.FormData({"kind": kind, **fields}, quote_fields=False)
        for content in contents:
            form.add_field("file", content, filename=name)
        messages: list[Json] = (await self.ask("POST", f"{self.place}/files", form))["messages"]
        return messages

    async def edit(self, message_id: int, **change: Any) -> Json:
        """Changes one's own message."""
        message: Json = await self.ask("PATCH", f"{self.place}/messages/{message_id}", change)
        return message

    async def press(self, message_id: int, data: str, **more: Any) -> str:
        """Presses the button with this callback data; the query's id."""
        said = await self.ask("POST", f"{self.place}/messages/{message_id}/press", {"data": data, **more})
        return str(said["query_id"])

    async def history(self) -> list[Json]:
        """The newest messages of the chat, oldest first."""
        messages: list[Json] = (await self.ask("GET", f"{self.place}/messages", limit=500))["messages"]
        return messages

    async def wait_for(self, fits: Callable[[Json], bool], timeout_s: float = 5.0) -> Json:
        """The first message of the chat that fits, as soon as there is one; TimeoutError after a while."""
        async with asyncio.timeout(timeout_s):
            while True:
                for message in await self.history():
                    if fits(message):
                        return message
                await asyncio.sleep(0.02)

    def live(self) -> "LiveFeed":
        """The person's live feed, for `async with`: from its beginning on nothing is missed."""
        return LiveFeed(self._session, f"{self.url}/api/people/{self.person}/live")


class LiveFeed:
    """Reads Server-Sent Events one by one; connected only within `async with`.

    An answer that never ends and is never closed would stay to be found by the garbage collector.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str, last_id: str = "") -> None:
        self._session = session
        self._url = url
        self.last_id = last_id
        self._response: aiohttp.ClientResponse | None = None

    async def next(self, name: str = "", timeout_s: float = 5.0) -> tuple[str, Any]:
        """The next event (of a name): its name and its data."""
        async with asyncio.timeout(timeout_s):
            while True:
                event = await self._read()
                if event.get("event") and name in ("", event["event"]):
                    return event["event"], json.loads(event["data"])

    async def _read(self) -> dict[str, str]:
        assert self._response  # noqa: S101 - within `async with`
        event: dict[str, str] = {}
        while line := (await self._response.content.readline()).decode().rstrip("\n"):
            field, _, value = line.partition(": ")
            event[field] = value
        self.last_id = event.get("id", self.last_id)
        return event

    async def __aenter__(self) -> Self:
        headers = {"Last-Event-ID": self.last_id} if self.last_id else {}
        self._response = await self._session.get(self._url, headers=headers)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._response:
            self._response.close()


def png(width: int = 8, height: int = 8) -> bytes:
    """A small valid grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
