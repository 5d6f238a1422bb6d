"""HTTP to the Bot API: python-telegram-bot's requests, carried by aiohttp."""

import asyncio
import os
from datetime import timedelta
from typing import IO, Any, TypeVar

import aiohttp
import msgspec
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

T = TypeVar("T")

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's way to choose timedelta over deprecated int

CONNECTIONS = 256
CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 10.0
UPLOAD_TIMEOUT_S = 60.0
KEEP_ALIVE_S = 30.0
Uploads = dict[str, tuple[str, bytes, str]]
"""Files by the name of their parameter: what they are called, their bytes, their kind."""
_JSON = {"Content-Type": "application/json", "User-Agent": BaseRequest.USER_AGENT}
_PLAIN = {"User-Agent": BaseRequest.USER_AGENT}


class Transport(BaseRequest):
    """Requests to one Bot API server over connections that are kept and shared.

    Raises telegram.error.TimedOut and NetworkError for what goes wrong on the way. Their texts name the kind
    of fault only: an address would give the token away.
    """

    def __init__(self, read_timeout_s: float = READ_TIMEOUT_S) -> None:
        self._read_timeout_s = read_timeout_s
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout_s

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_S)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def put(self, url: str, parameters: dict[str, Any], uploads: Uploads | None = None) -> int | None:
        """Sends or edits a message and returns its number, without taking the whole answer apart.

        `uploads`: files that go with it.
        """
        answer = await self._upload(url, parameters, uploads, UPLOAD_TIMEOUT_S)
        result = _decoded(answer, _message).result
        return None if isinstance(result, bool) else result.message_id

    async def put_photo(
        self, url: str, parameters: dict[str, Any], uploads: Uploads
    ) -> tuple[int | None, str | None]:
        """The same with a picture, which is small; and the number under which Telegram keeps it."""
        result = _decoded(await self._upload(url, parameters, uploads, self._read_timeout_s), _message).result
        return (None, None) if isinstance(result, bool) else (result.message_id, result.file_id)

    async def put_album(
        self, url: str, parameters: dict[str, Any], uploads: Uploads
    ) -> list[tuple[int, str | None]]:
        """The same with several pictures, each a message of its own."""
        answer = await self._upload(url, parameters, uploads, self._read_timeout_s)
        return [(each.message_id, each.file_id) for each in _decoded(answer, _several).result]

    async def _upload(
        self, url: str, parameters: dict[str, Any], uploads: Uploads | None, timeout_s: float
    ) -> bytes:
        if not uploads:
            return await self.fetch(url, parameters, self._read_timeout_s)
        form = _Form(parameters, uploads)
        return await self._request_wrapper(url, "POST", form, read_timeout=timeout_s)  # type: ignore[arg-type]

    async def fetch(self, url: str, parameters: dict[str, Any], read_timeout_s: float) -> bytes:
        """The answer to a method as Telegram sent it; errors are raised as for any other method."""
        request = _Parameters(parameters)
        return await self._request_wrapper(url, "POST", request, read_timeout=read_timeout_s)  # type: ignore[arg-type]

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("the transport is closed")
        body, headers = _body(request_data)
        timeout = aiohttp.ClientTimeout(
            connect=_seconds(pool_timeout, READ_TIMEOUT_S),
            sock_connect=_seconds(connect_timeout, CONNECT_TIMEOUT_S),
            sock_read=_seconds(read_timeout, self._read_timeout_s),
        )
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from None
        except (aiohttp.ClientError, OSError, asyncio.IncompleteReadError) as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """What Telegram said. Unlike the inherited one it logs nothing: half an answer may hold a message."""
        try:
            parsed = msgspec.json.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise NetworkError("the answer is not JSON") from None
        if not isinstance(parsed, dict):
            raise NetworkError("the answer is not a JSON object")
        return parsed


class _Sized(msgspec.Struct):
    file_id: str


class _Numbered(msgspec.Struct):
    message_id: int
    photo: list[_Sized] = []

    @property
    def file_id(self) -> str | None:
        """Of the picture in it, in its largest size."""
        return self.photo[-1].file_id if self.photo else None


class _Put(msgspec.Struct):
    result: _Numbered | bool


class _PutSeveral(msgspec.Struct):
    result: list[_Numbered]


_message = msgspec.json.Decoder(_Put)
_several = msgspec.json.Decoder(_PutSeveral)


def _decoded(answer: bytes, decoder: "msgspec.json.Decoder[T]") -> T:
    """Raises NetworkError for half an answer."""
    try:
        return decoder.decode(answer)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NetworkError("the answer is not JSON") from None


class _Parameters:
    """Plain JSON parameters in the shape of python-telegram-bot's RequestData."""

    contains_files = False

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.parameters = parameters


class _Form:
    """Parameters and files in the shape of python-telegram-bot's RequestData."""

    contains_files = True

    def __init__(self, parameters: dict[str, Any], uploads: Uploads) -> None:
        self.json_parameters = {
            name: value if isinstance(value, str) else msgspec.json.encode(value).decode()
            for name, value in parameters.items()
        }
        self.multipart_data = uploads


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if data is None:
        return None, _PLAIN
    if not data.contains_files:
        return msgspec.json.encode(data.parameters), _JSON
    form = aiohttp.FormData(quote_fields=False)  # names of files as they are, in UTF-8
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        file: bytes | IO[bytes] = content
        form.add_field(name, file, filename=filename, content_type=kind)
    return form, _PLAIN


def seconds_of(error: RetryAfter) -> float:
    """For how long Telegram wants to be left alone."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def _seconds(given: ODVInput[float], default: float) -> float | None:
    return default if isinstance(given, DefaultValue) else given
