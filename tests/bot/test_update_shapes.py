"""What the bot reads of Telegram's updates."""

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from bot.handlers.media import file_of
from bot.incoming.shapes import Update, update_from

ONA = {"id": 7001, "is_bot": False, "first_name": "Ona", "last_name": "Ž.", "language_code": "lt"}
CHAT = {"id": 7001, "type": "private", "first_name": "Ona"}
MESSAGE = {"message_id": 3, "date": 1_790_000_000, "chat": CHAT, "from": ONA}


def update(**fields: Any) -> Update:
    return update_from(json.dumps({"update_id": 1, **fields}))


def test_message_is_read_and_what_nobody_needs_is_passed_over() -> None:
    reply = {"message_id": 2, "date": 1, "chat": CHAT, "text": "card"}
    message = MESSAGE | {"text": "labas", "reply_to_message": reply, "entities": [{"type": "bold"}]}
    found = update(message=message).message
    assert found is not None
    assert found.from_user is not None
    assert found.reply_to_message is not None
    assert (found.text, found.chat.type, found.reply_to_message.message_id) == ("labas", "private", 2)
    assert found.from_user.full_name == "Ona Ž."
    assert found.sent_at == datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)


def test_largest_size_of_a_photo_is_the_file() -> None:
    sizes = [
        {"file_id": name, "file_unique_id": name, "width": width, "height": width, "file_size": width}
        for name, width in (("small", 90), ("large", 800))
    ]
    found = update(message=MESSAGE | {"photo": sizes, "media_group_id": "5"}).message
    assert found is not None
    file = file_of(found)
    assert file is not None
    assert (file.kind, file.file_id, file.size, file.album) == ("photo", "large", 800, "5")


@pytest.mark.parametrize(
    "fields",
    [
        {"message": MESSAGE},
        {"edited_message": MESSAGE},
        {"callback_query": {"id": "9", "from": ONA, "message": {"message_id": 1, "date": 0, "chat": CHAT}}},
        {"inline_query": {"id": "9", "from": ONA, "query": "", "offset": ""}},
        {
            "my_chat_member": {
                "chat": CHAT,
                "from": ONA,
                "date": 1,
                "new_chat_member": {"status": "kicked", "user": ONA, "until_date": 0},
            }
        },
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_sender_is_known_of_every_kind(fields: dict[str, Any]) -> None:
    sender = update(**fields).sender
    assert sender is not None
    assert sender.id == 7001


@pytest.mark.parametrize("message", [17, {}, MESSAGE | {"date": {}}, MESSAGE | {"chat": None}])
def test_other_shapes_are_refused(message: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        update(message=message)


def test_kinds_that_nobody_handles_have_no_sender() -> None:
    assert update(poll={"id": "1"}).sender is None
