"""The inbox: updates as Telegram sent them, kept until their effect is in the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select, text, update

from core.model import Chat, InboxUpdate
from core.model.base import Instant
from core.storage.prepared import Prepared

ATTEMPTS = 3
"""How often an update that fails unexpectedly is tried before it is set aside."""

RETRY_AFTER = (timedelta(0), timedelta(seconds=1))
"""The first repetition follows at once and keeps the chat's order; later ones let the others pass."""

LONGEST_WAIT = timedelta(minutes=15)
"""Nothing is put off for longer: a time further ahead was written before the clock was set back."""


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came. `chat_id`: whose order it belongs to; 0 where it has no chat."""

    update_id: int
    chat_id: int
    payload: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The oldest update of a chat that is to be handled. `more`: another one waits behind it."""

    id: int
    update_id: int
    payload: str
    attempts: int
    received_at: datetime
    more: bool


class Busy(Exception):
    """Another process is working on this chat's updates at this moment."""


def store(connection: Connection, bot_id: int, batch: Sequence[Received], now: datetime) -> None:
    """Keeps a batch; updates that are known already are left as they are."""
    if not batch:
        return
    if connection.dialect.name == "postgresql":
        know_chats(connection, {each.chat_id for each in batch})
    rows = [
        {
            "bot_id": bot_id,
            "update_id": each.update_id,
            "chat_id": each.chat_id,
            "payload": each.payload,
            "received_at": now,
        }
        for each in batch
    ]
    _KEEP.run_many(connection, rows)


def know_chats(connection: Connection, chats: Iterable[int]) -> None:
    """Sees to it that the chats have a row that can be locked."""
    connection.execute(_KNOW_CHAT, [{"id": chat_id} for chat_id in sorted(chats)])


def take(connection: Connection, chat_id: int, now: datetime) -> Waiting | None:
    """The chat's oldest update whose time has come, the chat locked until the transaction ends.

    Raises Busy where another process holds the lock. SQLite needs none: it has one writer.
    """
    if connection.dialect.name == "postgresql":
        locked = connection.execute(_LOCK, {"chat": chat_id}).first()
        if locked is None:
            raise Busy()
    rows = _OLDEST.rows(connection, {"chat": chat_id, "now": now, "beyond": now + LONGEST_WAIT})
    if not rows:
        return None
    row, update_id, payload, attempts, received_at = rows[0]
    return Waiting(row, update_id, payload, attempts, received_at, more=len(rows) > 1)


def mark_done(connection: Connection, row: int, now: datetime) -> None:
    """Its effect is part of this transaction."""
    _DONE.run(connection, {"row": row, "now": now})


def put_off(connection: Connection, row: int, attempts: int, retry_at: datetime, error: str) -> None:
    """It failed and is to be tried again."""
    values = {"row": row, "attempts": attempts, "retry_at": retry_at, "error": error}
    connection.execute(_PUT_OFF, values)


def set_aside(connection: Connection, row: int, attempts: int, now: datetime, error: str) -> None:
    """It is given up, and kept; `error` names the kind of exception only."""
    connection.execute(_SET_ASIDE, {"row": row, "attempts": attempts, "now": now, "error": error})


def chats_waiting(connection: Connection, now: datetime, limit: int = 1000) -> Sequence[int]:
    """Chats with updates whose time has come, those that wait longest first."""
    moments = {"now": now, "beyond": now + LONGEST_WAIT}
    return connection.execute(_CHATS, {**moments, "limit": limit}).scalars().all()


_KNOW_CHAT = text("INSERT INTO chats (id) VALUES (:id) ON CONFLICT DO NOTHING")
_KEEP = Prepared(
    text(
        "INSERT INTO inbox (bot_id, update_id, chat_id, payload, received_at, attempts)"
        " VALUES (:bot_id, :update_id, :chat_id, :payload, :received_at, 0) ON CONFLICT DO NOTHING"
    ).bindparams(bindparam("received_at", type_=Instant))
)
_row = InboxUpdate.__table__.c
_WAITING = (_row.done_at.is_(None), _row.failed_at.is_(None))
_ITS_TIME = (
    _row.retry_at.is_(None) | (_row.retry_at <= bindparam("now")) | (_row.retry_at > bindparam("beyond"))
)
_LOCK = select(Chat.id).where(Chat.id == bindparam("chat")).with_for_update(skip_locked=True)
_OLDEST = Prepared(
    select(_row.id, _row.update_id, _row.payload, _row.attempts, _row.received_at)
    .where(_row.chat_id == bindparam("chat"), *_WAITING, _ITS_TIME)
    .order_by(_row.id)
    .limit(2)
)
_CHATS = select(_row.chat_id).where(*_WAITING, _ITS_TIME).group_by(_row.chat_id).limit(bindparam("limit"))
_MINE = update(InboxUpdate.__table__).where(_row.id == bindparam("row"))  # type: ignore[arg-type]
_DONE = Prepared(_MINE.values(done_at=bindparam("now")))
_PUT_OFF = _MINE.values(
    attempts=bindparam("attempts"), retry_at=bindparam("retry_at"), error=bindparam("error")
)
_SET_ASIDE = _MINE.values(
    attempts=bindparam("attempts"), failed_at=bindparam("now"), error=bindparam("error")
)
