"""Parameters of a Bot API request, however they came: JSON, urlencoded, query string or multipart."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from .errors import Refusal, bad_request
from .jsontypes import Json


@dataclass(frozen=True)
class Upload:
    """A file that came with the request."""

    name: str
    mime: str
    content: bytes


@dataclass
class Params:
    """Values as Telegram reads them: what is missing is empty, what is no number is 0."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; empty when it is missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def required(self, name: str) -> str:
        """A string that has to be there."""
        if not (value := self.text(name)):
            raise bad_request(f'Parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0, low: int = -(2**53), high: int = 2**53) -> int:
        """A whole number brought into its bounds."""
        text = self.text(name)
        if not text:
            return default
        match = re.match(r"-?\d+", text)
        return min(max(int(match.group()) if match else 0, low), high)

    def number(self, name: str) -> float | None:
        """A decimal number; None when it is missing or none."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        """A boolean as Telegram reads it."""
        return self.text(name).lower() in ("true", "yes", "1")

    def json(self, name: str, what: str) -> Any:
        """A JSON value, None when it is missing; `what` names it in the refusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def logged(self) -> Json:
        """The values with JSON-encoded ones decoded, for the record of requests."""
        return {name: _decoded(value) for name, value in self.values.items()}


def _decoded(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


async def read_params(request: web.Request) -> Params:
    """Everything the request says; the body wins over the query string."""
    params = Params(dict(request.query))
    kind = request.content_type
    if request.method != "POST":
        return params
    if kind == "application/json":
        params.values |= await _json_body(request)
    elif kind == "multipart/form-data":
        await _read_multipart(request, params)
    elif kind == "application/x-www-form-urlencoded":
        form = await request.post()
        params.values |= {name: value for name, value in form.items() if isinstance(value, str)}
    return params


async def _json_body(request: web.Request) -> Json:
    body = await request.read()
    try:
        value = json.loads(body) if body.strip() else {}
    except ValueError:
        raise Refusal(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(value, dict):
        raise Refusal(400, "Bad Request: object expected")
    return {name: item for name, item in value.items() if item is not None}


async def _read_multipart(request: web.Request, params: Params) -> None:
    try:
        reader = await request.multipart()
        while (part := await reader.next()) is not None:
            if not isinstance(part, BodyPartReader) or not part.name:
                continue
            if part.filename is None:
                params.values[part.name] = await part.text()
                continue
            content = bytes(await part.read(decode=False))
            mime = part.headers.get("Content-Type", "")
            params.uploads[part.name] = Upload(part.filename, mime, content)
    except (ValueError, AssertionError):
        raise Refusal(400, "Bad Request: can't parse multipart form data") from None
