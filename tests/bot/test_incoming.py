"""What is read of an update before it is kept, and how the inbox gives it out."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.incoming.updates import NO_CHAT, NotAnUpdate, arrival_from, batch_from
from core.storage import inbox
from core.storage.database import Database
from core.storage.inbox import Busy, Received

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
CHAT = {"id": -100, "type": "supergroup"}
ONA = {"id": 7001, "is_bot": False, "first_name": "Ona"}


@pytest.mark.parametrize(
    ("update", "chat_id", "query_id"),
    [
        ({"message": {"chat": CHAT, "from": ONA}}, -100, None),
        ({"edited_message": {"chat": CHAT}}, -100, None),
        ({"my_chat_member": {"chat": {"id": 7001}}}, 7001, None),
        ({"callback_query": {"id": "9", "from": ONA, "message": {"chat": CHAT}}}, -100, "9"),
        ({"callback_query": {"id": "9", "from": ONA, "inline_message_id": "x"}}, 7001, "9"),
        ({"inline_query": {"id": "9", "from": ONA, "query": ""}}, 7001, None),
        ({"chosen_inline_result": {"result_id": "9", "from": ONA}}, 7001, None),
        ({"poll": {"id": "1"}}, NO_CHAT, None),
        ({"message": {"chat": {"id": "x"}}}, NO_CHAT, None),
        ({"message": None}, NO_CHAT, None),
        ({}, NO_CHAT, None),
    ],
)
def test_chat_of_an_update(update: dict[str, Any], chat_id: int, query_id: str | None) -> None:
    raw = json.dumps({"update_id": 5, **update}).encode()
    arrival = arrival_from(raw)
    assert arrival.received == Received(5, chat_id, raw.decode())
    assert arrival.query_id == query_id


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"null", b'{"update_id": "x"}', b"{}", b"\xff\xfe", b'{"update_id": 1']
)
def test_bytes_without_a_number_are_no_update(raw: bytes) -> None:
    with pytest.raises(NotAnUpdate):
        arrival_from(raw)


def test_batch_is_cut_into_updates_as_they_came() -> None:
    answer = b'{"ok":true,"result":[{"update_id":1, "a" : 2},\n{"update_id":2}]}'
    assert batch_from(answer) == [b'{"update_id":1, "a" : 2}', b'{"update_id":2}']
    with pytest.raises(NotAnUpdate):
        batch_from(b'{"ok":true}')


def test_updates_of_a_chat_are_given_out_oldest_first(database: Database) -> None:
    _keep(database, (1, 10), (2, 20), (3, 10))
    assert _take(database, 10) == (1, True)
    assert _take(database, 10) == (3, False)
    assert _take(database, 10) is None
    assert _take(database, 20) == (2, False)


def test_known_update_is_kept_once(database: Database) -> None:
    _keep(database, (1, 10), (1, 10))
    assert _take(database, 10) == (1, False)
    _keep(database, (1, 10))
    assert _take(database, 10) is None


def test_update_that_is_put_off_lets_the_others_pass(database: Database) -> None:
    _keep(database, (1, 10), (2, 10))
    with database.writing() as session:
        waiting = inbox.take(session.connection(), 10, NOW)
        assert waiting is not None
        inbox.put_off(session.connection(), waiting.id, 1, NOW + timedelta(seconds=5), "LookupError")
    assert _take(database, 10) == (2, False)
    assert _chats(database, NOW) == []
    assert _chats(database, NOW + timedelta(seconds=5)) == [10]


def test_clock_that_was_set_back_holds_nothing_up_for_an_hour(database: Database) -> None:
    _keep(database, (1, 10))
    with database.writing() as session:
        waiting = inbox.take(session.connection(), 10, NOW)
        assert waiting is not None
        inbox.put_off(session.connection(), waiting.id, 1, NOW + timedelta(seconds=5), "LookupError")
    assert _chats(database, NOW - timedelta(hours=1)) == [10]


def test_chat_is_worked_on_by_one_process_at_a_time(postgresql_url: str) -> None:
    database = Database(postgresql_url)
    _keep(database, (1, 10), (2, 20))
    with database.writing() as session, database.writing() as other:
        assert inbox.take(session.connection(), 10, NOW)
        with pytest.raises(Busy):
            inbox.take(other.connection(), 10, NOW)
        assert inbox.take(other.connection(), 20, NOW)
    database.close()


def _keep(database: Database, *updates: tuple[int, int]) -> None:
    with database.writing() as session:
        batch = [Received(update_id, chat_id, "{}") for update_id, chat_id in updates]
        inbox.store(session.connection(), 1, batch, NOW)


def _take(database: Database, chat_id: int) -> tuple[int, bool] | None:
    with database.writing() as session:
        waiting = inbox.take(session.connection(), chat_id, NOW)
        if waiting is None:
            return None
        inbox.mark_done(session.connection(), waiting.id, NOW)
        return waiting.update_id, waiting.more


def _chats(database: Database, now: datetime) -> list[int]:
    with database.writing() as session:
        return list(inbox.chats_waiting(session.connection(), now))
