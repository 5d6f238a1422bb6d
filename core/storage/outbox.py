"""The outbox: notices until Telegram has them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, update
from sqlalchemy.orm import InstrumentedAttribute, aliased

from core.model import Chat, Member, OutboxMessage
from core.storage.inbox import LONGEST_WAIT, know_chats
from core.storage.prepared import Prepared

LEASE = timedelta(seconds=25)
"""For how long a process keeps the rows that it has claimed from the others on the same database."""

CLAIM_LIMIT = 50
"""So many letters of a chat are claimed at once."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice that waits to be sent. `payload` is the notice's JSON; `attempts` failed so far."""

    id: int
    chat_id: int
    payload: str
    language: str
    edits_message_id: int | None
    reply_to_message_id: int | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Sent:
    """It is in the chat as `message_id`. `moved_to`: the chat's new number, where it has got one."""

    id: int
    chat_id: int
    message_id: int | None
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class Delayed:
    """It could not be sent now; `error` is the kind of fault."""

    id: int
    chat_id: int
    attempts: int
    retry_at: datetime
    error: str


@dataclass(frozen=True, slots=True)
class Failed:
    """It cannot be sent, ever. `blocked`: the person has blocked the bot."""

    id: int
    chat_id: int
    error: str
    blocked: bool = False


Result = Sent | Delayed | Failed


def settle(connection: Connection, results: Sequence[Result], now: datetime) -> None:
    """Writes what became of letters."""
    sent = [
        {"row": each.id, "message": each.message_id, "now": now} for each in results if isinstance(each, Sent)
    ]
    _SENT.run_many(connection, sent)
    for each in results:
        if isinstance(each, Sent) and each.moved_to is not None:
            connection.execute(_MOVED, {"row": each.id, "to": each.moved_to})
        elif isinstance(each, Delayed):
            values = {"attempts": each.attempts, "retry_at": each.retry_at, "error": each.error}
            connection.execute(_DELAYED, {"row": each.id, **values})
        elif isinstance(each, Failed):
            connection.execute(_FAILED, {"row": each.id, "now": now, "error": each.error})
            if each.blocked:
                connection.execute(_BLOCKED, {"chat": each.chat_id, "now": now})


def claim(connection: Connection, chat_id: int, now: datetime, language: str) -> Sequence[Letter]:
    """The chat's waiting letters in order, leased to the caller; none while its first one has to wait.

    A first letter that another process has leased, or that is to be retried later, holds back the rest: order
    is kept across processes. `language`: for readers that have chosen none. On SQLite, which has one process,
    leases play no part.
    """
    if connection.dialect.name == "postgresql":
        know_chats(connection, [chat_id])
        connection.execute(_LOCK, {"chat": chat_id})
    rows = connection.execute(_OF_CHAT, {"chat": chat_id}).all()
    if not rows or not _is_free(rows[0].retry_at, rows[0].leased_until, now):
        return []
    if connection.dialect.name == "postgresql":
        connection.execute(_LEASE, [{"row": row.id, "until": now + LEASE} for row in rows])
    return [
        Letter(
            row.id,
            chat_id,
            row.payload,
            row.language or language,
            row.edits_message_id,
            row.reply_to_message_id,
            row.attempts,
        )
        for row in rows
    ]


def _is_free(retry_at: datetime | None, leased_until: datetime | None, now: datetime) -> bool:
    beyond = now + LONGEST_WAIT
    return all(moment is None or moment <= now or moment > beyond for moment in (retry_at, leased_until))


def release(connection: Connection, rows: Sequence[int]) -> None:
    """Gives claimed letters back unsent."""
    if rows and connection.dialect.name == "postgresql":
        connection.execute(_LEASE, [{"row": row, "until": None} for row in rows])


def chats_waiting(connection: Connection, now: datetime, limit: int = 1000) -> Sequence[int]:
    """Chats whose first waiting letter can be sent now, those that wait longest first."""
    moments = {"now": now, "beyond": now + LONGEST_WAIT}
    return connection.execute(_CHATS, {**moments, "limit": limit}).scalars().all()


def oldest_waiting(connection: Connection) -> datetime | None:
    """Since when the letter that waits longest has been waiting."""
    return connection.execute(_OLDEST).scalar()


_row = OutboxMessage.__table__.c
_WAITING = (_row.sent_at.is_(None), _row.failed_at.is_(None))
_LOCK = select(Chat.id).where(Chat.id == bindparam("chat")).with_for_update()
_MINE = update(OutboxMessage.__table__).where(_row.id == bindparam("row"))  # type: ignore[arg-type]
_SENT = Prepared(
    _MINE.values(sent_at=bindparam("now"), message_id=bindparam("message"), leased_until=None, error=None)
)
_MOVED = _MINE.values(chat_id=bindparam("to"))
_DELAYED = _MINE.values(
    attempts=bindparam("attempts"),
    retry_at=bindparam("retry_at"),
    error=bindparam("error"),
    leased_until=None,
)
_FAILED = _MINE.values(failed_at=bindparam("now"), error=bindparam("error"), leased_until=None)
_LEASE = _MINE.values(leased_until=bindparam("until"))
_BLOCKED = (
    update(Member)
    .where(Member.telegram_id == bindparam("chat"), Member.blocked_at.is_(None))
    .values(blocked_at=bindparam("now"))
    .execution_options(synchronize_session=False)
)
_OF_CHAT = (
    select(
        _row.id,
        _row.payload,
        _row.edits_message_id,
        _row.reply_to_message_id,
        _row.attempts,
        _row.retry_at,
        _row.leased_until,
        Member.language,
    )
    .outerjoin_from(OutboxMessage.__table__, Member, Member.id == _row.member_id)
    .where(_row.chat_id == bindparam("chat"), *_WAITING)
    .order_by(_row.id)
    .limit(CLAIM_LIMIT)
)
_first = (
    select(func.min(_row.id).label("id")).where(*_WAITING).group_by(_row.chat_id).subquery("first_of_chat")
)
_Head = aliased(OutboxMessage)


def _is_over(moment: InstrumentedAttribute[datetime | None]) -> ColumnElement[bool]:
    return moment.is_(None) | (moment <= bindparam("now")) | (moment > bindparam("beyond"))


_CHATS = (
    select(_Head.chat_id)
    .join(_first, _first.c.id == _Head.id)
    .where(_is_over(_Head.retry_at), _is_over(_Head.leased_until))
    .order_by(_Head.id)
    .limit(bindparam("limit"))
)
_OLDEST = select(func.min(_row.created_at)).where(*_WAITING)
