"""What is over leaves the mailboxes in small steps; what is still needed stays."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from core.model import InboxUpdate, Operation, OutboxMessage
from core.storage import retention
from core.storage.database import Database
from core.storage.ledger import add
from core.storage.retention import Place, tidy

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
OLD, NEW = NOW - timedelta(days=40), NOW - timedelta(days=1)
BEFORE = NOW - timedelta(days=30)


def update(number: int, came: datetime, **more: Any) -> dict[str, Any]:
    plain = {"bot_id": 1, "update_id": number, "chat_id": 1, "payload": "{}", "received_at": came}
    return plain | {"attempts": 0, "done_at": None, "failed_at": None} | more


def letter(came: datetime, **more: Any) -> dict[str, Any]:
    plain = {"chat_id": 1, "notice": "Help", "payload": "{}", "created_at": came, "attempts": 0}
    return plain | {"sent_at": None, "failed_at": None, "operation_id": None} | more


def tidied(database: Database) -> tuple[list[int], list[int]]:
    """The rows that are left once there is nothing more to do."""
    place = Place(is_more=True)
    while place.is_more:
        with database.writing() as session:
            place = tidy(session.connection(), place, BEFORE)
    with database.reading() as session:
        updates = session.scalars(select(InboxUpdate.update_id).order_by(InboxUpdate.id)).all()
        letters = session.scalars(select(OutboxMessage.id).order_by(OutboxMessage.id)).all()
    return list(updates), list(letters)


def test_updates_that_were_handled_long_ago_go_and_all_others_stay(database: Database) -> None:
    rows = [
        update(1, OLD, done_at=OLD),
        update(2, OLD, failed_at=OLD),
        update(3, OLD),
        update(4, OLD, done_at=OLD),
        update(5, NEW, done_at=NEW),
    ]
    with database.writing() as session:
        session.execute(insert(InboxUpdate), rows)
    assert tidied(database)[0] == [2, 3, 5]


def test_an_old_update_that_was_handled_only_now_is_kept_its_time(database: Database) -> None:
    with database.writing() as session:
        session.execute(insert(InboxUpdate), [update(1, OLD, done_at=NEW), update(2, NEW, done_at=NEW)])
    assert tidied(database)[0] == [1, 2]


def test_what_was_told_of_a_logged_message_stays_for_replies_and_undo(database: Database) -> None:
    with database.writing() as session:
        operation = add(session, Operation, {"name": "log", "at": OLD})
        rows = [
            letter(OLD, sent_at=OLD),
            letter(OLD, sent_at=OLD, operation_id=operation, notice="Logged"),
            letter(OLD),
            letter(OLD, failed_at=OLD),
            letter(NEW, sent_at=NEW),
        ]
        session.execute(insert(OutboxMessage), rows)
    assert tidied(database)[1] == [2, 3, 4, 5]


def test_a_step_looks_at_a_few_rows_only(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "STEP", 10)
    with database.writing() as session:
        session.execute(insert(InboxUpdate), [update(n, OLD, done_at=OLD) for n in range(25)])
    with database.writing() as session:
        place = tidy(session.connection(), Place(), BEFORE)
        assert place == Place(inbox=10, is_more=True)
        assert len(session.scalars(select(InboxUpdate.id)).all()) == 15
    assert tidied(database)[0] == [24], "the newest stays, so that its number is not given again"
