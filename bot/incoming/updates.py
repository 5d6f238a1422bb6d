"""What has to be known of an update before it is understood: its number and whose order it belongs to."""

from dataclasses import dataclass

import msgspec

from core.storage.inbox import Received

ALLOWED = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
)
"""The kinds of update that we ask Telegram for."""

NO_CHAT = 0


class NotAnUpdate(ValueError):
    """Bytes without an update's number: nothing can be kept under it."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that came in. `query_id`: the tap that waits for an answer, if it is one."""

    received: Received
    query_id: str | None


class _Who(msgspec.Struct):
    id: int


class _Place(msgspec.Struct):
    chat: _Who


class _Tap(msgspec.Struct):
    id: str
    sender: _Who = msgspec.field(name="from")
    message: _Place | None = None


class _Inline(msgspec.Struct):
    sender: _Who = msgspec.field(name="from")


class _Glance(msgspec.Struct):
    update_id: int
    message: _Place | None = None
    edited_message: _Place | None = None
    callback_query: _Tap | None = None
    inline_query: _Inline | None = None
    chosen_inline_result: _Inline | None = None
    my_chat_member: _Place | None = None


class _Numbered(msgspec.Struct):
    update_id: int


class _Batch(msgspec.Struct):
    result: list[msgspec.Raw]


_glance = msgspec.json.Decoder(_Glance)
_number = msgspec.json.Decoder(_Numbered)
_batch = msgspec.json.Decoder(_Batch)


def batch_from(answer: bytes) -> list[bytes]:
    """The updates in an answer to getUpdates. Raises NotAnUpdate where it is none."""
    try:
        return [bytes(raw) for raw in _batch.decode(answer).result]
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NotAnUpdate("not an answer to getUpdates") from None


def arrival_from(raw: bytes) -> Arrival:
    """The update as it is kept. One of an unknown shape is kept as well, without a chat.

    Raises NotAnUpdate where there is not even a number.
    """
    try:
        found = _glance.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Arrival(Received(_number_of(raw), NO_CHAT, _text(raw)), None)
    query_id = found.callback_query.id if found.callback_query else None
    return Arrival(Received(found.update_id, _chat_of(found), _text(raw)), query_id)


def _chat_of(found: _Glance) -> int:
    for place in (found.message, found.edited_message, found.my_chat_member):
        if place is not None:
            return place.chat.id
    tap = found.callback_query
    if tap is not None:
        return tap.message.chat.id if tap.message is not None else tap.sender.id
    inline = found.inline_query or found.chosen_inline_result
    return inline.sender.id if inline is not None else NO_CHAT


def _number_of(raw: bytes) -> int:
    try:
        return _number.decode(raw).update_id
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NotAnUpdate("an update without a number") from None


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
