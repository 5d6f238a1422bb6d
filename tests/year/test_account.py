"""The books themselves: what they take for one sending, and that a fault is never only counted."""

from datetime import UTC, datetime, timedelta

import pytest

from core.model import OutboxMessage
from core.storage.database import Database
from core.storage.ledger import add
from playground.jsontypes import Json
from tests.year.account import FAULTS, Account, Books, compare

SENT = datetime(2027, 3, 29, 5, tzinfo=UTC)
MARKED = SENT + timedelta(seconds=2)


def album(*numbers: int) -> list[Json]:
    """Pictures that came together, as the chat has them."""
    first = {"media_group_id": f"album of {numbers}", "date": int(SENT.timestamp())}
    return [first | {"message_id": number} for number in numbers]


@pytest.fixture
def books(database: Database) -> Books:
    """Of a chat in which one letter was sent, an album, and marked two seconds later as message 3."""
    with database.writing() as session:
        values = {"chat_id": 501, "notice": "DigestAlbum", "payload": '{"type": "DigestAlbum"}'}
        add(session, OutboxMessage, values | {"created_at": SENT, "sent_at": MARKED, "message_id": 3})
    return Books(database, [])


def test_an_album_is_one_sending(books: Books) -> None:
    account = Account()
    compare(books, {501: album(3, 4, 5)}, [], account)
    assert not account.broken(), account.wrong
    assert account.delivered == 1


def test_an_album_that_came_twice_is_explained_by_a_kill_alone(books: Books) -> None:
    chat = {501: [*album(3, 4, 5), *album(6, 7, 8)]}
    killed, quiet = Account(), Account()
    compare(books, chat, [SENT + timedelta(seconds=1)], killed)
    assert killed.is_sound(), killed.wrong
    assert killed.doubled == 1
    compare(books, chat, [MARKED + timedelta(hours=1)], quiet)
    assert quiet.broken() == {"unexplained": 1}


def test_a_letter_that_is_not_in_its_chat_is_named(books: Books) -> None:
    account = Account()
    compare(books, {501: album(6, 7)}, [], account)
    assert account.broken() == {"undelivered": 1, "unexplained": 1}
    assert [line.partition(":")[0] for line in account.wrong] == ["undelivered", "unexplained"]


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_is_only_counted(fault: str) -> None:
    account = Account()
    account.blame(fault, "why")
    assert account.broken() == {fault: 1}
    assert account.wrong == [f"{fault}: why"]
